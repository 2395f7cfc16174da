package org.oktasync.record;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

/** What every memory of how far connections are must do. */
public abstract class SyncStatesContract {
  private static final long CONNECTION = 3;

  /** The memory under test, always the same one within a test. */
  protected abstract SyncStates states();

  private static SyncState state(String token) {
    Instant at = Instant.parse("2026-03-01T08:00:00Z");
    return new SyncState(4, token, at, at.plusSeconds(60), 100_000, 1_000_000, Pending.NONE, false);
  }

  @Test
  public void whatIsEarnedHoldsOnceItIsSettled_withWhatIsToBeLookedAtAgain() {
    states().earn(CONNECTION, 10, state("t".repeat(200_000)));
    assertEquals(Optional.empty(), states().standing(CONNECTION));

    Pending again =
        new Pending(List.of("u1", "u2"), List.of("g1"), Map.of("Apps", List.of("a1", "a2")));
    states().settle(CONNECTION, 10, again);

    SyncState expected = state("t".repeat(200_000)).withPending(again);
    assertEquals(Optional.of(expected), states().standing(CONNECTION));
    assertEquals(Optional.empty(), states().standing(CONNECTION + 1));
  }

  @Test
  public void whatAPlanDidNotLookAtWaitsOn_withWhatItFailedWith() {
    Pending before = new Pending(List.of(), List.of(), Map.of("Rooms", List.of("r1")));
    states().earn(CONNECTION, 10, state("first").withPending(before));
    states().settle(CONNECTION, 10, new Pending(List.of("u1"), List.of(), Map.of()));
    Pending both = new Pending(List.of("u1"), List.of(), Map.of("Rooms", List.of("r1")));
    assertEquals(both, states().standing(CONNECTION).orElseThrow().pending());
  }

  @Test
  public void objectsAreBehindUntilALaterStateHolds() {
    states().objectsBehind(CONNECTION);
    assertEquals(Optional.empty(), states().standing(CONNECTION));
    states().earn(CONNECTION, 10, state("first"));
    states().settle(CONNECTION, 10, Pending.NONE);
    states().objectsBehind(CONNECTION);
    assertEquals(
        Optional.of(state("first").withObjectsBehind(true)), states().standing(CONNECTION));
    states().earn(CONNECTION, 11, state("second"));
    states().settle(CONNECTION, 11, Pending.NONE);
    assertEquals(Optional.of(state("second")), states().standing(CONNECTION));
  }

  @Test
  public void aPlanThatEarnedNothingSettlesNothing() {
    states().earn(CONNECTION, 10, state("first"));
    states().settle(CONNECTION, 10, Pending.NONE);
    states().settle(CONNECTION, 11, new Pending(List.of("u"), List.of(), Map.of()));
    assertEquals(Optional.of(state("first")), states().standing(CONNECTION));
  }

  @Test
  public void anEarlierPlanNeverTurnsTheClockBack() {
    states().earn(CONNECTION, 10, state("early"));
    states().earn(CONNECTION, 11, state("late"));
    states().settle(CONNECTION, 11, Pending.NONE);
    states().settle(CONNECTION, 10, Pending.NONE);
    assertEquals(Optional.of(state("late")), states().standing(CONNECTION));
  }

  @Test
  public void whatIsDroppedSettlesNothing_andWhatHoldsCannotBeDropped() {
    states().earn(CONNECTION, 10, state("dropped"));
    states().drop(10);
    states().settle(CONNECTION, 10, Pending.NONE);
    assertEquals(Optional.empty(), states().standing(CONNECTION));

    states().earn(CONNECTION, 12, state("holds"));
    states().settle(CONNECTION, 12, Pending.NONE);
    states().drop(12);
    assertEquals(Optional.of(state("holds")), states().standing(CONNECTION));
  }

  @Test
  public void aConnectionIsForgottenWhole() {
    states().earn(CONNECTION, 10, state("holds"));
    states().settle(CONNECTION, 10, Pending.NONE);
    states().earn(CONNECTION, 11, state("waits"));
    states().earn(CONNECTION + 1, 12, state("other"));
    states().forget(CONNECTION);
    states().settle(CONNECTION, 11, Pending.NONE);
    states().settle(CONNECTION + 1, 12, Pending.NONE);
    assertEquals(Optional.empty(), states().standing(CONNECTION));
    assertEquals(Optional.of(state("other")), states().standing(CONNECTION + 1));
  }

  @Test
  public void onlySoManyPlansWait() {
    for (int plan = 1; plan <= 100; plan++) {
      states().earn(CONNECTION, plan, state("t" + plan));
    }
    states().settle(CONNECTION, 100, Pending.NONE);
    assertEquals(Optional.of(state("t100")), states().standing(CONNECTION));
  }
}
