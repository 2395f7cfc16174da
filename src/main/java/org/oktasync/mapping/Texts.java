package org.oktasync.mapping;

import java.text.Normalizer;

/** How text of the source becomes text that a Jira column holds unchanged. */
final class Texts {
  /** The width of Jira's columns for names, e-mail addresses and user properties. */
  static final int COLUMN = 255;

  private Texts() {}

  /**
   * Composed, without control characters and blanks around it, cut to the column's width; so that
   * what is written compares equal to what is read back.
   */
  static String forColumn(String raw) {
    return cut(clean(raw), COLUMN).strip();
  }

  /** Composed, without control characters and blanks around it. */
  static String clean(String raw) {
    String composed = Normalizer.normalize(raw, Normalizer.Form.NFC);
    return composed.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  /** The first {@code length} characters, without tearing a surrogate pair apart. */
  static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end);
  }
}
