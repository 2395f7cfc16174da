package org.oktasync.apply;

import java.time.Duration;
import org.oktasync.control.Pacer;
import org.oktasync.control.StopSignal;
import org.oktasync.target.TargetException;

/** Repeats a write that failed in passing: twice more, after one and after four seconds. */
public final class RetryPolicy {
  private static final Duration[] PAUSES = {Duration.ofSeconds(1), Duration.ofSeconds(4)};

  private final Pacer pacer;

  public RetryPolicy(Pacer pacer) {
    this.pacer = pacer;
  }

  /**
   * Runs a write until it succeeds, fails for good, or was tried three times.
   *
   * @throws TargetException the last failure
   */
  public void run(Runnable write, StopSignal stop) {
    for (Duration pause : PAUSES) {
      try {
        write.run();
        return;
      } catch (TargetException e) {
        if (e.kind() != TargetException.Kind.RETRY) {
          throw e;
        }
        pacer.pause(pause, stop);
      }
    }
    write.run();
  }
}
