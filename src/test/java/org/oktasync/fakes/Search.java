package org.oktasync.fakes;

import java.util.List;
import java.util.Locale;
import org.oktasync.record.Page;

/** How the stores in memory search and page. */
final class Search {
  private Search() {}

  static boolean begins(String name, String text) {
    return folded(name).startsWith(folded(text));
  }

  static String folded(String name) {
    return name.toLowerCase(Locale.ENGLISH);
  }

  static <T> Page<T> page(List<T> all, long start, int limit) {
    return new Page<>(all.size(), start, all.stream().skip(start).limit(limit).toList());
  }
}
