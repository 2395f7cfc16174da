package org.oktasync.ao;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Cuts long lists into parts that one statement takes. */
final class Batch {
  /** Oracle takes at most 1000 values in one list; larger inserts gain nothing. */
  static final int SIZE = 500;

  private Batch() {}

  /** Parts of at most {@link #SIZE}, in order; views of the list. */
  static <T> List<List<T>> of(List<T> all) {
    List<List<T>> parts = new ArrayList<>();
    for (int start = 0; start < all.size(); start += SIZE) {
      parts.add(all.subList(start, Math.min(all.size(), start + SIZE)));
    }
    return parts;
  }

  /** The condition that a column has one of so many values. */
  static String in(String column, int values) {
    return column + " IN (" + String.join(",", Collections.nCopies(values, "?")) + ")";
  }

  /** Parameters in one array: some first ones and a list. */
  static Object[] parameters(List<?> rest, Object... first) {
    List<Object> all = new ArrayList<>(List.of(first));
    all.addAll(rest);
    return all.toArray();
  }
}
