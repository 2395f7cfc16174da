package org.oktasync.model;

import java.text.Normalizer;
import java.util.Locale;

/** How two spellings of one name are told to be the same, in one place for the whole product. */
public final class NameFolding {
  private NameFolding() {}

  /**
   * Folds a name as a Crowd directory compares it: lower case by English rules, after Unicode
   * composition (NFC), so that a composed and a decomposed spelling are one name.
   */
  public static String fold(String name) {
    if (isPlain(name)) {
      return name.toLowerCase(Locale.ENGLISH);
    }
    return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ENGLISH);
  }

  /** Whether there is nothing to compose; asked of every name again and again. */
  private static boolean isPlain(String name) {
    for (int at = 0; at < name.length(); at++) {
      if (name.charAt(at) > '\u007f') {
        return false;
      }
    }
    return true;
  }
}
