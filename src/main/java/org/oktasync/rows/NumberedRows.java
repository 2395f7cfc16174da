package org.oktasync.rows;

import org.oktasync.model.Cursor;

/** Rows that are numbered in the order in which they came, from 0 on. For one thread. */
public interface NumberedRows<T> {
  /**
   * Adds a row.
   *
   * @return its number
   */
  int put(T row);

  /** The row of a number that was given. */
  T at(int number);

  /** How many numbers were given. */
  int size();

  /** All rows by number. No row may be put before it is at its end. */
  default Cursor<T> all() {
    return new RowCursor<>(this);
  }
}
