package org.oktasync.spool;

import org.oktasync.rows.KeyedRows;
import org.oktasync.rows.NumberIndex;
import org.oktasync.rows.RowFormat;

/**
 * Rows in a file that are found by their keys: about eleven bytes in memory for each, and eight
 * more once rows are replaced.
 */
final class SpooledRows<T> implements KeyedRows<T> {
  private final SpooledList<T> rows;
  private final RowFormat<T> format;
  private final NumberIndex numbers = new NumberIndex();

  SpooledRows(RowFile file, RowFormat<T> format) {
    this.rows = new SpooledList<>(file, format);
    this.format = format;
  }

  @Override
  public int put(T row) {
    String key = format.key(row);
    int number = numberOf(key);
    if (number == NONE) {
      number = rows.put(row);
      numbers.add(key, number);
    } else {
      rows.replace(number, row);
    }
    return number;
  }

  @Override
  public int numberOf(String key) {
    return numbers.find(key, number -> format.key(at(number)).equals(key));
  }

  @Override
  public T at(int number) {
    return rows.at(number);
  }

  @Override
  public int size() {
    return rows.size();
  }
}
