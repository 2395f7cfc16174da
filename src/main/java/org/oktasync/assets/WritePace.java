package org.oktasync.assets;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.oktasync.control.Pacer;
import org.oktasync.control.StopSignal;

/** Keeps writes so far apart that no more than a number of them is sent in a minute. */
final class WritePace {
  private final Duration apart;
  private final Clock clock;
  private final Pacer pacer;
  private Instant due = Instant.MIN;

  WritePace(int writesPerMinute, Clock clock, Pacer pacer) {
    this.apart = Duration.ofMinutes(1).dividedBy(writesPerMinute);
    this.clock = clock;
    this.pacer = pacer;
  }

  /** Waits for the turn of the next write. */
  void await(StopSignal stop) {
    Instant now = clock.instant();
    if (now.isBefore(due)) {
      pacer.pause(Duration.between(now, due), stop);
      now = due;
    }
    due = now.plus(apart);
  }
}
