package org.oktasync.rows;

import org.oktasync.model.Cursor;

/** Rows that are taken in any order and given back in the order of their keys. */
public interface SortedRows<T> {
  /**
   * Adds a row; of rows with one key the one added last is kept.
   *
   * @throws IllegalStateException after {@link #seal}
   */
  void add(T row);

  /** Ends the filling; a second call does nothing. */
  void seal();

  /**
   * The rows in ascending order of their keys, as often as asked for.
   *
   * @throws IllegalStateException before {@link #seal}
   */
  Cursor<T> cursor();
}
