package org.oktasync.schedule;

import java.time.Instant;

/**
 * A schedule, as it is to be shown.
 *
 * @param status whether it works
 * @param nextRunAt when the next run is due; null while the schedule is not on
 * @param pausedReason why it rests; null unless it is paused
 * @param pausedAt since when it rests; null unless it is paused, and when that is not known
 * @param lastStartedAt when it last started a run; null when it never did
 * @param passed the last due time that passed without a run; null when none did since the last run
 * @param reviewed whether somebody has looked at a dry run of the present rules, so that it can be
 *     switched on
 */
public record ScheduleView(
    Status status,
    Instant nextRunAt,
    PauseReason pausedReason,
    Instant pausedAt,
    Instant lastStartedAt,
    ScheduleState.Passed passed,
    boolean reviewed) {

  /** Whether a schedule works. */
  public enum Status {
    /** Neither interval nor cron expression is set. */
    OFF,
    ON,
    PAUSED
  }
}
