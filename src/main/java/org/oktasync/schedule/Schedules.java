package org.oktasync.schedule;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oktasync.config.Connection;
import org.oktasync.config.ConnectionSettings;
import org.oktasync.config.FieldProblem;
import org.oktasync.config.ScheduleSettings;
import org.oktasync.config.SettingsRejectedException;
import org.oktasync.config.SettingsStore;
import org.oktasync.control.SyncLog;
import org.oktasync.model.Message;
import org.oktasync.run.ports.RunRefusedException;
import org.oktasync.run.settings.ScheduleGate;

/** Switches schedules on and off: no schedule works with rules that nobody has looked at. */
public final class Schedules implements ScheduleGate {
  private final SyncLog log;
  private static final int TRIES = 5;

  private final SettingsStore settings;
  private final ScheduleReview review;
  private final ScheduleBook book;
  private final CronTimes cron;
  private final ScheduleNews news;

  public Schedules(
      SettingsStore settings,
      ScheduleReview review,
      ScheduleBook book,
      CronTimes cron,
      ScheduleNews news,
      SyncLog log) {
    this.log = log;
    this.settings = settings;
    this.review = review;
    this.book = book;
    this.cron = cron;
    this.news = news;
  }

  /** The schedule of a connection, as it is to be shown. */
  public ScheduleView view(Connection connection) {
    ScheduleSettings schedule = connection.settings().schedule();
    ScheduleState state = book.state(connection.id());
    boolean on = schedule.on();
    boolean paused = schedule.isSet() && !on;
    boolean known = paused && state.pause() != null;
    return new ScheduleView(
        status(schedule),
        on && ScheduleBook.inStep(state, connection) ? state.nextRunAt() : null,
        known ? state.pause().reason() : paused ? PauseReason.BY_HAND : null,
        known ? state.pause().at() : null,
        state.lastStartedAt(),
        state.passed(),
        review.done(connection.id(), connection.settingsVersion()));
  }

  private static ScheduleView.Status status(ScheduleSettings schedule) {
    if (!schedule.isSet()) {
      return ScheduleView.Status.OFF;
    }
    return schedule.paused() ? ScheduleView.Status.PAUSED : ScheduleView.Status.ON;
  }

  /**
   * Pauses a schedule; one that rests already is left as it is.
   *
   * @param by user name of who asks
   * @throws SettingsRejectedException when there is no schedule
   */
  public Connection pause(long connectionId, String by) {
    return change(connectionId, true, by);
  }

  /**
   * Switches a paused schedule on again; one that is on is left as it is.
   *
   * @param by user name of who asks
   * @throws SettingsRejectedException when there is no schedule, or nobody has looked at a dry run
   *     of the present rules
   */
  public Connection resume(long connectionId, String by) {
    return change(connectionId, false, by);
  }

  /** An edit by somebody else in between is no reason to leave a schedule running. */
  private Connection change(long connectionId, boolean pause, String by) {
    for (int i = 1; i < TRIES; i++) {
      try {
        return changeOnce(connectionId, pause, by);
      } catch (SettingsStore.StaleVersionException e) {
        log.debug("Connection %s was changed in between; once more (%s)", connectionId, e);
      }
    }
    return changeOnce(connectionId, pause, by);
  }

  private Connection changeOnce(long connectionId, boolean pause, String by) {
    Connection present = existing(connectionId);
    ScheduleSettings schedule = present.settings().schedule();
    if (!schedule.isSet()) {
      throw new SettingsRejectedException(List.of(FieldProblem.of("schedule", "schedule-not-set")));
    } else if (schedule.paused() == pause) {
      return present;
    }
    Admission admission = admit(present, present.settings().scheduled(schedule.paused(pause)));
    Connection stored = settings.update(present.with(admission.settings()));
    saved(present, stored, admission, by);
    return stored;
  }

  private Connection existing(long connectionId) {
    return settings
        .connection(connectionId)
        .orElseThrow(
            () -> new RunRefusedException(Message.of("connection-missing", connectionId), 0));
  }

