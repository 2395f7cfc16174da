package org.oktasync.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.oktasync.config.Connection;
import org.oktasync.config.SettingsStore;
import org.oktasync.control.SyncLog;
import org.oktasync.model.Message;
import org.oktasync.record.ChangeResult;
import org.oktasync.record.Mark;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.ports.RunRefusedException;

/**
 * Takes up the work of runs whose node died or was stopped, as new runs. A plan that a person let
 * go goes on behind its mark, with the same approval; everything else is planned anew, from what is
 * found. Adoptions, runs about one person and dry runs are left to whoever asked for them.
 */
public final class RunResumption {
  /** Work that broke off longer ago is no longer expected by anybody. */
  private static final Duration LATEST = Duration.ofHours(1);

  /** What breaks off so often in a row is broken off by the work itself. */
  private static final int MOST_IN_A_ROW = 2;

  private static final int PAGE = 1_000;

  private final RunPorts ports;
  private final SettingsStore settings;
  private final RunControl control;
  private final RunUndo undo;
  private final RunLauncher launcher;
  private final SyncRunner runner;

  public RunResumption(
      RunPorts ports,
      SettingsStore settings,
      RunControl control,
      RunUndo undo,
      RunLauncher launcher,
      SyncRunner runner) {
    this.ports = ports;
    this.settings = settings;
    this.control = control;
    this.undo = undo;
    this.launcher = launcher;
    this.runner = runner;
  }

  /**
   * Resumes, on this node, what waits for it: the latest run of a connection, if it was interrupted
   * within the last hour, nobody asked to cancel it, and it is not the second resumption in a row.
   * Returns when the new runs are stored; never throws. Any node may call it at any time.
   */
  public void resumeDue(Instant now) {
    SyncLog log = ports.log();
    try {
      for (Connection connection : settings.connections()) {
        latest(connection.id())
            .filter(run -> connection.settings().enabled() && isDue(run, now))
            .ifPresent(run -> resume(run, connection));
      }
    } catch (RuntimeException e) {
      log.error(e, "Looking for runs to resume failed");
    }
  }

  private Optional<SyncRun> latest(long connectionId) {
    return ports.journal().runs(connectionId, 0, 1).values().stream().findFirst();
  }

  private boolean isDue(SyncRun run, Instant now) {
    return run.seenAt(now).state() == RunState.INTERRUPTED
        && !run.dryRun()
        && !run.mode().equals(SyncRun.ADOPTION)
        && !run.mode().equals(SyncRun.PERSON)
        && !run.mode().equals(SyncRun.TRIAL)
        && brokeOffAt(run).plus(LATEST).isAfter(now)
        && !ports.journal().cancelRequested(run.id())
        && resumptions(run) < MOST_IN_A_ROW;
  }

  private static Instant brokeOffAt(SyncRun run) {
    SyncRun.Times times = run.times();
    if (times.finishedAt() != null) {
      return times.finishedAt();
    }
    return times.heartbeatAt() == null ? times.startedAt() : times.heartbeatAt();
  }

  /** How many resumptions in a row led to this run. */
  private int resumptions(SyncRun run) {
    int count = 0;
    Optional<SyncRun> at = Optional.of(run);
    while (count < MOST_IN_A_ROW && at.isPresent() && at.get().origin().resumedFrom() != 0) {
      count++;
      at = ports.journal().find(at.get().origin().resumedFrom());
    }
    return count;
  }

  private void resume(SyncRun dead, Connection connection) {
    try {
      SyncRun resumed = begin(dead, connection);
      ports.log().info("Run %d goes on with the work of run %d", resumed.id(), dead.id());
    } catch (RunRefusedException e) {
      ports.log().info("Run %d is not resumed: %s", dead.id(), e.problem().code());
    } catch (RuntimeException e) {
      ports.log().error(e, "Run %d could not be resumed", dead.id());
    }
  }

  private SyncRun begin(SyncRun dead, Connection connection) {
    if (wasLetGo(dead) && control.holds(dead, connection)) {
      return launcher.launch(
          connection, () -> goOn(unsuperseded(dead), connection), runner::applyStored);
    } else if (dead.mode().equals(SyncRun.UNDO)) {
      return undo.again(dead, () -> unsuperseded(dead));
    }
    return launcher.launch(
        connection,
        () -> ports.journal().add(newRun(unsuperseded(dead), connection)),
        (run, current, watch) -> runner.run(run, current, Optional.empty(), watch));
  }

  /** Whether a person let this very plan go. */
  private static boolean wasLetGo(SyncRun run) {
    boolean approved = !run.approval().approvedBy().isEmpty();
    return !run.fingerprint().isEmpty() && (approved || run.planId() != run.id());
  }

  /** Another node may have been faster; to be asked under the lock of the connection. */
  private SyncRun unsuperseded(SyncRun dead) {
    return latest(dead.connectionId())
        .filter(run -> run.id() == dead.id())
        .orElseThrow(
            () -> new RunRefusedException(Message.of("run-superseded", dead.id()), dead.id()));
  }

  private SyncRun newRun(SyncRun dead, Connection connection) {
    SyncRun.Origin origin = new SyncRun.Origin(dead.origin().undoOf(), dead.id());
    return control
        .newRun(connection, dead.trigger(), dead.startedBy(), dead.mode(), false, origin)
        .with()
        .extent(dead.extent())
        .build();
  }

  /** The new run is the whole plan's: what the dead run did not apply stands in it, too. */
  private SyncRun goOn(SyncRun dead, Connection connection) {
    SyncRun added = ports.journal().add(goingOn(dead, connection));
    copyResults(dead, added);
    return added;
  }

  private void copyResults(SyncRun dead, SyncRun added) {
    List<ChangeResult> results = ports.journal().results(dead.id(), Mark.START, PAGE);
    while (!results.isEmpty()) {
      ports.journal().advance(added.id(), dead.mark(), dead.counts(), results);
      Mark last = results.get(results.size() - 1).change().mark();
      results = ports.journal().results(dead.id(), last, PAGE);
    }
  }

  private SyncRun goingOn(SyncRun dead, Connection connection) {
    return newRun(dead, connection)
        .with()
        .planId(dead.planId())
        .planned(dead.planned())
        .counts(dead.counts())
        .breaches(dead.breaches())
        .incomplete(dead.incomplete())
        .fingerprint(dead.fingerprint())
        .mark(dead.mark())
        .notices(List.copyOf(dead.notices()))
        .approval(dead.approval())
        .planExpiresAt(dead.times().planExpiresAt())
        .build();
  }
}
