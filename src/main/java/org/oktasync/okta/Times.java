package org.oktasync.okta;

import java.time.DateTimeException;
import java.time.Instant;

/** Times as Okta writes them. */
final class Times {
  private Times() {}

  /** Whether it can be told that the first of two times lies before the second. */
  static boolean isBefore(String first, String second) {
    try {
      return Instant.parse(first).isBefore(Instant.parse(second));
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Whether a time lies after a moment; one that cannot be read may, so it does. */
  static boolean isAfter(String time, Instant moment) {
    try {
      return Instant.parse(time).isAfter(moment);
    } catch (DateTimeException e) {
      return true;
    }
  }
}
