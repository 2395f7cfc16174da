package org.oktasync.record;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.Test;

/** What everything that remembers told ends keeps to. */
public abstract class RunEndsContract {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  /** What is under test; nothing is told yet. */
  protected abstract RunEnds ends();

  /** The journal of the same runs, empty. */
  protected abstract RunJournal journal();

  @Test
  public void anEnd_isToldOnce() {
    SyncRun run = ended(RunState.FAILED);
    assertEquals(List.of(run.id()), untold(START.plusSeconds(30)));
    assertTrue(ends().claim(run.id(), RunState.FAILED));
    assertFalse(ends().claim(run.id(), RunState.FAILED));
    assertEquals(List.of(), untold(START.plusSeconds(30)));
  }

  @Test
  public void aHeldRunThatGoesOn_hasASecondEnd() {
    SyncRun run = ended(RunState.HELD);
    assertTrue(ends().claim(run.id(), RunState.HELD));
    journal().update(run.with().state(RunState.RUNNING).finishedAt(null).build());
    assertEquals("it goes on", List.of(), untold(START.plusSeconds(30)));
    journal().update(run.with().state(RunState.SUCCEEDED).build());
    assertEquals(List.of(run.id()), untold(START.plusSeconds(30)));
    assertTrue(ends().claim(run.id(), RunState.SUCCEEDED));
  }

  @Test
  public void aRunThatFellSilent_isInterrupted_andToldOnce() {
    SyncRun run = running();
    assertEquals(List.of(), untold(START.plusSeconds(59)));
    SyncRun silent = ends().untold(START.plusSeconds(61)).get(0);
    assertEquals(RunState.INTERRUPTED, silent.state());
    assertTrue(ends().claim(run.id(), silent.state()));
    assertEquals(List.of(), untold(START.plusSeconds(61)));
    journal().update(run.with().state(RunState.INTERRUPTED).finishedAt(START).build());
    assertEquals("noted by the next run", List.of(), untold(START.plusSeconds(62)));
  }

  @Test
  public void aRunThatWasOnlySlow_isToldAgain() {
    SyncRun run = running();
    assertTrue(ends().claim(run.id(), RunState.INTERRUPTED));
    journal().update(run.with().state(RunState.SUCCEEDED).finishedAt(START).build());
    assertEquals(List.of(run.id()), untold(START.plusSeconds(90)));
  }

  @Test
  public void theyComeOldestFirst_andOldOnesAreNoNews() {
    SyncRun first = ended(RunState.PARTIAL);
    SyncRun second = ended(RunState.SUCCEEDED);
    assertEquals(List.of(first.id(), second.id()), untold(START.plusSeconds(1)));
    assertEquals(List.of(), untold(START.plus(Duration.ofHours(25))));
  }

  @Test
  public void aRunThatIsGone_hasNoEnd() {
    SyncRun run = ended(RunState.FAILED);
    journal().delete(run.id());
    assertFalse(ends().claim(run.id(), RunState.FAILED));
  }

  @Test
  public void tellingChangesNothingOfTheRun() {
    SyncRun run = ended(RunState.FAILED);
    assertTrue(ends().claim(run.id(), RunState.FAILED));
    assertEquals(run, journal().find(run.id()).orElseThrow());
  }

  /** A run that ended in a state nobody was told of. */
  protected SyncRun ended(RunState state) {
    SyncRun over = running().with().state(state).finishedAt(START).build();
    journal().update(over);
    return journal().find(over.id()).orElseThrow();
  }

  private SyncRun running() {
    return journal()
        .add(
            SyncRun.starting(
                3, "schedule", "", SyncRun.FULL, false, 1, SyncRun.Origin.NONE, START, "node1"));
  }

  private List<Long> untold(Instant now) {
    return ends().untold(now).stream().map(SyncRun::id).toList();
  }
}
