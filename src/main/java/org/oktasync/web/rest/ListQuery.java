package org.oktasync.web.rest;

import java.util.List;
import org.oktasync.record.Page;

/**
 * Which part of a list is asked for.
 *
 * @param after the key behind which it begins; empty when it is named by {@code start}
 * @param start how many to leave out from the beginning
 * @param limit how many at most
 */
record ListQuery(String after, long start, int limit) {
  /** How many values an answer has when nobody says. */
  static final int USUAL = 50;

  /** How many values an answer has at most. */
  static final int MOST = 1000;

  /**
   * Reads the query parameters {@code start} and {@code limit}.
   *
   * @param start null for the beginning
   * @param limit null for the usual number
   * @throws RequestRejectedException when one is no number or out of range
   */
  static ListQuery of(String start, String limit) {
    return of(null, start, limit);
  }

  /**
   * Reads the query parameters {@code after}, {@code start} and {@code limit}.
   *
   * @param after null and blank for a part that is named by {@code start}
   * @throws RequestRejectedException when one is out of range, or both name a beginning
   */
  static ListQuery of(String after, String start, String limit) {
    String key = Labels.text(after);
    if (!key.isEmpty() && start != null && !start.isBlank()) {
      throw RequestRejectedException.of("start", "start-with-after");
    }
    return new ListQuery(
        key,
        number("start", start, 0, 0, Integer.MAX_VALUE),
        (int) number("limit", limit, USUAL, 1, MOST));
  }

  /** A whole number in a query parameter. */
  static long number(String name, String text, long usual, long least, long most) {
    if (text == null || text.isBlank()) {
      return usual;
    }
    long number = parse(name, text.strip());
    if (number < least || number > most) {
      throw RequestRejectedException.of(name, "number-out-of-range", least, most);
    }
    return number;
  }

  private static long parse(String name, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw RequestRejectedException.of(name, "wrong-type", "number");
    }
  }

  /**
   * The id in a path; only digits name anything.
   *
   * @throws RequestRejectedException 404 for anything else
   */
  static long id(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw RequestRejectedException.notFound();
    }
  }

  /** This part of a list that is in memory. */
  <T> Page<T> of(List<T> values) {
    int from = (int) Math.min(start, values.size());
    int to = Math.min(from + limit, values.size());
    return new Page<>(values.size(), start, values.subList(from, to));
  }
}
