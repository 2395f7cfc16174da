package org.oktasync.spool;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.oktasync.rows.RowFormat;

/**
 * Writes records to a file, each behind a mark, and an end mark behind the last: a file that was
 * cut off is told from one that is whole.
 */
final class RecordWriter<T> implements AutoCloseable {
  static final int RECORD = 1;
  static final int END = 0;

  private final Path file;
  private final RowFormat<T> codec;
  private final DataOutputStream out;

  RecordWriter(Path file, RowFormat<T> codec) {
    this.file = file;
    this.codec = codec;
    try {
      this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    } catch (IOException e) {
      throw SpoolFolder.failure("cannot write " + file, e);
    }
  }

  void write(T value) {
    try {
      out.writeByte(RECORD);
      codec.write(value, out);
    } catch (IOException e) {
      throw SpoolFolder.failure("cannot write " + file, e);
    }
  }

  /** Marks the file as whole. */
  void end() {
    try {
      out.writeByte(END);
      out.flush();
    } catch (IOException e) {
      throw SpoolFolder.failure("cannot write " + file, e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw SpoolFolder.failure("cannot write " + file, e);
    }
  }
}
