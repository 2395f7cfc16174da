package org.oktasync.run;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.oktasync.config.Connection;
import org.oktasync.config.ScheduleSettings;
import org.oktasync.model.Cursor;
import org.oktasync.model.Message;
import org.oktasync.record.Mark;
import org.oktasync.record.PlannedChange;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.ports.RunRefusedException;

/** Undoes runs: the way back is a run of its own, planned, judged and recorded like any other. */
public final class RunUndo {
  private static final Set<RunState> ENDED =
      Set.of(
          RunState.SUCCEEDED,
          RunState.PARTIAL,
          RunState.FAILED,
          RunState.CANCELLED,
          RunState.INTERRUPTED);

  /** Among so many of the latest runs is every one that could be later than a broken one. */
  private static final int LATEST = 100;

  private final RunPorts ports;
  private final RunControl control;
  private final RunLauncher launcher;
  private final SyncRunner runner;
  private final Clock clock;

  public RunUndo(
      RunPorts ports, RunControl control, RunLauncher launcher, SyncRunner runner, Clock clock) {
    this.ports = ports;
    this.control = control;
    this.launcher = launcher;
    this.runner = runner;
    this.clock = clock;
  }

  /**
   * An undo under way.
   *
   * @param run the new run, stored
   * @param notices what else a person should know
   */
  public record Started(SyncRun run, List<Message> notices) {}

  /**
   * Begins to undo a run.
   *
   * @param dryRun whether it stops after the guardrails
   * @param by user name of who asks
   * @throws RunRefusedException when the run did nothing that could be undone, its changes are no
   *     longer stored, or a run of the connection is under way
   */
  public Started undo(long runId, boolean dryRun, String trigger, String by) {
    SyncRun asked = undoable(runId);
    Connection connection = control.usable(asked.connectionId());
    SyncRun.Origin origin = new SyncRun.Origin(runId, 0);
    SyncRun started =
        launch(
            connection,
            runId,
            () -> control.newRun(connection, trigger, by, SyncRun.UNDO, dryRun, origin));
    return new Started(started, dryRun ? List.of() : notices(connection));
  }

  /**
   * Begins an undo once more that broke off; what it did already, it finds done.
   *
   * @param stillDue throws what {@link #undo} throws when the undo is no longer to be resumed;
   *     asked under the lock of the connection
   */
  SyncRun again(SyncRun brokenUndo, Runnable stillDue) {
    long undone = brokenUndo.origin().undoOf();
    Connection connection = control.usable(brokenUndo.connectionId());
    SyncRun.Origin origin = new SyncRun.Origin(undone, brokenUndo.id());
    return launch(
        connection,
        undone,
        () -> {
          stillDue.run();
          return control.newRun(
              connection,
              brokenUndo.trigger(),
              brokenUndo.startedBy(),
              SyncRun.UNDO,
              false,
              origin);
        });
  }

  private SyncRun launch(Connection connection, long undoneId, Supplier<SyncRun> newRun) {
    return launcher.launch(
        connection,
        () -> {
          undoable(undoneId);
          return ports.journal().add(newRun.get());
        },
        (run, current, watch) -> {
          SyncRun undone = ports.journal().find(undoneId).orElseThrow();
          return runner.undo(run, current, undone, brokeOff(undone, run), watch);
        });
  }

  private SyncRun undoable(long runId) {
    SyncRun run =
        ports
            .journal()
            .find(runId)
            .map(found -> found.seenAt(clock.instant()))
            .filter(RunUndo::hasWritten)
            .orElseThrow(() -> refused("run-not-undoable", runId));
    try (Cursor<PlannedChange> stored = ports.plans().changes(run.planId(), Mark.START)) {
      if (run.reduced() || !stored.hasNext()) {
        throw refused("run-changes-gone", runId);
      }
    }
    return run;
  }

  /** A run that broke off may have written before it noted anything. */
  private static boolean hasWritten(SyncRun run) {
    boolean begun = run.state() == RunState.INTERRUPTED && !run.fingerprint().isEmpty();
    return !run.dryRun()
        && ENDED.contains(run.state())
        && (begun || run.mark().compareTo(Mark.START) > 0);
  }

  /** What a later run has found done, it has put in order: then nothing is in doubt any more. */
  private boolean brokeOff(SyncRun undone, SyncRun undoing) {
    return undone.state() == RunState.INTERRUPTED
        && ports.journal().runs(undone.connectionId(), 0, LATEST).values().stream()
            .filter(run -> run.id() > undone.id() && run.id() != undoing.id())
            .allMatch(run -> run.dryRun() || run.fingerprint().isEmpty());
  }

  private static List<Message> notices(Connection connection) {
    ScheduleSettings schedule = connection.settings().schedule();
    boolean on = schedule.isSet() && !schedule.paused();
    return on ? List.of(Message.of("undo-pauses-schedule")) : List.of();
  }

  private static RunRefusedException refused(String code, long runId) {
    return new RunRefusedException(Message.of(code, runId), runId);
  }
}
