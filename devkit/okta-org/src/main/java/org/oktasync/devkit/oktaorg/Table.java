package org.oktasync.devkit.oktaorg;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows in the order of their numbers, found by number or id. A number is never given twice, so that
 * a page cursor stays true while rows come and go. Not thread-safe: {@link Directory} guards it.
 */
final class Table<T> {
  private final List<T> rows = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  int nextNumber() {
    return rows.size();
  }

  void put(String id, int number, T row) {
    if (number == rows.size()) {
      rows.add(row);
    } else {
      rows.set(number, row);
    }
    numbers.put(id, number);
  }

  void remove(String id) {
    rows.set(numbers.remove(id), null);
  }

  /** The row with this id, or null. */
  T get(String id) {
    Integer number = numbers.get(id);
    return number == null ? null : rows.get(number);
  }

  /** All rows. */
  List<T> all() {
    return rows.stream().filter(Objects::nonNull).toList();
  }

  /** The rows with the given numbers, none of which is removed. */
  List<T> all(IntStream numbers) {
    return numbers.mapToObj(rows::get).toList();
  }

  /** The row with this number, or null. */
  T at(int number) {
    return number < rows.size() ? rows.get(number) : null;
  }

  /** At most {@code limit} wanted rows behind row {@code number}. */
  Slice<T> after(int number, int limit, Predicate<T> wanted) {
    Stream<T> rest = rows.subList(Math.min(number + 1, rows.size()), rows.size()).stream();
    return slice(rest.filter(row -> row != null && wanted.test(row)), limit);
  }

  /**
   * At most {@code limit} wanted rows behind row {@code number} in another order, which no two rows
   * share a place of.
   *
   * @throws OktaError if that row is gone
   */
  Slice<T> after(int number, int limit, Predicate<T> wanted, Comparator<T> order) {
    Stream<T> sorted = rows.stream().filter(Objects::nonNull).sorted(order);
    if (number >= 0) {
      T last = at(number);
      if (last == null) {
        throw OktaError.invalid("after", "The object that the cursor stands at was deleted");
      }
      sorted = sorted.filter(row -> order.compare(row, last) > 0);
    }
    return slice(sorted.filter(wanted), limit);
  }

  /** At most {@code limit} rows out of those with the given numbers, none of which is removed. */
  Slice<T> slice(IntStream numbers, int limit) {
    return slice(numbers.mapToObj(rows::get), limit);
  }

  private static <T> Slice<T> slice(Stream<T> found, int limit) {
    List<T> hits = found.limit(limit + 1L).toList();
    boolean more = hits.size() > limit;
    return new Slice<>(more ? hits.subList(0, limit) : hits, more);
  }
}
