package org.oktasync.spool;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import org.oktasync.model.Cursor;
import org.oktasync.rows.RowFormat;

/** Reads the records that a {@link RecordWriter} wrote, one at a time. */
final class RecordReader<T> implements Cursor<T> {
  private final Path file;
  private final RowFormat<T> codec;
  private final DataInputStream in;
  private boolean hasNext;

  RecordReader(Path file, RowFormat<T> codec) {
    this.file = file;
    this.codec = codec;
    try {
      this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
      this.hasNext = in.readByte() == RecordWriter.RECORD;
    } catch (IOException e) {
      throw SpoolFolder.failure("cannot read " + file, e);
    }
  }

  @Override
  public boolean hasNext() {
    return hasNext;
  }

  @Override
  public T next() {
    if (!hasNext) {
      throw new NoSuchElementException(file.toString());
    }
    try {
      T value = codec.read(in);
      hasNext = in.readByte() == RecordWriter.RECORD;
      return value;
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
