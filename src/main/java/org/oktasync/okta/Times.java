package org.oktasync.okta;

import java.time.DateTimeException;
import java.time.Instant;

/** Times as Okta writes them. */
final class Times {
  private Times() {}

  /** Whether a time lies after a moment; one that cannot be read may, so it does. */
  static boolean isAfter(String time, Instant moment) {
    try {
      return Instant.parse(time).isAfter(moment);
    } catch (DateTimeException e) {
      return true;
    }
  }
}
