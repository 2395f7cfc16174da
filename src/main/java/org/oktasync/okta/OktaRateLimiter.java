package org.oktasync.okta;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What one organisation allows, shared by all its connections: its rate limits, and the calls that
 * are under way. Safe for use by many threads.
 */
public final class OktaRateLimiter {
  private final Clock clock;
  private final Map<RateBucket, RateWindow> windows = new EnumMap<>(RateBucket.class);
  private final CallSlots slots = new CallSlots();

  OktaRateLimiter(Clock clock) {
    this.clock = clock;
  }

  /**
   * Takes one call out of a bucket.
   *
   * @param share percent of the announced limit that the caller may use
   * @return zero when the call may go now; else how long to wait before asking again
   */
  synchronized Duration take(RateBucket bucket, int share) {
    return window(bucket).take(clock.instant(), share);
  }

  /** Room for calls that are under way at once. */
  CallSlots slots() {
    return slots;
  }

  /** Takes in the rate limit headers of an answer, if it has any. */
  synchronized void observe(RateBucket bucket, OktaAnswer answer) {
    Instant now = clock.instant();
    RateNotice.of(answer, now).ifPresent(notice -> window(bucket).observe(now, notice));
  }

  /**
   * How many calls a window of a bucket allows.
   *
   * @param share percent of the announced limit that the caller may use
   * @return empty while no limit was announced
   */
  synchronized OptionalLong allowance(RateBucket bucket, int share) {
    return window(bucket).allowed(share);
  }

  private RateWindow window(RateBucket bucket) {
    return windows.computeIfAbsent(bucket, any -> new RateWindow());
  }
}
