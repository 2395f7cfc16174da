package com.atlassian.scheduler.config;

import java.util.Objects;
import java.util.TimeZone;

/** A cron expression and its time zone; no zone means the scheduler's. */
public final class CronScheduleInfo {
  private final String cronExpression;
  private final TimeZone timeZone;

  CronScheduleInfo(String cronExpression, TimeZone timeZone) {
    this.cronExpression = Objects.requireNonNull(cronExpression, "cronExpression");
    this.timeZone = timeZone;
  }

  public String getCronExpression() {
    return cronExpression;
  }

  public TimeZone getTimeZone() {
    return timeZone;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CronScheduleInfo that
        && cronExpression.equals(that.cronExpression)
        && Objects.equals(timeZone, that.timeZone);
  }

  @Override
  public int hashCode() {
    return Objects.hash(cronExpression, timeZone);
  }

  @Override
  public String toString() {
    return cronExpression + (timeZone == null ? "" : " " + timeZone.getID());
  }
}