  @Override
  public List<FieldProblem> check(ScheduleSettings wanted) {
    List<FieldProblem> problems = new ArrayList<>();
    if (!wanted.cron().isEmpty()) {
      try {
        if (cron.next(wanted.cron(), wanted.zone()).isEmpty()) {
          problems.add(FieldProblem.of("schedule.cron", "schedule-cron-never", wanted.cron()));
        }
      } catch (CronTimes.IllegalCronException e) {
        problems.add(
            FieldProblem.of(
                "schedule.cron", "schedule-cron-illegal", wanted.cron(), e.getMessage()));
      } catch (DateTimeException e) {
        log.debug("No time zone: %s; the rules of settings say so (%s)", wanted.zone(), e);
      }
    }
    return problems;
  }

  /**
   * {@inheritDoc}
   *
   * <p>The due times are put in step before the settings are saved. Whether a schedule is on, the
   * settings alone say; so a save that fails, or a node that dies in between, switches nothing on.
   */
  @Override
  public Admission admit(Connection present, ConnectionSettings wanted) {
    boolean sameRules = present.id() != 0 && present.settings().rules().equals(wanted.rules());
    if (wasOn(present) && !sameRules && wanted.schedule().on()) {
      book.pause(present.id(), PauseReason.SETTINGS_CHANGED);
      return new Admission(wanted.scheduled(wanted.schedule().paused(true)), true);
    } else if (wasOn(present) && !wanted.schedule().on()) {
      book.pause(present.id(), PauseReason.BY_HAND);
    } else if (wanted.schedule().on()) {
      switchOn(present, wanted, sameRules);
    }
    return new Admission(wanted, false);
  }

  private void switchOn(Connection present, ConnectionSettings wanted, boolean sameRules) {
    boolean reviewed =
        sameRules && (wasOn(present) || review.done(present.id(), present.settingsVersion()));
    if (!reviewed) {
      boolean resumed = present.id() != 0 && present.settings().schedule().paused();
      String field = resumed ? "schedule.paused" : "schedule";
      throw new SettingsRejectedException(
          List.of(FieldProblem.of(field, "schedule-not-reviewed", wanted.name())));
    }
    Connection next = present.with(wanted);
    if (!wasOn(present) || !ScheduleBook.inStep(book.state(present.id()), next)) {
      book.switchOn(next);
    }
  }

  private static boolean wasOn(Connection present) {
    return present.id() != 0 && present.settings().schedule().on();
  }

  @Override
  public void saved(Connection before, Connection after, Admission admission, String by) {
    boolean was = wasOn(before);
    boolean is = after.settings().schedule().on();
    if (admission.pausesItself()) {
      news.paused(after, PauseReason.SETTINGS_CHANGED, by);
    } else if (was && !after.settings().schedule().isSet()) {
      news.switchedOff(after, by);
    } else if (was && !is) {
      news.paused(after, PauseReason.BY_HAND, by);
    } else if (is && !was) {
      news.switchedOn(after, by);
    }
  }

  @Override
  public void deleted(long connectionId) {
    book.delete(connectionId);
  }

  /**
   * A run is being undone, and the next one would do it all again: the schedule pauses.
   *
   * @return whether a schedule was on
   */
  public boolean pauseAfterUndo(long connectionId) {
    Optional<Connection> on = settings.connection(connectionId).filter(this::isOn);
    on.ifPresent(connection -> pauseItself(connection, PauseReason.UNDONE));
    return on.isPresent();
  }

  private boolean isOn(Connection connection) {
    return connection.settings().schedule().on();
  }

  /** Pauses a schedule that must not go on; nobody asked for it. */
  void pauseItself(Connection connection, PauseReason reason) {
    book.pause(connection.id(), reason);
    ScheduleSettings rests = connection.settings().schedule().paused(true);
    Connection stored = settings.update(connection.with(connection.settings().scheduled(rests)));
    news.paused(stored, reason, "");
  }
}
