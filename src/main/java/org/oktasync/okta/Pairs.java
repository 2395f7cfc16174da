package org.oktasync.okta;

import java.util.ArrayList;
import java.util.List;
import org.oktasync.model.Cursor;

/**
 * Pairs of a person and a thing as single texts, whose order is that of the people and then of the
 * things.
 */
final class Pairs {
  /** Stands before every character of an id. */
  private static final char BETWEEN = '\0';

  private Pairs() {}

  static String of(String person, String thing) {
    return person + BETWEEN + thing;
  }

  /** The things of one person after the other, out of a sorted list of pairs. */
  static final class Walk implements AutoCloseable {
    private final Cursor<String> pairs;
    private String next;

    Walk(Cursor<String> pairs) {
      this.pairs = pairs;
      advance();
    }

    /**
     * The things of a person, in ascending order.
     *
     * @param person greater than the one asked for before
     */
    List<String> of(String person) {
      while (next != null && personOf(next).compareTo(person) < 0) {
        advance();
      }
      List<String> things = new ArrayList<>();
      while (next != null && personOf(next).equals(person)) {
        things.add(next.substring(person.length() + 1));
        advance();
      }
      return things;
    }

    @Override
    public void close() {
      pairs.close();
    }

    private void advance() {
      next = pairs.hasNext() ? pairs.next() : null;
    }

    private static String personOf(String pair) {
      return pair.substring(0, pair.indexOf(BETWEEN));
    }
  }
}
