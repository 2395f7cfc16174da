package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.Test;
import org.oktasync.record.SyncRun;

/** Who gets the lock of a connection, and when. */
public class RunLauncherTest {
  private final SyncWorld world = SyncWorld.unguarded();
  private final TightLock lock = new TightLock();
  private final RunLauncher launcher =
      new RunLauncher(
          world.ports,
          lock,
          Runnable::run,
          mock(ScheduledExecutorService.class),
          Clock.systemUTC(),
          id -> {});

  /** A lock that somebody has, and gives to whoever has patience. */
  private static final class TightLock implements RunLock {
    private boolean patienceTried;
    private boolean released;

    @Override
    public Optional<Held> tryAcquire(long connectionId) {
      return Optional.empty();
    }

    @Override
    public Optional<Held> tryAcquire(long connectionId, Duration patience) {
      patienceTried = true;
      return Optional.of(() -> released = true);
    }
  }

  @Test
  public void whoComesRightAfterTheEndOfARunWaitsUntilItLetsGo() {
    SyncRun ended = world.sync();
    SyncRun next =
        launcher.launch(world.connection(), () -> ended, (run, connection, watch) -> run);
    assertEquals(ended, next);
    assertTrue(lock.released);
  }

  @Test
  public void whoComesDuringARunIsRefusedAtOnce() {
    SyncRun ended = world.sync();
    world.journal.update(ended.with().state(org.oktasync.record.RunState.RUNNING).build());
    RunRefusedException refused =
        assertThrows(
            RunRefusedException.class,
            () ->
                launcher.launch(world.connection(), () -> ended, (run, connection, watch) -> run));
    assertEquals(ended.id(), refused.runId());
    assertFalse(lock.patienceTried);
  }
}
