package org.oktasync.mapping.assets;

/**
 * What comes along when a mapping is pasted from a page or a document: blanks of every kind,
 * characters that nobody sees, bullets, typographic quotes, and full-width punctuation.
 */
final class PastedText {
  private static final String UNSEEN = "\u200B\u2060\uFEFF\u00AD";
  private static final String BULLETS = "\u2022\u25E6\u25AA\u2023\u00B7\u2013\u2014-*";
  private static final String COLONS = ":\uFF1A";
  private static final String EQUALS = "=\uFF1D";
  private static final String BARS = "|\uFF5C";
  private static final String QUOTES = "[\u201C\u201D\u201E\u201F\u00AB\u00BB\uFF02]";

  private PastedText() {}

  static boolean blank(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || UNSEEN.indexOf(c) >= 0;
  }

  static boolean bullet(int c) {
    return BULLETS.indexOf(c) >= 0;
  }

  static boolean colon(int c) {
    return COLONS.indexOf(c) >= 0;
  }

  static boolean equalsSign(int c) {
    return EQUALS.indexOf(c) >= 0;
  }

  static boolean bar(int c) {
    return BARS.indexOf(c) >= 0;
  }

  /** The text without what nobody sees, its blanks plain ones, and none around it. */
  static String clean(String raw) {
    StringBuilder cleaned = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (UNSEEN.indexOf(c) < 0) {
        cleaned.append(blank(c) ? ' ' : c);
      }
    }
    return cleaned.toString().strip();
  }

  /** The text with plain quotes, for expressions, where typographic ones have no meaning. */
  static String plainQuotes(String cleaned) {
    return cleaned.replaceAll(QUOTES, "\"");
  }
}
