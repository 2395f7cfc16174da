package org.oktasync.rows;

import java.util.Optional;

/**
 * Numbered rows that are also found by a key, of which there is one row. A row is read as it was
 * put last. For one thread.
 */
public interface KeyedRows<T> extends NumberedRows<T> {
  /** There is no row of this key. */
  int NONE = -1;

  /**
   * Adds a row, or replaces the one of the same key, which keeps its number.
   *
   * @return its number
   */
  @Override
  int put(T row);

  /** The number of the row of a key; {@link #NONE} when there is none. */
  int numberOf(String key);

  /** The row of a key. */
  default Optional<T> find(String key) {
    int number = numberOf(key);
    return number == NONE ? Optional.empty() : Optional.of(at(number));
  }
}
