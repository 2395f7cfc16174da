package org.oktasync.spool;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.oktasync.rows.KeyedRows;
import org.oktasync.rows.LongPages;
import org.oktasync.rows.NumberIndex;
import org.oktasync.rows.RowFormat;

/**
 * Rows in a file. In memory are where each row begins and what finds its number: about twenty bytes
 * for each row. A row that is replaced leaves its old bytes behind.
 */
final class SpooledRows<T> implements KeyedRows<T> {
  private static final int FIRST_ROWS = 64;

  /** Pages that are full are not copied when more come, so there is no need for much room. */
  private static final int MORE_ROWS = 8_192;

  private final RowFile file;
  private final RowFormat<T> format;
  private final NumberIndex numbers = new NumberIndex();
  private final LongPages starts = new LongPages(FIRST_ROWS);
  private int size;

  SpooledRows(RowFile file, RowFormat<T> format) {
    this.file = file;
    this.format = format;
  }

  @Override
  public int put(T row) {
    String key = format.key(row);
    int number = numberOf(key);
    if (number == NONE) {
      number = size++;
      numbers.add(key, number);
      if (size > starts.size()) {
        starts.grow(size + Math.min(size, MORE_ROWS));
      }
    }
    starts.set(number, file.append(bytes(row)));
    return number;
  }

  private byte[] bytes(T row) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      format.write(row, new DataOutputStream(bytes));
      return bytes.toByteArray();
    } catch (IOException e) {
      throw SpoolFolder.failure("cannot write a row", e);
    }
  }

  @Override
  public int numberOf(String key) {
    return numbers.find(key, number -> format.key(at(number)).equals(key));
  }

  @Override
  public T at(int number) {
    ByteBuffer bytes = file.read(starts.get(number));
    ByteArrayInputStream in =
        new ByteArrayInputStream(bytes.array(), bytes.position(), bytes.remaining());
    try {
      return format.read(new DataInputStream(in));
    } catch (IOException e) {
      throw SpoolFolder.failure("cannot read a row", e);
    }
  }

  @Override
  public int size() {
    return size;
  }
}
