package org.oktasync.config;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * When runs start by themselves. Without an interval and without a cron expression none does.
 *
 * @param interval time from one run to the next, as an ISO 8601 duration such as {@code PT15M};
 *     empty when {@code cron} says when, or nothing does
 * @param cron a Quartz cron expression of six or seven fields; empty when {@code interval} says
 * @param zone the time zone of {@code cron}, for example {@code Europe/Berlin}; empty for Jira's
 * @param fullEvery how often a run looks at everything, as an ISO 8601 duration; those between look
 *     at what changed
 * @param idScanEvery how often a run that looks at what changed also asks which people and groups
 *     still exist, as an ISO 8601 duration
 * @param paused whether it rests; an administrator may pause it, and so may the product itself
 */
public record ScheduleSettings(
    String interval,
    String cron,
    String zone,
    String fullEvery,
    String idScanEvery,
    boolean paused) {
  /** No schedule; once there is one, a full run every week and a scan of ids every day. */
  public static final ScheduleSettings DEFAULTS =
      new ScheduleSettings("", "", "", "P7D", "P1D", false);

  public ScheduleSettings {
    interval = interval.strip();
    cron = cron.strip();
    zone = zone.strip();
  }

  /** Whether runs start by themselves, unless something pauses them. */
  @JsonIgnore
  public boolean isSet() {
    return !interval.isEmpty() || !cron.isEmpty();
  }

  /** Whether runs start by themselves. */
  public boolean on() {
    return isSet() && !paused;
  }

  /** The same schedule, paused or not. */
  public ScheduleSettings paused(boolean now) {
    return new ScheduleSettings(interval, cron, zone, fullEvery, idScanEvery, now);
  }
}
