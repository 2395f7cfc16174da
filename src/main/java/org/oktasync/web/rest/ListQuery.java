package org.oktasync.web.rest;

import java.util.List;
import org.oktasync.record.Page;

/**
 * Which part of a list is asked for.
 *
 * @param start how many to leave out from the beginning
 * @param limit how many at most
 */
record ListQuery(long start, int limit) {
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
    return new ListQuery(
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
