package org.oktasync.devkit.host.schedule;

import com.atlassian.scheduler.SchedulerServiceException;
import com.atlassian.scheduler.config.CronScheduleInfo;
import com.atlassian.scheduler.config.IntervalScheduleInfo;
import com.atlassian.scheduler.config.Schedule;
import java.text.ParseException;
import java.time.Duration;
import java.util.Date;
import java.util.TimeZone;
import org.quartz.CronExpression;

/** When a schedule fires. */
final class JobTimes {
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  private JobTimes() {}

  /**
   * The first time of a schedule that is set up now.
   *
   * @return null when it never fires
   * @throws SchedulerServiceException for a cron expression that Quartz does not understand
   */
  static Long first(Schedule schedule, long now) throws SchedulerServiceException {
    if (schedule.getType() == Schedule.Type.CRON_EXPRESSION) {
      return cron(schedule.getCronScheduleInfo(), now);
    }
    Date first = schedule.getIntervalScheduleInfo().getFirstRunTime();
    return first == null ? Long.valueOf(now) : Long.valueOf(Math.max(first.getTime(), now));
  }

  /**
   * The time after a run.
   *
   * @param fired when that run was due to start
   * @return null when there is no further one
   */
  static Long next(Schedule schedule, long fired) throws SchedulerServiceException {
    if (schedule.getType() == Schedule.Type.CRON_EXPRESSION) {
      return cron(schedule.getCronScheduleInfo(), fired);
    }
    IntervalScheduleInfo interval = schedule.getIntervalScheduleInfo();
    return interval.getIntervalInMillis() == 0
        ? null
        : Long.valueOf(fired + wholeMinutes(interval.getIntervalInMillis()));
  }

  /** Jira's scheduler knows no intervals finer than a minute and rounds up. */
  private static long wholeMinutes(long millis) {
    return (millis + MINUTE - 1) / MINUTE * MINUTE;
  }

  private static Long cron(CronScheduleInfo info, long now) throws SchedulerServiceException {
    try {
      CronExpression expression = new CronExpression(info.getCronExpression());
      TimeZone zone = info.getTimeZone();
      expression.setTimeZone(zone == null ? TimeZone.getDefault() : zone);
      Date next = expression.getNextValidTimeAfter(new Date(now));
      return next == null ? null : next.getTime();
    } catch (ParseException e) {
      throw new SchedulerServiceException(
          "No cron expression: " + info.getCronExpression() + ": " + e.getMessage(), e);
    }
  }
}
