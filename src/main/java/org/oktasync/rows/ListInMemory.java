package org.oktasync.rows;

import java.util.ArrayList;
import java.util.List;

/** Numbered rows as they are. */
final class ListInMemory<T> implements NumberedRows<T> {
  private final List<T> rows = new ArrayList<>();

  @Override
  public int put(T row) {
    rows.add(row);
    return rows.size() - 1;
  }

  @Override
  public T at(int number) {
    return rows.get(number);
  }

  @Override
  public int size() {
    return rows.size();
  }
}
