package org.oktasync.run.settings;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.Test;
import org.oktasync.config.RetentionSettings;
import org.oktasync.record.RunHeader;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;

/** Which runs go, and which stay whatever the settings say. */
public class RetentionRulesTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant OLD = NOW.minus(Duration.ofDays(31));
  private static final Instant YOUNG = NOW.minus(Duration.ofDays(29));

  private final List<RunHeader> newestFirst = new ArrayList<>();

  @Test
  public void runsGoWhenTheyAreTooOld() {
    add(4, YOUNG, RunState.SUCCEEDED);
    add(3, OLD, RunState.FAILED);
    add(2, OLD, RunState.PARTIAL);
    add(1, YOUNG, RunState.SUCCEEDED);

    assertEquals(List.of("delete 2", "delete 3"), due(30, 100, 5));
    assertEquals(List.of(), due(32, 100, 5));
  }

  @Test
  public void theOldestGoWhenAConnectionHasTooMany() {
    LongStream.iterate(6, id -> id - 1).limit(6).forEach(id -> add(id, YOUNG, RunState.SUCCEEDED));
    newestFirst.add(
        run(7, 2, SyncRun.FULL, false, RunState.SUCCEEDED, SyncRun.Origin.NONE, 7, YOUNG, null));

    assertEquals(List.of("delete 1", "delete 2"), due(30, 4, 5));
  }

  @Test
  public void theNewestFinishedRunOfEachModeStays() {
    add(6, OLD, RunState.HELD);
    add(5, OLD, RunState.SUCCEEDED);
    dry(4, OLD);
    mode(3, SyncRun.INCREMENTAL);
    mode(2, SyncRun.INCREMENTAL);
    dry(1, OLD);

    assertEquals(List.of("delete 1", "delete 2", "delete 6"), due(30, 100, 5));
  }

  @Test
  public void runsUnderWayStay_andWhatTheyComeFrom() {
    add(9, YOUNG, RunState.SUCCEEDED);
    from(8, new SyncRun.Origin(3, 0), 8);
    from(7, new SyncRun.Origin(0, 2), 7);
    from(6, SyncRun.Origin.NONE, 4);
    add(5, OLD, RunState.SUCCEEDED);
    dry(4, OLD);
    add(3, OLD, RunState.SUCCEEDED);
    add(2, OLD, RunState.INTERRUPTED);

    assertEquals(List.of("delete 5"), due(30, 100, 5));
  }

  @Test
  public void aHeldRunStaysAsLongAsItsPlanHolds() {
    add(3, YOUNG, RunState.SUCCEEDED);
    held(2, new SyncRun.Origin(1, 0), NOW.plusSeconds(1));
    add(1, OLD, RunState.SUCCEEDED);
    assertEquals(List.of(), due(30, 100, 5));

    newestFirst.remove(1);
    held(2, new SyncRun.Origin(1, 0), NOW);
    assertEquals(List.of("delete 1", "delete 2"), due(30, 100, 5));
  }

  @Test
  public void allButTheNewestDryRunsAreReduced_unlessTheyWereApplied() {
    add(9, YOUNG, RunState.SUCCEEDED);
    from(8, SyncRun.Origin.NONE, 5, RunState.SUCCEEDED);
    dry(7, YOUNG);
    dry(6, YOUNG);
    dry(5, YOUNG);
    dry(4, YOUNG);
    dry(3, YOUNG);

    assertEquals(List.of("reduce 3", "reduce 4"), due(30, 100, 2));
    assertEquals(List.of(), due(30, 100, 5));
  }

  private List<String> due(int days, int runs, int dryRuns) {
    return new RetentionRules(new RetentionSettings(days, runs, dryRuns), NOW)
        .due(newestFirst).stream()
            .map(one -> (one.whole() ? "delete " : "reduce ") + one.runId())
            .toList();
  }

  private void add(long id, Instant startedAt, RunState state) {
    newestFirst.add(
        run(id, 1, SyncRun.FULL, false, state, SyncRun.Origin.NONE, id, startedAt, null));
  }

  private void dry(long id, Instant startedAt) {
    newestFirst.add(
        run(
            id,
            1,
            SyncRun.FULL,
            true,
            RunState.SUCCEEDED,
            SyncRun.Origin.NONE,
            id,
            startedAt,
            NOW));
  }

  private void mode(long id, String mode) {
    newestFirst.add(
        run(id, 1, mode, false, RunState.SUCCEEDED, SyncRun.Origin.NONE, id, OLD, null));
  }

  private void from(long id, SyncRun.Origin origin, long planId) {
    from(id, origin, planId, RunState.RUNNING);
  }

  private void from(long id, SyncRun.Origin origin, long planId, RunState state) {
    Instant startedAt = state == RunState.RUNNING ? OLD : YOUNG;
    newestFirst.add(run(id, 1, SyncRun.FULL, false, state, origin, planId, startedAt, null));
  }

  private void held(long id, SyncRun.Origin origin, Instant planExpiresAt) {
    newestFirst.add(
        1, run(id, 1, SyncRun.UNDO, false, RunState.HELD, origin, id, OLD, planExpiresAt));
  }

  private static RunHeader run(
      long id,
      long connection,
      String mode,
      boolean dry,
      RunState state,
      SyncRun.Origin origin,
      long planId,
      Instant startedAt,
      Instant planExpiresAt) {
    return new RunHeader(
        id, connection, mode, dry, state, origin, planId, startedAt, planExpiresAt, false);
  }
}
