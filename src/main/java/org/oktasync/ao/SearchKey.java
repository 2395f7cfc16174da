package org.oktasync.ao;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.oktasync.model.GroupName;

/**
 * Names as they are searched for and sorted. How a database compares texts is the choice of whoever
 * set it up, and most choices cannot find a beginning through a plain index. So a key spells out
 * the bytes of the folded name in signs that every choice orders alike: digits, and letters that no
 * language joins to one or puts elsewhere in its alphabet. What begins with a text is then a range.
 */
final class SearchKey {
  private static final String SIGNS = "0123456789bjmptv";

  /** Two signs for each byte fit a column that every database can index. */
  private static final int BYTES = 127;

  private SearchKey() {}

  /**
   * A range of keys.
   *
   * @param from the first key in it
   * @param to the first key behind it
   */
  record Range(String from, String to) {}

  /**
   * The key of a name; empty when the name is blank. Names are told apart by 127 bytes of UTF-8.
   */
  static String of(String name) {
    return spelled(bytes(name));
  }

  /** The keys of all names that begin with a text that is not blank. */
  static Range beginningWith(String text) {
    byte[] first = bytes(text);
    byte[] behind = first.clone();
    // No byte of UTF-8 is the highest that there is.
    behind[behind.length - 1]++;
    return new Range(spelled(first), spelled(behind));
  }

  private static byte[] bytes(String name) {
    String folded = name.isBlank() ? "" : StoredText.storable(new GroupName(name).key());
    byte[] all = folded.getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(all, Math.min(all.length, BYTES));
  }

  private static String spelled(byte[] bytes) {
    StringBuilder key = new StringBuilder(2 * bytes.length);
    for (byte b : bytes) {
      key.append(SIGNS.charAt((b >> 4) & 15)).append(SIGNS.charAt(b & 15));
    }
    return key.toString();
  }
}
