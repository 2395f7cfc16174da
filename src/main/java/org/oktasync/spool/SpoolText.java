package org.oktasync.spool;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Text of any length in a spool file: the number of bytes, then UTF-8. */
public final class SpoolText {
  private SpoolText() {}

  /**
   * Writes a text; half a surrogate pair, which is no character, becomes a question mark.
   *
   * @return the bytes written
   */
  public static int write(String text, DataOutput out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
    return Integer.BYTES + bytes.length;
  }

  /** Reads a text that {@link #write} wrote. */
  public static String read(DataInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
