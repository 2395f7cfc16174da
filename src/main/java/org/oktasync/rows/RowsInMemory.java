package org.oktasync.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows as they are. */
final class RowsInMemory<T> implements KeyedRows<T> {
  private final RowFormat<T> format;
  private final List<T> rows = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  RowsInMemory(RowFormat<T> format) {
    this.format = format;
  }

  @Override
  public int put(T row) {
    Integer before = numbers.putIfAbsent(format.key(row), rows.size());
    if (before != null) {
      rows.set(before, row);
      return before;
    }
    rows.add(row);
    return rows.size() - 1;
  }

  @Override
  public int numberOf(String key) {
    return numbers.getOrDefault(key, NONE);
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
