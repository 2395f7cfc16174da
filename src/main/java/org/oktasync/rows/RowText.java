package org.oktasync.rows;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Text of any length in a row: the number of bytes, then UTF-8. A text with half a surrogate pair,
 * which UTF-8 does not know, stands in UTF-16 behind a negative number, so that every text comes
 * back as it was.
 */
public final class RowText {
  private RowText() {}

  /**
   * Writes a text.
   *
   * @return the bytes written
   */
  public static int write(String text, DataOutput out) throws IOException {
    boolean whole = isWhole(text);
    byte[] bytes = whole ? text.getBytes(StandardCharsets.UTF_8) : codeUnits(text);
    out.writeInt(whole ? bytes.length : -bytes.length);
    out.write(bytes);
    return Integer.BYTES + bytes.length;
  }

  /** Reads a text that {@link #write} wrote. */
  public static String read(DataInput in) throws IOException {
    int length = in.readInt();
    byte[] bytes = new byte[Math.abs(length)];
    in.readFully(bytes);
    return length >= 0 ? new String(bytes, StandardCharsets.UTF_8) : ofCodeUnits(bytes);
  }

  private static boolean isWhole(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (Character.isSurrogate(text.charAt(at))) {
        if (!pairAt(text, at)) {
          return false;
        }
        at++;
      }
    }
    return true;
  }

  private static boolean pairAt(String text, int at) {
    return at + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
  }

  private static byte[] codeUnits(String text) {
    byte[] bytes = new byte[text.length() * 2];
    for (int at = 0; at < text.length(); at++) {
      bytes[2 * at] = (byte) (text.charAt(at) >>> 8);
      bytes[2 * at + 1] = (byte) text.charAt(at);
    }
    return bytes;
  }

  private static String ofCodeUnits(byte[] bytes) {
    char[] units = new char[bytes.length / 2];
    for (int at = 0; at < units.length; at++) {
      units[at] = (char) ((bytes[2 * at] & 0xff) << 8 | bytes[2 * at + 1] & 0xff);
    }
    return new String(units);
  }
}
