package org.oktasync.run.ports;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.Test;
import org.oktasync.fakes.InMemoryJournal;
import org.oktasync.fakes.InMemoryPlanStore;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;

/** Between the end of a run and its lock's release. */
public class PatientLockTest {
  private static final long CONNECTION = 1;

  private final InMemoryJournal journal = new InMemoryJournal(new InMemoryPlanStore());
  private int busyFor;
  private int asked;
  private Duration waited = Duration.ZERO;

  private final PatientLock lock =
      new PatientLock(id -> answer(), journal, (time, stop) -> waited = waited.plus(time));

  private Optional<RunLock.Held> answer() {
    return asked++ < busyFor ? Optional.empty() : Optional.of(() -> {});
  }

  private SyncRun running() {
    return journal.add(
        SyncRun.starting(
            CONNECTION,
            "manual",
            "ada",
            SyncRun.FULL,
            false,
            1,
            SyncRun.Origin.NONE,
            Instant.EPOCH,
            "node"));
  }

  @Test
  public void aFreeLockIsTakenAtOnce() {
    assertTrue(lock.tryAcquire(CONNECTION).isPresent());
    assertEquals(Duration.ZERO, waited);
  }

  @Test
  public void whoSeesTheEndOfARunMayStartTheNext() {
    journal.update(running().with().state(RunState.SUCCEEDED).build());
    busyFor = 3;

    assertTrue(lock.tryAcquire(CONNECTION).isPresent());
    assertEquals(4, asked);
  }

  @Test
  public void aRunUnderWayIsNotWaitedFor() {
    running();
    busyFor = 3;

    assertTrue(lock.tryAcquire(CONNECTION).isEmpty());
    assertEquals(1, asked);
    assertEquals(Duration.ZERO, waited);
  }

  @Test
  public void aLockThatStaysTakenIsGivenUpAfterFiveSeconds() {
    busyFor = Integer.MAX_VALUE;

    assertTrue(lock.tryAcquire(CONNECTION).isEmpty());
    assertEquals(Duration.ofSeconds(5), waited);
  }
}
