package org.oktasync.assets;

import java.time.Duration;

/**
 * How long one request may take.
 *
 * @param connect until a connection stands
 * @param silence until the answer begins
 * @param whole from sending to the answer's last byte
 */
public record HttpPatience(Duration connect, Duration silence, Duration whole) {
  /** Long enough for a busy Assets, short enough for a run to notice a dead one. */
  public static final HttpPatience DEFAULT =
      new HttpPatience(Duration.ofSeconds(15), Duration.ofSeconds(60), Duration.ofMinutes(3));
}
