package org.oktasync.okta;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before a request is repeated: as long as the server asks, else a second that
 * doubles each time; spread at random, so that callers who failed together do not return together.
 */
final class Backoff {
  private static final long FIRST_MS = 1_000;
  private static final long SPREAD_MS = 1_000;

  private final DoubleSupplier jitter;

  /**
   * @param jitter random numbers from 0 up to, but without, 1
   */
  Backoff(DoubleSupplier jitter) {
    this.jitter = jitter;
  }

  /**
   * @param failures how often the request failed so far, at least 1
   * @param asked how long the server asks to wait
   */
  Duration before(int failures, Optional<Duration> asked) {
    double random = jitter.getAsDouble();
    if (asked.isPresent()) {
      return asked.get().plusMillis((long) (SPREAD_MS * random));
    }
    long half = (FIRST_MS << Math.min(failures - 1, 5)) / 2;
    return Duration.ofMillis(half + (long) (half * random));
  }
}
