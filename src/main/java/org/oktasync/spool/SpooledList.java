package org.oktasync.spool;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.oktasync.rows.NumberedRows;
import org.oktasync.rows.RowFormat;

/**
 * Rows in a file. In memory is where they begin: a byte for each row. A row that is replaced leaves
 * its old bytes behind.
 */
final class SpooledList<T> implements NumberedRows<T> {
  private final RowFile file;
  private final RowFormat<T> format;
  private final RowStarts starts;

  SpooledList(RowFile file, RowFormat<T> format) {
    this.file = file;
    this.format = format;
    this.starts = new RowStarts(file);
  }

  @Override
  public int put(T row) {
    starts.add(file.append(bytes(row)));
    return starts.size() - 1;
  }

  /** Puts another row in the place of the one of a number. */
  void replace(int number, T row) {
    starts.move(number, file.append(bytes(row)));
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
  public T at(int number) {
    ByteBuffer bytes = file.read(starts.of(number));
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
    return starts.size();
  }
}
