package org.oktasync.devkit.host.assets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * One value of an object.
 *
 * @param text as Assets gives it back; a user key, a group name, the number of a status or object
 * @param folded what searches compare, in lower case: for users and statuses their names
 * @param number what orders it; null where it is no number, date or time
 * @param reference the object that it refers to; null for none
 */
record StoredValue(String text, String folded, Double number, Long reference) {
  /** How much of a value the index for searches holds. */
  static final int INDEXED = 256;

  static StoredValue text(String text) {
    return new StoredValue(text, fold(text), null, null);
  }

  static StoredValue number(String text, double number) {
    return new StoredValue(text, fold(text), number, null);
  }

  /** How Assets compares texts. */
  static String fold(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** The part that the index holds. */
  static String indexed(String folded) {
    return folded.length() > INDEXED ? folded.substring(0, INDEXED) : folded;
  }

  /** What no other object may have where the attribute is unique. */
  String uniqueKey(int attributeId) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha.digest(folded.getBytes(StandardCharsets.UTF_8));
      return attributeId + ":" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
