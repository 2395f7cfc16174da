package org.oktasync.schedule;

import java.time.Instant;
import java.util.Optional;

/** Works out the times of cron expressions, as Jira's scheduler reads them. */
@FunctionalInterface
public interface CronTimes {
  /**
   * The next time from now on; empty when there is none any more.
   *
   * @param expression a Quartz cron expression of six or seven fields
   * @param zone id of the time zone; empty for Jira's own
   * @throws IllegalCronException when it is no cron expression
   * @throws java.time.DateTimeException when there is no such time zone
   */
  Optional<Instant> next(String expression, String zone);

  /** No cron expression; the message says what is wrong. */
  final class IllegalCronException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IllegalCronException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
