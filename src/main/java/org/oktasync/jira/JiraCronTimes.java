package org.oktasync.jira;

import com.atlassian.scheduler.SchedulerService;
import com.atlassian.scheduler.SchedulerServiceException;
import com.atlassian.scheduler.config.Schedule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.oktasync.schedule.CronTimes;

/** Cron expressions as Jira's own scheduler reads them. */
public final class JiraCronTimes implements CronTimes {
  private final SchedulerService scheduler;

  public JiraCronTimes(SchedulerService scheduler) {
    this.scheduler = scheduler;
  }

  @Override
  public Optional<Instant> next(String expression, String zone) {
    TimeZone timeZone = zone.isEmpty() ? null : TimeZone.getTimeZone(ZoneId.of(zone));
    try {
      Date next = scheduler.calculateNextRunTime(Schedule.forCronExpression(expression, timeZone));
      return Optional.ofNullable(next).map(Date::toInstant);
    } catch (SchedulerServiceException e) {
      throw new IllegalCronException(String.valueOf(e.getMessage()), e);
    }
  }
}
