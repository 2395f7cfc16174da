package org.oktasync.rows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.junit.Test;

public class LongPagesTest {
  @Test
  public void numbersStayWhereTheyAreWhileItGrows() {
    LongPages pages = new LongPages(3);
    int wanted = 3;
    for (int i = 0; i < 100_000; i++) {
      if (i == wanted) {
        wanted = wanted * 3 / 2 + 1;
        pages.grow(wanted);
      }
      assertEquals(0, pages.get(i));
      pages.set(i, -i);
    }
    for (int i = 0; i < 100_000; i++) {
      assertEquals(-i, pages.get(i));
    }
    assertEquals(wanted, pages.size());
  }

  @Test
  public void aFullLastPageIsFollowedByAnother() {
    LongPages pages = new LongPages(8_192);
    pages.set(8_191, 5);
    pages.grow(8_193);
    assertEquals(5, pages.get(8_191));
    pages.set(8_192, 6);
    assertEquals(6, pages.get(8_192));
    pages.grow(10);
    assertEquals(8_193, pages.size());
    assertThrows(IndexOutOfBoundsException.class, () -> pages.get(8_193));
  }
}
