package org.oktasync.run;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.oktasync.config.Connection;
import org.oktasync.config.SettingsStore;
import org.oktasync.model.Message;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.SyncRunBuilder;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.ports.RunRefusedException;
import org.oktasync.run.report.RunAudit;

/**
 * Starts, stops and decides about runs; callers wait until a run is stored or refused, no longer.
 */
public final class RunControl {
  private static final String SCHEDULE = "schedule";

  private final RunPorts ports;
  private final SettingsStore settings;
  private final RunLauncher launcher;
  private final SyncRunner runner;
  private final Clock clock;
  private final String node;

  /**
   * @param node this node's name in the cluster
   */
  public RunControl(
      RunPorts ports,
      SettingsStore settings,
      RunLauncher launcher,
      SyncRunner runner,
      Clock clock,
      String node) {
    this.ports = ports;
    this.settings = settings;
    this.launcher = launcher;
    this.runner = runner;
    this.clock = clock;
    this.node = node;
  }

  /**
   * Starts a run.
   *
   * @return the run, stored and running
   * @throws RunRefusedException when the connection is missing, switched off, or has a run under
   *     way; and when a schedule asks for what failed last time because the source cannot even be
   *     opened, and still cannot
   */
  public SyncRun start(SyncRequest request) {
    return start(usable(request.connectionId()), request);
  }

  /**
   * Starts a run with settings that the caller has read and judged; whatever is saved in the
   * meantime is left to later runs.
   *
   * @return the run, stored and running
   * @throws RunRefusedException when the connection is switched off or has a run under way
   */
  public SyncRun start(Connection connection, SyncRequest request) {
    requireEnabled(connection);
    refuseHopeless(request, connection);
    requireObjects(request, connection);
    SyncRun run =
        newRun(connection, request.trigger(), request.startedBy(), request.mode(), request.dryRun())
            .with()
            .extent(request.extent())
            .build();
    SyncRun started =
        launcher.launch(
            connection,
            () -> ports.journal().add(run),
            (stored, current, watch) -> runner.run(stored, current, request.person(), watch));
    if (!request.startedBy().isEmpty()) {
      audit("run-started", request.startedBy(), started, connection);
    }
    return started;
  }

  private static void requireObjects(SyncRequest request, Connection connection) {
    if (!request.extent().directory() && !connection.settings().assets().enabled()) {
      throw new RunRefusedException(Message.of("assets-off", connection.id()), 0);
    }
  }

  private void audit(String action, String by, SyncRun run, Connection connection) {
    ports.audit().write(RunAudit.decision(action, by, run, connection));
  }

  /**
   * A schedule tries once what cannot work, so that somebody hears of it; then it rests until it
   * can.
   */
  private void refuseHopeless(SyncRequest request, Connection connection) {
    Optional<Message> obstacle =
        request.trigger().equals(SCHEDULE)
            ? ports.sources().obstacle(connection)
            : Optional.empty();
    boolean said =
        ports.journal().runs(connection.id(), 0, 1).values().stream()
            .anyMatch(last -> last.state() == RunState.FAILED && obstacle.equals(message(last)));
    if (obstacle.isPresent() && said) {
      throw new RunRefusedException(obstacle.get(), 0);
    }
  }

  private static Optional<Message> message(SyncRun run) {
    return Optional.ofNullable(run.message());
  }

  /**
   * Lets a held run go, once.
   *
   * @throws RunRefusedException when it is not held or its plan no longer holds
   */
  public SyncRun approve(long runId, String by) {
    SyncRun held = inState(runId, RunState.HELD, "run-not-held");
    Connection connection = usable(held.connectionId());
    requireValidPlan(held, connection);
    SyncRun going =
        launcher.launch(
            connection,
            () -> {
              SyncRun approved =
                  held(runId, by)
                      .state(RunState.RUNNING)
                      .message(null)
                      .finishedAt(null)
                      .node(node)
                      .build();
              ports.journal().update(approved);
              ports.journal().beat(runId, clock.instant(), approved.progress());
              return approved;
            },
            runner::applyStored);
    audit("run-approved", by, going, connection);
    return going;
  }

  private SyncRunBuilder held(long runId, String approvedBy) {
    SyncRun held = inState(runId, RunState.HELD, "run-not-held");
    return held.with().approval(held.approval().approved(approvedBy, clock.instant()));
  }

  /**
   * Dismisses a held run; nothing of it is written.
   *
   * @throws RunRefusedException when it is not held
   */
  public SyncRun reject(long runId, String by) {
    SyncRun held = inState(runId, RunState.HELD, "run-not-held");
    SyncRun rejected =
        held.with()
            .state(RunState.CANCELLED)
            .approval(held.approval().rejected(by))
            .message(Message.of("run-rejected", by))
            .finishedAt(clock.instant())
            .build();
    ports.journal().update(rejected);
    ports.states().drop(rejected.planId());
    settings
        .connection(held.connectionId())
        .ifPresent(connection -> audit("run-rejected", by, rejected, connection));
    return rejected;
  }

  /**
   * Notes that somebody has looked at the plan of a dry run and found it as it should be; who was
   * first stays.
   *
   * @return the dry run, reviewed
   * @throws RunRefusedException when it is no finished dry run, or a list did not come whole
   */
  public SyncRun review(long runId, String by) {
    SyncRun dryRun = inState(runId, RunState.SUCCEEDED, "run-not-reviewable");
    if (!dryRun.dryRun()) {
      throw new RunRefusedException(Message.of("run-not-reviewable", runId), runId);
    }
    SyncRun reviewed = reviewed(dryRun, by);
    settings
        .connection(dryRun.connectionId())
        .ifPresent(connection -> audit("run-reviewed", by, reviewed, connection));
    return reviewed;
  }

