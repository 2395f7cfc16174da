package org.oktasync.okta;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * What reading a list would cost, or many short lists of one kind.
 *
 * @param calls the pages of all of them
 * @param inARow the pages of the longest, of which each leads to the next
 * @param perCall how long a page takes
 * @param allowance how many calls a window of the rate limit allows; empty when there is no limit
 */
record ListCost(long calls, long inARow, Duration perCall, OptionalLong allowance) {
  /** Okta's limits count by the minute. */
  private static final Duration WINDOW = Duration.ofMinutes(1);

  /** One list, whose pages follow one another. */
  static ListCost of(long pages, Duration perCall, OptionalLong allowance) {
    return new ListCost(pages, pages, perCall, allowance);
  }

  /** How long the calls take when so many are under way at a time and nobody has to wait. */
  Duration time(int atOnce) {
    return perCall.multipliedBy(Math.max(inARow, pages(calls, atOnce)));
  }

  /** How long the rate limit makes one wait: what the first window allows is free. */
  Duration waits() {
    return allowance.isEmpty() || calls == 0
        ? Duration.ZERO
        : WINDOW.multipliedBy((calls - 1) / allowance.getAsLong());
  }

  /** How many pages hold so many items. */
  static long pages(long items, long pageSize) {
    return (items + pageSize - 1) / pageSize;
  }
}
