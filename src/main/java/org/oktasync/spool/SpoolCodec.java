package org.oktasync.spool;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How records of one type are ordered, written and read back. */
public interface SpoolCodec<T> {
  /** The key by which records stand in ascending order; two records of one key are repeats. */
  String key(T value);

  /** Writes a record so that {@link #read} returns an equal one. */
  void write(T value, DataOutput out) throws IOException;

  /** Reads the record that {@link #write} wrote. */
  T read(DataInput in) throws IOException;
}
