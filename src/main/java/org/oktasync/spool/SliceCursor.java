package org.oktasync.spool;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import org.oktasync.model.Cursor;
import org.oktasync.rows.RowText;

/** Reads a known number of texts from the place where a stream stands. */
final class SliceCursor implements Cursor<String> {
  private final DataInputStream in;
  private final Path file;
  private int left;

  SliceCursor(DataInputStream in, int count, Path file) {
    this.in = in;
    this.left = count;
    this.file = file;
  }

  @Override
  public boolean hasNext() {
    return left > 0;
  }

  @Override
  public String next() {
    if (left == 0) {
      throw new NoSuchElementException(file.toString());
    }
    try {
      left--;
      return RowText.read(in);
    } catch (IOException e) {
      throw SpoolFolder.failure("cannot read " + file, e);
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw SpoolFolder.failure("cannot close " + file, e);
    }
  }
}
