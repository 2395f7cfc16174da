package com.atlassian.scheduler.config;

import java.util.Date;
import java.util.Objects;
import java.util.TimeZone;

/** When a job runs: by cron expression or by interval. */
public final class Schedule {
  private final Type type;
  private final Object info;

  private Schedule(Type type, Object info) {
    this.type = type;
    this.info = info;
  }

  public static Schedule forCronExpression(String cronExpression) {
    return forCronExpression(cronExpression, null);
  }

  public static Schedule forCronExpression(String cronExpression, TimeZone timeZone) {
    return new Schedule(Type.CRON_EXPRESSION, new CronScheduleInfo(cronExpression, timeZone));
  }

  public static Schedule runOnce(Date runTime) {
    return forInterval(0L, runTime);
  }

  public static Schedule forInterval(long intervalInMillis, Date firstRunTime) {
    return new Schedule(Type.INTERVAL, new IntervalScheduleInfo(firstRunTime, intervalInMillis));
  }

  public Type getType() {
    return type;
  }

  public IntervalScheduleInfo getIntervalScheduleInfo() {
    requireType(Type.INTERVAL);
    return (IntervalScheduleInfo) info;
  }

  public CronScheduleInfo getCronScheduleInfo() {
    requireType(Type.CRON_EXPRESSION);
    return (CronScheduleInfo) info;
  }

  private void requireType(Type wanted) {
    if (type != wanted) {
      throw new IllegalStateException("The schedule is of type " + type + ", not " + wanted);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Schedule that && type == that.type && info.equals(that.info);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, info);
  }

  @Override
  public String toString() {
    return info.toString();
  }

  /** The two kinds of schedule. */
  public static enum Type {
    CRON_EXPRESSION,
    INTERVAL
  }
}
