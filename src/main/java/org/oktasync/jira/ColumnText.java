package org.oktasync.jira;

/** Text as the columns of Jira's user table hold it: at most 255 characters, never null. */
final class ColumnText {
  private static final int WIDTH = 255;
  private static final String ELLIPSIS = "...";

  private ColumnText() {}

  /** The text cut to the column's width, no surrogate pair torn apart; empty for null. */
  static String cut(String text) {
    return text == null ? "" : cut(text, WIDTH);
  }

  /**
   * Whether a stored text is what the column makes of a wanted one. Jira's versions differ in what
   * they make of a long one: cut at the width, or shortened to end in three dots.
   */
  static boolean holds(String stored, String wanted) {
    String present = cut(stored);
    String plain = cut(wanted);
    if (present.equals(plain)) {
      return true;
    }
    boolean shortened = wanted != null && wanted.length() > WIDTH;
    return shortened && present.equals(wanted.substring(0, WIDTH - ELLIPSIS.length()) + ELLIPSIS);
  }

  private static String cut(String text, int width) {
    if (text.length() <= width) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(width - 1)) ? width - 1 : width;
    return text.substring(0, end);
  }
}
