package org.oktasync.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.oktasync.config.ScheduleSettings;

/**
 * When the runs of a schedule are due: at an interval, or by a cron expression.
 *
 * @param interval an ISO 8601 duration; empty when {@code cron} says
 * @param cron a Quartz cron expression; empty when {@code interval} says
 * @param zone the time zone of {@code cron}; empty for Jira's
 */
record Rhythm(String interval, String cron, String zone) {
  private static final Duration LONGEST_OFFSET = Duration.ofMinutes(10);

  /** The rhythm of a schedule that is set. */
  static Rhythm of(ScheduleSettings settings) {
    String zone = settings.cron().isEmpty() ? "" : settings.zone();
    return new Rhythm(settings.interval(), settings.cron(), zone);
  }

  /** A text that is equal for equal rhythms. */
  String text() {
    return (interval + cron + " " + zone).strip();
  }

  /**
   * The first due time. An interval begins with a random part of itself, and a time of a cron
   * expression is put off a little, so that many sites that are set up alike do not all call at
   * once.
   *
   * @param chance numbers from 0, inclusive, to 1, exclusive
   */
  Optional<Instant> first(Instant now, CronTimes times, DoubleSupplier chance) {
    if (!cron.isEmpty()) {
      return times.next(cron, zone).map(time -> putOff(time, now, chance));
    }
    long wait = (long) (Duration.parse(interval).toMillis() * chance.getAsDouble());
    return Optional.of(now.plusMillis(wait));
  }

  /**
   * The first due time after now. An interval keeps its phase: times that were missed are passed
   * over. A time of a cron expression is put off anew.
   *
   * @param due a due time of this rhythm
   * @param chance numbers from 0, inclusive, to 1, exclusive
   */
  Optional<Instant> after(Instant due, Instant now, CronTimes times, DoubleSupplier chance) {
    if (due.isAfter(now)) {
      return Optional.of(due);
    }
    if (!cron.isEmpty()) {
      return first(now, times, chance);
    }
    Duration step = Duration.parse(interval);
    long missed = Duration.between(due, now).dividedBy(step);
    return Optional.of(due.plus(step.multipliedBy(missed + 1)));
  }

  /** By half the time until then at most, so that frequent times do not run into each other. */
  private static Instant putOff(Instant time, Instant now, DoubleSupplier chance) {
    long half = Duration.between(now, time).dividedBy(2).toMillis();
    long most = Math.max(0, Math.min(half, LONGEST_OFFSET.toMillis()));
    return time.plusMillis((long) (most * chance.getAsDouble()));
  }
}
