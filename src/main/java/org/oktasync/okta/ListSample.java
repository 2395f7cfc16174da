package org.oktasync.okta;

import java.time.Duration;
import java.util.List;

/**
 * The beginning of a list.
 *
 * @param items what came
 * @param pages how many pages that was
 * @param more whether the list goes on
 * @param perCall how long a page took, without waits
 */
record ListSample<T>(List<T> items, int pages, boolean more, Duration perCall) {
  /** How many items a page holds: as many as came when there are more, else what was asked for. */
  long pageSize(int asked) {
    return more ? Math.max(1, items.size() / pages) : asked;
  }
}
