package org.oktasync.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * How long accounts wait before something is taken from them.
 *
 * @param now the moment that a run plans at
 * @param zone the time zone in which days are told
 * @param inactive how long the account of somebody inactive waits to be deactivated
 * @param outOfScope the same for somebody out of scope
 * @param notFound the same for somebody whom the source no longer has
 * @param deletion for how long an account must have been deactivated before it is deleted
 */
public record WaitingTimes(
    Instant now,
    ZoneId zone,
    Duration inactive,
    Duration outOfScope,
    Duration notFound,
    Duration deletion) {
  /**
   * How long an account waits to be deactivated.
   *
   * @param reason why, as a code of {@link Reasons}
   */
  public Duration before(String reason) {
    return switch (reason) {
      case Reasons.INACTIVE -> inactive;
      case Reasons.OUT_OF_SCOPE -> outOfScope;
      case Reasons.NOT_FOUND -> notFound;
      default -> Duration.ZERO;
    };
  }

  /**
   * Whether an account may be deactivated now.
   *
   * @param since since when it waits; null when it does not
   */
  boolean isOver(String reason, Instant since) {
    Duration time = before(reason);
    return time.isZero() || (since != null && !since.plus(time).isAfter(now));
  }

  /** The first day on which an account may be deactivated that begins to wait now. */
  String deactivatedFrom(String reason) {
    return day(now.plus(before(reason)));
  }

  /** The first day on which an account may be deleted that is deactivated now. */
  String deletedFrom() {
    return day(now.plus(deletion));
  }

  /** Only accounts that the product deactivated before this moment are deleted. */
  Instant deletableBefore() {
    return now.minus(deletion);
  }

  private String day(Instant at) {
    return LocalDate.ofInstant(at, zone).toString();
  }
}
