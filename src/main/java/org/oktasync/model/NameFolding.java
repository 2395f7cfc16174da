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
    return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ENGLISH);
  }
}
