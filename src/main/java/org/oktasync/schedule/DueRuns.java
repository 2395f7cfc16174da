package org.oktasync.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.oktasync.config.Connection;
import org.oktasync.config.SettingsStore;
import org.oktasync.control.SyncLog;
import org.oktasync.model.Message;
import org.oktasync.record.RunJournal;
import org.oktasync.record.RunQuery;
import org.oktasync.record.SyncRun;
import org.oktasync.run.RunControl;
import org.oktasync.run.SyncRequest;
import org.oktasync.run.ports.RunRefusedException;

/**
 * Starts the runs that are due. To be called every minute, on any node, also on several at once.
 */
public final class DueRuns {
  private final SyncLog log;
  private final SettingsStore settings;
  private final Schedules schedules;
  private final ScheduleBook book;
  private final RunJournal journal;
  private final RunKind kind;
  private final RunControl runs;
  private final Executor starts;
  private final Clock clock;

  /**
   * @param starts threads that may wait until a run can be stored
   */
  public DueRuns(
      SettingsStore settings,
      Schedules schedules,
      ScheduleBook book,
      RunJournal journal,
      RunKind kind,
      RunControl runs,
      Executor starts,
      Clock clock,
      SyncLog log) {
    this.log = log;
    this.settings = settings;
    this.schedules = schedules;
    this.book = book;
    this.journal = journal;
    this.kind = kind;
    this.runs = runs;
    this.starts = starts;
    this.clock = clock;
  }

  /** Looks at every connection once; one that fails keeps no other from its run. */
  public void look() {
    for (Connection connection : settings.connections()) {
      try {
        if (connection.settings().schedule().on()) {
          look(connection);
        }
      } catch (SettingsStore.StaleVersionException e) {
        log.info("Connection %s is being changed; it is looked at in a minute", connection.id());
      } catch (RuntimeException e) {
        log.error(e, "The schedule of connection %s could not be looked at", connection.id());
      }
    }
  }

  private void look(Connection connection) {
    ScheduleState state = book.state(connection.id());
    if (state.rulesVersion() != connection.settingsVersion()) {
      schedules.pauseItself(connection, PauseReason.SETTINGS_CHANGED);
    } else if (!book.atHome(state)) {
      schedules.pauseItself(connection, PauseReason.SITE_CHANGED);
    } else if (!ScheduleBook.inStep(state, connection)) {
      // A save that failed half way left the next time of another rhythm.
      book.switchOn(connection);
    } else if (isDue(state) && book.claim(state, connection)) {
      starts.execute(() -> start(connection, state.nextRunAt()));
    }
  }

  private boolean isDue(ScheduleState state) {
    return state.nextRunAt() != null && !state.nextRunAt().isAfter(clock.instant());
  }

  /** Starts a run with the very settings that were looked at. */
  private void start(Connection connection, Instant due) {
    Optional<Message> obstacle = obstacle(connection);
    if (obstacle.isPresent()) {
      book.pass(connection.id(), due, obstacle.get());
      return;
    }
    try {
      String mode = kind.due(connection, clock.instant());
      runs.start(connection, new SyncRequest(connection.id(), SyncRun.SCHEDULE, "", mode, false));
      book.started(connection.id());
    } catch (RunRefusedException e) {
      book.pass(connection.id(), due, why(e));
    } catch (RuntimeException e) {
      log.error(e, "The run of connection %s that was due could not start", connection.id());
      book.pass(connection.id(), due, Message.of("schedule-passed-failed"));
    }
  }

  private static Message why(RunRefusedException refused) {
    return refused.problem().code().equals("run-in-progress")
        ? Message.of("schedule-passed-running", refused.runId())
        : refused.problem();
  }

  /** A held run waits for a person; another run would only be held as well. */
  private Optional<Message> obstacle(Connection connection) {
    return journal.find(RunQuery.held(connection.id()), 50).stream()
        .filter(run -> run.settingsVersion() == connection.settingsVersion())
        .filter(run -> run.times().planExpiresAt() != null)
        .filter(run -> run.times().planExpiresAt().isAfter(clock.instant()))
        .findFirst()
        .map(run -> Message.of("schedule-passed-held", run.id()));
  }
}
