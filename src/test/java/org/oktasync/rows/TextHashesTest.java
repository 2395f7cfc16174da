package org.oktasync.rows;

import static org.junit.Assert.assertEquals;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.Test;

/** Hashes answer as a plain set of the texts does. */
public class TextHashesTest {
  @Test
  public void whateverIsAddedAndRemoved_theyAnswerAsASetDoes() {
    qt().withExamples(100)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              Random random = new Random(seed);
              TextHashes hashes = new TextHashes();
              Set<String> plain = new HashSet<>();
              for (int step = 0; step < 1_000; step++) {
                String text = "ñame" + "x".repeat(random.nextInt(3)) + random.nextInt(200);
                if (random.nextInt(3) == 0) {
                  hashes.remove(text);
                  plain.remove(text);
                } else {
                  hashes.add(text);
                  plain.add(text);
                }
                String asked = "ñame" + "x".repeat(random.nextInt(3)) + random.nextInt(200);
                assertEquals("seed " + seed, plain.contains(asked), hashes.contains(asked));
                assertEquals("seed " + seed, plain.contains(text), hashes.contains(text));
              }
            });
  }

  @Test
  public void manyTextsAreFoundOverAllPages() {
    TextHashes hashes = new TextHashes();
    for (int i = 0; i < 50_000; i++) {
      hashes.add("name" + i);
    }
    hashes.remove("name7");
    for (int i = 0; i < 50_000; i++) {
      assertEquals(i != 7, hashes.contains("name" + i));
      assertEquals(false, hashes.contains("nobody" + i));
    }
  }

  @Test
  public void textsThatComeAndGoForEverFindAnEnd() {
    TextHashes hashes = new TextHashes();
    for (int i = 0; i < 10_000; i++) {
      hashes.add("name" + i);
      hashes.remove("name" + i);
    }
    assertEquals(false, hashes.contains("name9999"));
    hashes.add("name9999");
    assertEquals(true, hashes.contains("name9999"));
  }
}
