package org.oktasync.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;
import org.oktasync.config.Connection;
import org.oktasync.control.SyncLog;
import org.oktasync.model.Message;

/** Keeps due times. Each change is made anew when another node was faster. */
public final class ScheduleBook {
  private static final int TRIES = 20;

  private final SyncLog log;
  private final ScheduleStore store;
  private final CronTimes cron;
  private final SiteIdentity site;
  private final Clock clock;
  private final DoubleSupplier chance;

  /**
   * @param chance numbers from 0, inclusive, to 1, exclusive
   */
  public ScheduleBook(
      ScheduleStore store,
      CronTimes cron,
      SiteIdentity site,
      Clock clock,
      DoubleSupplier chance,
      SyncLog log) {
    this.log = log;
    this.store = store;
    this.cron = cron;
    this.site = site;
    this.clock = clock;
    this.chance = chance;
  }

  /** What is remembered of the schedule of a connection. */
  ScheduleState state(long connectionId) {
    return store.find(connectionId).orElseGet(() -> ScheduleState.none(connectionId));
  }

  /** Whether the next time of a connection is that of its present settings. */
  static boolean inStep(ScheduleState state, Connection connection) {
    return state.rhythm().equals(Rhythm.of(connection.settings().schedule()).text());
  }

  /** Whether this Jira is the one on which the schedule was switched on. */
  boolean atHome(ScheduleState state) {
    return state.site().same(site.present());
  }

  /**
   * Takes note that a schedule is on, here and with rules that somebody has looked at. A rhythm
   * that stays the same keeps its phase.
   */
  void switchOn(Connection connection) {
    Rhythm rhythm = Rhythm.of(connection.settings().schedule());
    Site here = site.present();
    change(
        connection.id(),
        state -> {
          Instant next =
              inStep(state, connection) && state.nextRunAt() != null
                  ? rhythm.after(state.nextRunAt(), clock.instant(), cron, chance).orElse(null)
                  : rhythm.first(clock.instant(), cron, chance).orElse(null);
          return state.switchedOn(rhythm, connection.settingsVersion(), here, next);
        });
  }

  void pause(long connectionId, PauseReason reason) {
    change(connectionId, state -> state.paused(reason, clock.instant()));
  }

  /**
   * Takes a due time, so that nobody else on any node can: moves the next time on.
   *
   * @return false when somebody else was faster
   */
  boolean claim(ScheduleState due, Connection connection) {
    Rhythm rhythm = Rhythm.of(connection.settings().schedule());
    Instant next = rhythm.after(due.nextRunAt(), clock.instant(), cron, chance).orElse(null);
    return store.save(due.dueAt(next));
  }

  void started(long connectionId) {
    change(connectionId, state -> state.started(clock.instant()));
  }

  void pass(long connectionId, Instant due, Message why) {
    change(connectionId, state -> state.passed(due, why));
  }

  void delete(long connectionId) {
    store.delete(connectionId);
  }

  /** Stores a change of whatever is stored now; of a connection that is gone, nothing. */
  private void change(long connectionId, UnaryOperator<ScheduleState> change) {
    boolean saved = false;
    for (int i = 0; i < TRIES && !saved; i++) {
      saved = store.save(change.apply(state(connectionId)));
    }
    if (!saved) {
      log.warn("The schedule of connection %s could not be noted; was it deleted?", connectionId);
    }
  }
}
