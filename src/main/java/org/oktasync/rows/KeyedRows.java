package org.oktasync.rows;

import java.util.Optional;
import org.oktasync.model.Cursor;

/**
 * Rows that are numbered in the order in which their keys came, from 0 on, and found by key or
 * number. For one thread.
 */
public interface KeyedRows<T> {
  /** There is no row of this key. */
  int NONE = -1;

  /**
   * Adds a row, or replaces the one of the same key, which keeps its number.
   *
   * @return its number
   */
  int put(T row);

  /** The number of the row of a key; {@link #NONE} when there is none. */
  int numberOf(String key);

  /** The row of a number that was given; as it was put last. */
  T at(int number);

  /** How many numbers were given. */
  int size();

  /** The row of a key. */
  default Optional<T> find(String key) {
    int number = numberOf(key);
    return number == NONE ? Optional.empty() : Optional.of(at(number));
  }

  /** All rows by number, as they were put last. No row may be put before it is at its end. */
  default Cursor<T> all() {
    return new RowCursor<>(this);
  }
}
