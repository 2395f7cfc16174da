package org.oktasync.web.rest;

import java.util.List;

/** Reads words of which only some are known, such as the kinds of things. */
final class Labels {
  private Labels() {}

  /**
   * A known word.
   *
   * @param field where it stands
   * @param text null and empty stand for no word
   * @return the word; empty when there is none
   * @throws RequestRejectedException when it is none of {@code known}
   */
  static String oneOf(String field, String text, List<String> known) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    if (!known.contains(text)) {
      throw RequestRejectedException.of(field, "not-supported", text, String.join(", ", known));
    }
    return text;
  }

  /** Free text; null stands for none. */
  static String text(String text) {
    return text == null ? "" : text.strip();
  }
}
