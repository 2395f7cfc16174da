package org.oktasync.rows;

import static org.junit.Assert.assertEquals;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.Test;

/** A packed set answers as a plain one does. */
public class TextSetTest {
  @Test
  public void whateverIsAddedAndRemoved_itAnswersAsASetDoes() {
    qt().withExamples(100)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              Random random = new Random(seed);
              TextSet packed = new TextSet();
              Set<String> plain = new HashSet<>();
              for (int step = 0; step < 1_000; step++) {
                String text = "ñame" + "x".repeat(random.nextInt(3)) + random.nextInt(200);
                if (random.nextInt(3) == 0) {
                  packed.remove(text);
                  plain.remove(text);
                } else {
                  packed.add(text);
                  plain.add(text);
                }
                String asked = "ñame" + "x".repeat(random.nextInt(3)) + random.nextInt(200);
                assertEquals("seed " + seed, plain.contains(asked), packed.contains(asked));
                assertEquals("seed " + seed, plain.contains(text), packed.contains(text));
              }
            });
  }

  @Test
  public void manyTextsAndLongOnesAreFoundOverAllPages() {
    TextSet packed = new TextSet();
    String longer = "l".repeat(200_000);
    for (int i = 0; i < 50_000; i++) {
      packed.add("name" + i);
      if (i % 10_000 == 0) {
        packed.add(longer + i);
      }
    }
    packed.remove("name7");
    for (int i = 0; i < 50_000; i++) {
      assertEquals(i != 7, packed.contains("name" + i));
    }
    assertEquals(true, packed.contains(longer + 20_000));
    assertEquals(false, packed.contains(longer + 5));
  }
}
