package org.oktasync.rows;

import java.util.NoSuchElementException;
import org.oktasync.model.Cursor;

/** Reads rows by number. */
final class RowCursor<T> implements Cursor<T> {
  private final NumberedRows<T> rows;
  private int next;

  RowCursor(NumberedRows<T> rows) {
    this.rows = rows;
  }

  @Override
  public boolean hasNext() {
    return next < rows.size();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return rows.at(next++);
  }

  @Override
  public void close() {}
}
