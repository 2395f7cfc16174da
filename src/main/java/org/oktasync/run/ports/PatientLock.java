package org.oktasync.run.ports;

import java.time.Duration;
import java.util.Optional;
import org.oktasync.control.Pacer;
import org.oktasync.control.StopSignal;
import org.oktasync.record.RunJournal;

/**
 * A run lock that waits for a run which is over but still has the lock: between the moment that a
 * run's end can be seen and the moment that its lock is free, notices are sent. Whoever sees the
 * end and starts the next run is not refused. While a run says that it is under way, nothing waits.
 */
public final class PatientLock implements RunLock {
  private static final Duration STEP = Duration.ofMillis(50);
  private static final int MOST_STEPS = 100;

  private final RunLock lock;
  private final RunJournal journal;
  private final Pacer pacer;

  public PatientLock(RunLock lock, RunJournal journal, Pacer pacer) {
    this.lock = lock;
    this.journal = journal;
    this.pacer = pacer;
  }

  /** Takes the lock; empty while a run is under way, and after five seconds of waiting. */
  @Override
  public Optional<Held> tryAcquire(long connectionId) {
    Optional<Held> held = lock.tryAcquire(connectionId);
    for (int i = 0; i < MOST_STEPS && held.isEmpty() && noneRuns(connectionId); i++) {
      pacer.pause(STEP, new StopSignal());
      held = lock.tryAcquire(connectionId);
    }
    return held;
  }

  private boolean noneRuns(long connectionId) {
    return journal.running(connectionId).isEmpty();
  }
}
