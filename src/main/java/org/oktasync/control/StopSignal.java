package org.oktasync.control;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asks a run to stop. Given once, it stays; safe for use by many threads. */
public final class StopSignal {
  private final CountDownLatch requested = new CountDownLatch(1);

  /** Asks the run to stop at the next safe point. */
  public void request() {
    requested.countDown();
  }

  /** Whether the run was asked to stop. */
  public boolean isRequested() {
    return requested.getCount() == 0;
  }

  /**
   * Ends the current step when a stop was asked for.
   *
   * @throws StoppedException when it was
   */
  public void check() {
    if (isRequested()) {
      throw new StoppedException();
    }
  }

  /**
   * Waits, but no longer than until a stop is asked for.
   *
   * @return whether a stop was asked for
   */
  public boolean await(Duration longest) throws InterruptedException {
    return requested.await(longest.toNanos(), TimeUnit.NANOSECONDS);
  }
}
