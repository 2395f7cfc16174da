package org.oktasync.okta;

import java.time.Clock;
import java.time.Duration;
import org.oktasync.model.SourceUsage;

/** Counts what reading costs. Safe for use by many threads. */
final class UsageMeter {
  private static final int SECONDS = 60;

  private final Clock clock;
  private final long[] callsOfSecond = new long[SECONDS];
  private final long[] secondOfSlot = new long[SECONDS];
  private long calls;
  private long retries;
  private long waitedMs;

  UsageMeter(Clock clock) {
    this.clock = clock;
  }

  /** A request is sent. */
  synchronized void sent(boolean repeated) {
    calls++;
    retries += repeated ? 1 : 0;
    long second = clock.instant().getEpochSecond();
    int slot = (int) Math.floorMod(second, (long) SECONDS);
    if (secondOfSlot[slot] != second) {
      secondOfSlot[slot] = second;
      callsOfSecond[slot] = 0;
    }
    callsOfSecond[slot]++;
  }

  /** So long was waited before a request. */
  synchronized void waited(Duration time) {
    waitedMs += time.toMillis();
  }

  /** The sums so far. */
  synchronized SourceUsage usage() {
    long now = clock.instant().getEpochSecond();
    long lastMinute = 0;
    for (int slot = 0; slot < SECONDS; slot++) {
      lastMinute += now - secondOfSlot[slot] < SECONDS ? callsOfSecond[slot] : 0;
    }
    return new SourceUsage(calls, retries, waitedMs, lastMinute);
  }
}
