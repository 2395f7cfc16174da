package org.oktasync.rows;

import static org.junit.Assert.assertEquals;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.Test;

public class NumberIndexTest {
  @Test
  public void whateverIsPut_itAnswersAsAMapDoes() {
    qt().withExamples(50)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              Random random = new Random(seed);
              NumberIndex index = new NumberIndex();
              Map<String, Integer> plain = new HashMap<>();
              List<String> rows = new ArrayList<>();
              for (int step = 0; step < 2_000; step++) {
                // "Aa" and "BB" have one hash, so that keys meet in one slot.
                String key = (random.nextBoolean() ? "Aa" : "BB") + random.nextInt(900);
                rows.add(key);
                index.put(key, step, number -> rows.get(number).equals(key));
                plain.put(key, step);
                String asked = (random.nextBoolean() ? "Aa" : "BB") + random.nextInt(900);
                assertEquals(
                    "seed " + seed,
                    (int) plain.getOrDefault(asked, KeyedRows.NONE),
                    index.find(asked, number -> rows.get(number).equals(asked)));
              }
            });
  }

  @Test
  public void manyKeysAreFoundWithFewQuestions() {
    NumberIndex index = new NumberIndex();
    int many = 200_000;
    for (int i = 0; i < many; i++) {
      index.add("00u" + i, i);
    }
    int[] questions = {0};
    for (int i = 0; i < many; i++) {
      int wanted = i;
      int found =
          index.find(
              "00u" + i,
              number -> {
                questions[0]++;
                return number == wanted;
              });
      assertEquals(i, found);
      assertEquals(KeyedRows.NONE, index.find("00x" + i, number -> false));
    }
    assertEquals(many, questions[0], many / 1_000.0);
  }
}
