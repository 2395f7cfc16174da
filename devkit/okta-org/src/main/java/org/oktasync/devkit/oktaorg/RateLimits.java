package org.oktasync.devkit.oktaorg;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Counts calls per bucket in windows of 60 seconds that start with a bucket's first call, as Okta
 * does. The table is the one Okta published last for its workforce organisations.
 */
final class RateLimits {
  private static final long WINDOW_SECONDS = 60;
  private static final int UNLIMITED = 1_000_000;
  private static final List<Bucket> BUCKETS =
      List.of(
          new Bucket("users-list", "(GET|POST) /api/v1/users", 600),
          new Bucket("users-read", "GET /api/v1/users/[^/]+", 2000),
          new Bucket("users-write", "(POST|PUT|DELETE) /api/v1/users/[^/]+", 600),
          new Bucket("groups-one", "\\w+ /api/v1/groups/[^/]+", 1000),
          new Bucket("groups", "\\w+ /api/v1/groups(/.*)?", 500),
          new Bucket("apps-one", "\\w+ /api/v1/apps/[^/]+", 500),
          new Bucket("apps", "\\w+ /api/v1/apps(/.*)?", 100),
          new Bucket("devices", "\\w+ /api/v1/devices", 100),
          new Bucket("logs", "GET /api/v1/logs", 120),
          new Bucket("other", ".*", 1200));

  /** Calls that share one allowance. */
  private record Bucket(String name, Pattern calls, int perMinute) {
    Bucket(String name, String calls, int perMinute) {
      this(name, Pattern.compile(calls), perMinute);
    }
  }

  /** A bucket's running window. */
  private record Window(long start, int used) {}

  /**
   * What a call was told.
   *
   * @param bucket name of the bucket
   * @param limit calls per window
   * @param remaining calls left after this one, never negative
   * @param reset end of the window in epoch seconds
   * @param refused whether this call came too late
   */
  record Ticket(String bucket, int limit, int remaining, long reset, boolean refused) {}

  private final Clock clock;
  private final int perMinute;
  private final Map<String, Window> windows = new HashMap<>();

  /**
   * Limits.
   *
   * @param perMinute for every bucket; 0 for none, -1 for Okta's table
   */
  RateLimits(Clock clock, int perMinute) {
    this.clock = clock;
    this.perMinute = perMinute;
  }

  synchronized Ticket take(String method, String path) {
    Bucket bucket = bucket(method, path);
    int limit = perMinute == 0 ? UNLIMITED : perMinute < 0 ? bucket.perMinute() : perMinute;
    long now = clock.instant().getEpochSecond();
    Window window = windows.get(bucket.name());
    boolean running =
        window != null && now >= window.start() && now < window.start() + WINDOW_SECONDS;
    if (!running) {
      window = new Window(now, 0);
    }
    int used = perMinute == 0 ? 1 : window.used() + 1;
    windows.put(bucket.name(), new Window(window.start(), Math.min(used, limit)));
    return new Ticket(
        bucket.name(),
        limit,
        Math.max(0, limit - used),
        window.start() + WINDOW_SECONDS,
        used > limit);
  }

  private static Bucket bucket(String method, String path) {
    String call = method + " " + path;
    return BUCKETS.stream()
        .filter(b -> b.calls().matcher(call).matches())
        .findFirst()
        .orElseThrow();
  }
}
