package org.oktasync.rows;

import java.util.SortedMap;
import java.util.TreeMap;
import org.oktasync.model.Cursor;

/** Sorted rows as they are. */
final class SortedInMemory<T> implements SortedRows<T> {
  private final RowFormat<T> format;
  private final SortedMap<String, T> rows = new TreeMap<>();
  private boolean sealed;

  SortedInMemory(RowFormat<T> format) {
    this.format = format;
  }

  @Override
  public void add(T row) {
    require(!sealed);
    rows.put(format.key(row), row);
  }

  @Override
  public void seal() {
    sealed = true;
  }

  @Override
  public Cursor<T> cursor() {
    require(sealed);
    return Cursor.over(rows.values());
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new IllegalStateException("rows are added before the seal and read behind it");
    }
  }
}