  private SyncRun reviewed(SyncRun dryRun, String by) {
    if (!dryRun.approval().reviewedBy().isEmpty()) {
      return dryRun;
    }
    SyncRun.Approval approval = dryRun.approval().reviewed(by, clock.instant());
    SyncRun reviewed = dryRun.with().approval(approval).build();
    ports.journal().update(reviewed);
    return reviewed;
  }

  /**
   * Applies the stored plan of a dry run, as a run of its own; held at once when the plan breaches
   * a limit. Who applies a plan has reviewed it.
   *
   * @throws RunRefusedException when there is no such plan or it no longer holds
   */
  public SyncRun applyDryRun(long dryRunId, String trigger, String by) {
    Set<RunState> ended = Set.of(RunState.SUCCEEDED, RunState.PARTIAL);
    SyncRun dryRun = inState(dryRunId, ended, "run-not-applicable");
    if (!dryRun.dryRun()) {
      throw new RunRefusedException(Message.of("run-not-applicable", dryRunId), dryRunId);
    }
    Connection connection = usable(dryRun.connectionId());
    requireValidPlan(dryRun, connection);
    SyncRun started =
        launcher.launch(
            connection,
            () -> {
              reviewed(dryRun, by);
              return ports.journal().add(applying(dryRun, connection, trigger, by));
            },
            (run, current, watch) -> {
              runner.settleFindings(run);
              return run.state() == RunState.HELD ? run : runner.applyStored(run, current, watch);
            });
    audit("run-started", by, started, connection);
    return started;
  }

  private SyncRun applying(SyncRun dryRun, Connection connection, String trigger, String by) {
    boolean hold = !dryRun.breaches().isEmpty();
    SyncRun.Origin origin = new SyncRun.Origin(dryRun.origin().undoOf(), 0);
    return newRun(connection, trigger, by, dryRun.mode(), false, origin)
        .with()
        .extent(dryRun.extent())
        .planId(dryRun.id())
        .state(hold ? RunState.HELD : RunState.RUNNING)
        .planned(dryRun.planned())
        .counts(dryRun.counts())
        .breaches(dryRun.breaches())
        .incomplete(dryRun.incomplete())
        .notices(dryRun.notices())
        .fingerprint(dryRun.fingerprint())
        .planExpiresAt(dryRun.times().planExpiresAt())
        .finishedAt(hold ? clock.instant() : null)
        .message(hold ? Message.of("run-held", dryRun.breaches().size()) : null)
        .build();
  }

  /**
   * Asks a running run to stop, on whichever node it runs.
   *
   * @throws RunRefusedException when it is not running
   */
  public void cancel(long runId) {
    inState(runId, RunState.RUNNING, "run-not-running");
    ports.journal().requestCancel(runId);
    launcher.stopHere(runId);
  }

  /** A run of this node that begins now, and comes from no other; it is not stored yet. */
  public SyncRun newRun(
      Connection connection, String trigger, String by, String mode, boolean dryRun) {
    return newRun(connection, trigger, by, mode, dryRun, SyncRun.Origin.NONE);
  }

  /**
   * A run of this node that begins now; it is not stored yet.
   *
   * @param origin the run that it undoes, or goes on with
   */
  public SyncRun newRun(
      Connection connection,
      String trigger,
      String by,
      String mode,
      boolean dryRun,
      SyncRun.Origin origin) {
    return SyncRun.starting(
        connection.id(),
        trigger,
        by,
        mode,
        dryRun,
        connection.settingsVersion(),
        origin,
        clock.instant(),
        node);
  }

  /**
   * A connection that runs may be started for.
   *
   * @throws RunRefusedException when there is none of this number, or it is switched off
   */
  public Connection usable(long connectionId) {
    Connection connection =
        settings
            .connection(connectionId)
            .orElseThrow(
                () -> new RunRefusedException(Message.of("connection-missing", connectionId), 0));
    requireEnabled(connection);
    return connection;
  }

  private static void requireEnabled(Connection connection) {
    if (!connection.settings().enabled()) {
      throw new RunRefusedException(Message.of("connection-disabled", connection.id()), 0);
    }
  }

  private SyncRun inState(long runId, RunState state, String code) {
    return inState(runId, Set.of(state), code);
  }

  private SyncRun inState(long runId, Set<RunState> states, String code) {
    return ports
        .journal()
        .find(runId)
        .map(run -> run.seenAt(clock.instant()))
        .filter(run -> states.contains(run.state()))
        .orElseThrow(() -> new RunRefusedException(Message.of(code, runId), runId));
  }

  /** Whether the plan of a run may still be applied. */
  boolean holds(SyncRun run, Connection connection) {
    return run.times().planExpiresAt() != null
        && !run.times().planExpiresAt().isBefore(clock.instant())
        && run.settingsVersion() == connection.settingsVersion();
  }

  private void requireValidPlan(SyncRun run, Connection connection) {
    if (!holds(run, connection)) {
      throw new RunRefusedException(Message.of("plan-expired", run.id()), run.id());
    }
  }
}
