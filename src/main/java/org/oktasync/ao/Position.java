package org.oktasync.ao;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.oktasync.record.RunJournal;

/**
 * Where a change stands in the answer to a query.
 *
 * @param list 0 in the order of application; in a search the number of the {@link NamedList}
 * @param name the key by which a search sorts; empty otherwise
 * @param place the change's {@link Place} in its plan
 */
record Position(int list, String name, long place) implements Comparable<Position> {
  /** Before everything. */
  static final Position START = new Position(0, "", 0);

  private static final Pattern KEY = Pattern.compile("([0-3])\\.([0-9a-z]{0,255})\\.(\\d{1,18})");
  private static final Comparator<Position> ORDER =
      Comparator.comparingInt(Position::list)
          .thenComparing(Position::name)
          .thenComparingLong(Position::place);

  /** A position in the order of application. */
  static Position at(long place) {
    return new Position(0, "", place);
  }

  /**
   * The position that a key names.
   *
   * @param key empty for the start
   * @throws RunJournal.UnknownKeyException when it is no key
   */
  static Position of(String key) {
    if (key.isEmpty()) {
      return START;
    }
    Matcher parts = KEY.matcher(key);
    if (!parts.matches()) {
      throw new RunJournal.UnknownKeyException(key);
    }
    return new Position(
        Integer.parseInt(parts.group(1)), parts.group(2), Long.parseLong(parts.group(3)));
  }

  /** The key by which a reader comes back to here. */
  String key() {
    return list + "." + name + "." + place;
  }

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }
}
