package org.oktasync.plan;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.oktasync.model.ExternalId;

/** Two sorted lists are walked in step, and one that is not sorted is never trusted. */
public class MergeJoinTest {
  private static List<String> join(List<String> left, List<String> right) {
    List<String> pairs = new ArrayList<>();
    MergeJoin.run(
        left.iterator(),
        ExternalId::new,
        right.iterator(),
        ExternalId::new,
        (id, one, other) -> pairs.add(id.value() + " " + one + " " + other));
    return pairs;
  }

  @Test
  public void eachIdComesOnce_withWhatBothSidesHave() {
    assertEquals(
        List.of("a a null", "b b b", "c null c", "d d null"),
        join(List.of("a", "b", "d"), List.of("b", "c")));
    assertEquals(List.of("a null a"), join(List.of(), List.of("a")));
    assertEquals(List.of(), join(List.of(), List.of()));
  }

  @Test
  public void aListOutOfOrder_orWithAnIdTwice_endsTheWork() {
    for (List<String> wrong : List.of(List.of("b", "a"), List.of("a", "a"))) {
      assertThrows(IllegalStateException.class, () -> join(wrong, List.of()));
      assertThrows(IllegalStateException.class, () -> join(List.of("c"), wrong));
    }
  }
}
