package org.oktasync.rows;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How rows of one type are known, written and read back. */
public interface RowFormat<T> {
  /**
   * The key of a row: in a sorted list rows stand in ascending order of it, and two rows of one key
   * are repeats.
   */
  String key(T value);

  /** Writes a row so that {@link #read} returns an equal one. */
  void write(T value, DataOutput out) throws IOException;

  /** Reads the row that {@link #write} wrote. */
  T read(DataInput in) throws IOException;
}
