package org.oktasync.control;

import java.time.Duration;

/** The one way to wait, so that tests of waiting take no time. */
@FunctionalInterface
public interface Pacer {
  /**
   * Waits for the given time, or ends at once when a stop is asked for.
   *
   * @throws StoppedException when a stop was asked for before or during the wait, or the thread was
   *     interrupted
   */
  void pause(Duration time, StopSignal stop);
}
