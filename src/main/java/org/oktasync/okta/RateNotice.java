package org.oktasync.okta;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an answer says about the rate limit.
 *
 * @param limit calls allowed in the whole window, always positive
 * @param remaining calls left in the window
 * @param resetIn until the next window begins, by the server's own clock
 */
record RateNotice(long limit, long remaining, Duration resetIn) {
  /** The longest time that a server is believed about; Okta's windows last a minute. */
  static final Duration LONGEST = Duration.ofMinutes(2);

  /**
   * Reads the headers of an answer. Empty when there are none, and for a limit of zero, with which
   * Okta reports too many calls at once: that says nothing about a window.
   */
  static Optional<RateNotice> of(OktaAnswer answer, Instant now) {
    OptionalLong limit = answer.number("X-Rate-Limit-Limit");
    OptionalLong remaining = answer.number("X-Rate-Limit-Remaining");
    Optional<Duration> resetIn = resetIn(answer, now);
    if (limit.orElse(0) == 0 || remaining.isEmpty() || resetIn.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new RateNotice(limit.getAsLong(), remaining.getAsLong(), resetIn.get()));
  }

  /**
   * How long a refused call should wait: until the window's reset or as long as {@code Retry-After}
   * says, never longer than {@link #LONGEST}. Empty when the server does not say or reports too
   * many calls at once, for which Okta's reset is no more than a guess.
   */
  static Optional<Duration> retryAfter(OktaAnswer answer, Instant now) {
    OptionalLong seconds = answer.number("Retry-After");
    if (seconds.isPresent()) {
      return Optional.of(shorter(Duration.ofSeconds(seconds.getAsLong())));
    }
    boolean tooManyAtOnce = answer.number("X-Rate-Limit-Limit").orElse(1) == 0;
    return tooManyAtOnce ? Optional.empty() : resetIn(answer, now);
  }

  private static Optional<Duration> resetIn(OktaAnswer answer, Instant now) {
    OptionalLong reset = answer.number("X-Rate-Limit-Reset");
    if (reset.isEmpty()) {
      return Optional.empty();
    }
    long date = answer.date().orElse(now).getEpochSecond();
    // Both are whole seconds: the reset may lie up to one second further away.
    long seconds = Math.max(0, reset.getAsLong() - date) + 1;
    return Optional.of(shorter(Duration.ofSeconds(seconds)));
  }

  private static Duration shorter(Duration time) {
    return time.compareTo(LONGEST) > 0 ? LONGEST : time;
  }
}
