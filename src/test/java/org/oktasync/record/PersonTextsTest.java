package org.oktasync.record;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Set;
import org.junit.Test;

public class PersonTextsTest {
  private final PersonTexts ann =
      new PersonTexts("00u1", Set.of("ann", "Ann Lee", "ann@example.com", "a", "éa$1"));

  @Test
  public void namesGo_whereTheyStandAsWords() {
    assertEquals("<forgotten>", ann.without("ANN"));
    assertEquals("x <forgotten>, y", ann.without("x ann, y"));
    assertEquals("(<forgotten>)", ann.without("(ann@example.com)"));
    assertEquals("<forgotten> and <forgotten>", ann.without("Ann Lee and Éa$1"));
    assertEquals("forgotten: <forgotten>", ann.without("00u1: ann"));
  }

  @Test
  public void partsOfWordsStay_andSingleLetters() {
    for (String other : new String[] {"anna", "joann", "annÿ", "00u12", "a", "1ann", ""}) {
      assertEquals(other, ann.without(other));
      assertFalse(ann.namedIn(other));
    }
    assertTrue(ann.namedIn("to ann"));
  }
}
