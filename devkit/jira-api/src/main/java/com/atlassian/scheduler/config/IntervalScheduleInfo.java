package com.atlassian.scheduler.config;

import java.util.Date;
import java.util.Objects;

/** First time and interval in milliseconds; 0 means once, no first time means now. */
public final class IntervalScheduleInfo {
  private final Date firstRunTime;
  private final long intervalInMillis;

  IntervalScheduleInfo(Date firstRunTime, long intervalInMillis) {
    if (intervalInMillis < 0) {
      throw new IllegalArgumentException("The interval is negative: " + intervalInMillis);
    }
    this.firstRunTime = firstRunTime == null ? null : new Date(firstRunTime.getTime());
    this.intervalInMillis = intervalInMillis;
  }

  public Date getFirstRunTime() {
    return firstRunTime == null ? null : new Date(firstRunTime.getTime());
  }

  public long getIntervalInMillis() {
    return intervalInMillis;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IntervalScheduleInfo that
        && intervalInMillis == that.intervalInMillis
        && Objects.equals(firstRunTime, that.firstRunTime);
  }

  @Override
  public int hashCode() {
    return Objects.hash(firstRunTime, intervalInMillis);
  }

  @Override
  public String toString() {
    return "every " + intervalInMillis + " ms from " + firstRunTime;
  }
}
