package org.oktasync.okta;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One rate limiter per organisation, for all connections of this node. */
public final class OktaRateLimiters {
  private final Clock clock;
  private final Map<String, OktaRateLimiter> limiters = new ConcurrentHashMap<>();

  /** Limiters that know of no limit yet and reckon windows by this clock. */
  public OktaRateLimiters(Clock clock) {
    this.clock = clock;
  }

  /** The limiter of the organisation at this address; the same one for every call. */
  public OktaRateLimiter of(String baseUrl) {
    return limiters.computeIfAbsent(baseUrl, any -> new OktaRateLimiter(clock));
  }
}
