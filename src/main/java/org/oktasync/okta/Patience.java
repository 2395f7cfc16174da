package org.oktasync.okta;

import java.time.Duration;

/**
 * How long one request may take.
 *
 * @param connect until a connection stands
 * @param silence between two pieces of an answer
 * @param whole from sending to the answer's last byte
 */
record Patience(Duration connect, Duration silence, Duration whole) {
  /** Long enough for Okta's slowest lists, short enough for a run to notice a dead server. */
  static final Patience DEFAULT =
      new Patience(Duration.ofSeconds(15), Duration.ofSeconds(60), Duration.ofMinutes(3));
}
