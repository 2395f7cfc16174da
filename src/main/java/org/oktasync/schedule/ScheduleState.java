package org.oktasync.schedule;

import java.time.Instant;
import org.oktasync.model.Message;

/**
 * What is remembered of the schedule of one connection. Whether it is on, the settings say alone.
 *
 * @param connectionId the connection
 * @param revision grows by one with each change; 0 before it is stored
 * @param rhythm the text of the {@link Rhythm} that the next time belongs to; empty when there
 *     never was one
 * @param rulesVersion the version of the rules that somebody had looked at when it was switched on;
 *     0 when it never was
 * @param site where it was switched on
 * @param nextRunAt when the next run is due, if the schedule is on; null when none ever is
 * @param lastStartedAt when it last started a run; null when it never did
 * @param pause why it last rested; null when it never did
 * @param passed the last due time that passed without a run; null when none did since the last run
 */
public record ScheduleState(
    long connectionId,
    int revision,
    String rhythm,
    int rulesVersion,
    Site site,
    Instant nextRunAt,
    Instant lastStartedAt,
    Pause pause,
    Passed passed) {

  /** Why and since when a schedule rests. */
  public record Pause(PauseReason reason, Instant at) {}

  /** A due time without a run, and why. */
  public record Passed(Instant due, Message why) {}

  /** A connection that never had a schedule. */
  public static ScheduleState none(long connectionId) {
    return new ScheduleState(connectionId, 0, "", 0, new Site("", ""), null, null, null, null);
  }

  /** Switched on, on a site, with rules that somebody has looked at. */
  ScheduleState switchedOn(Rhythm newRhythm, int version, Site here, Instant next) {
    return new ScheduleState(
        connectionId, revision, newRhythm.text(), version, here, next, lastStartedAt, null, null);
  }

  ScheduleState paused(PauseReason reason, Instant at) {
    return new ScheduleState(
        connectionId,
        revision,
        rhythm,
        rulesVersion,
        site,
        nextRunAt,
        lastStartedAt,
        new Pause(reason, at),
        passed);
  }

  ScheduleState dueAt(Instant next) {
    return new ScheduleState(
        connectionId, revision, rhythm, rulesVersion, site, next, lastStartedAt, pause, passed);
  }

  ScheduleState started(Instant at) {
    return new ScheduleState(
        connectionId, revision, rhythm, rulesVersion, site, nextRunAt, at, pause, null);
  }

  ScheduleState passed(Instant due, Message why) {
    return new ScheduleState(
        connectionId,
        revision,
        rhythm,
        rulesVersion,
        site,
        nextRunAt,
        lastStartedAt,
        pause,
        new Passed(due, why));
  }
}
