package org.oktasync.devkit.oktaorg;

import java.util.List;

/**
 * One page's worth of a list.
 *
 * @param items the page, in list order
 * @param more whether the list goes on behind it
 */
record Slice<T>(List<T> items, boolean more) {
  /** At most {@code limit} items of a list in memory behind the one at place {@code after}. */
  static <T> Slice<T> of(List<T> all, int after, int limit) {
    int from = Math.min(after + 1, all.size());
    int to = Math.min(all.size(), from + limit);
    return new Slice<>(all.subList(from, to), to < all.size());
  }
}
