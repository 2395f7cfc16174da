package org.oktasync.fakes;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.oktasync.schedule.CronTimes;

/** A scheduler that knows two cron expressions: three o'clock every night, and one that is over. */
public final class NightlyCron implements CronTimes {
  public static final String NIGHTLY = "0 0 3 * * ?";
  public static final String OVER = "0 0 3 1 1 ? 1999";

  private final Clock clock;

  public NightlyCron(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Optional<Instant> next(String expression, String zone) {
    if (expression.equals(OVER)) {
      return Optional.empty();
    } else if (!expression.equals(NIGHTLY)) {
      throw new IllegalCronException("cannot read " + expression, null);
    }
    ZonedDateTime now = clock.instant().atZone(zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone));
    ZonedDateTime today = now.toLocalDate().atTime(3, 0).atZone(now.getZone());
    return Optional.of((today.isAfter(now) ? today : today.plusDays(1)).toInstant());
  }
}
