package org.oktasync.wiring;

import java.time.Duration;
import org.oktasync.control.Pacer;
import org.oktasync.control.StopSignal;
import org.oktasync.control.StoppedException;

/** Waits for real. */
final class Waiting implements Pacer {
  @Override
  public void pause(Duration time, StopSignal stop) {
    try {
      if (stop.await(time)) {
        throw new StoppedException();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoppedException();
    }
  }
}
