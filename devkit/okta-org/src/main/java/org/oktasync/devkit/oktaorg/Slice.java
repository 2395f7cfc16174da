package org.oktasync.devkit.oktaorg;

import java.util.List;

/**
 * One page's worth of a list.
 *
 * @param items the page, in list order
 * @param more whether the list goes on behind it
 */
record Slice<T>(List<T> items, boolean more) {}
