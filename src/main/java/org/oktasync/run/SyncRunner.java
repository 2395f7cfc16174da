package org.oktasync.run;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.oktasync.apply.ChangeWriter;
import org.oktasync.apply.PlanExecutor;
import org.oktasync.apply.RetryPolicy;
import org.oktasync.apply.WriteCheck;
import org.oktasync.config.Connection;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.Message;
import org.oktasync.plan.AppliedChanges;
import org.oktasync.plan.Change;
import org.oktasync.plan.Guardrail;
import org.oktasync.plan.GuardrailBreach;
import org.oktasync.plan.GuardrailLimits;
import org.oktasync.plan.Operation;
import org.oktasync.plan.Phase;
import org.oktasync.plan.PlanSink;
import org.oktasync.plan.PlanSummary;
import org.oktasync.plan.Planner;
import org.oktasync.plan.SummaryBuilder;
import org.oktasync.plan.UndoPlanner;
import org.oktasync.record.Finding;
import org.oktasync.record.Plan;
import org.oktasync.record.PlanWriter;
import org.oktasync.record.PlannedChange;
import org.oktasync.record.RunCounts;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.Tally;
import org.oktasync.source.IdentitySource;
import org.oktasync.source.SourceSnapshot;
import org.oktasync.target.DirectoryTarget;
import org.oktasync.target.TargetDirectory;
import org.oktasync.target.TargetException;

/**
 * The order of a run: read, map, plan, guard, apply, record. Every run goes through here; a dry run
 * ends after guard. Nothing is written to Jira before the whole plan is stored and judged.
 */
public final class SyncRunner {
  /** Up to so many destructive changes, each is asked about by id; more are re-read as lists. */
  private static final long LOOKUPS = 200;

  private final RunPorts ports;
  private final SpoolFolders folders;
  private final RetryPolicy retry;
  private final Clock clock;
  private final RunLines lines;

  public SyncRunner(RunPorts ports, SpoolFolders folders, RetryPolicy retry, Clock clock) {
    this.ports = ports;
    this.folders = folders;
    this.retry = retry;
    this.clock = clock;
    this.lines = new RunLines(ports.log());
  }

  /**
   * Does one run from the beginning.
   *
   * @return the run as it ended, which is stored
   * @throws org.oktasync.source.SourceException when the source cannot be read
   * @throws TargetException when the directory is unusable
   * @throws org.oktasync.control.StoppedException when the run was asked to stop
   */
  SyncRun run(SyncRun started, Connection connection, RunWatch watch) {
    RunRules rules = new RunRules(connection.settings());
    DirectoryTarget target = openTarget(connection);
    Path folder = folders.create();
    try (IdentitySource source = ports.sources().open(connection)) {
      watch.usage(source::usage);
      try (SourceSnapshot snapshot = source.read(rules.scope(), folder, watch.stop(), watch)) {
        SyncRun planned = plan(started, connection, target, snapshot, watch);
        if (planned.state().over()) {
          return planned;
        }
        boolean few = destructive(planned.planned()) <= LOOKUPS;
        WriteCheck check =
            few
                ? new LookupCheck(source.lookup(watch.stop()), rules.mapping(), false)
                : WriteCheck.NONE;
        return apply(planned, connection, target, check, watch);
      }
    } finally {
      folders.delete(folder);
    }
  }

  /**
   * Applies a plan that was stored earlier. Whatever changed since is left out; what would be taken
   * away is asked about at the source once more.
   */
  SyncRun applyStored(SyncRun run, Connection connection, RunWatch watch) {
    RunRules rules = new RunRules(connection.settings());
    DirectoryTarget target = openTarget(connection);
    TargetState current = state(run, connection, target);
    if (run.mode().equals(SyncRun.UNDO)) {
      // What the source says is no reason for or against undoing.
      return apply(run, connection, target, again(run, current, WriteCheck.NONE), watch);
    }
    Path folder = folders.create();
    try (IdentitySource source = ports.sources().open(connection)) {
      watch.usage(source::usage);
      if (destructive(run.planned()) <= LOOKUPS) {
        WriteCheck asked = new LookupCheck(source.lookup(watch.stop()), rules.mapping(), true);
        return apply(run, connection, target, again(run, current, asked), watch);
      }
      try (SourceSnapshot fresh = source.read(rules.scope(), folder, watch.stop(), watch)) {
        WriteCheck read = new SnapshotCheck(new MappedState(fresh, rules.mapping()));
        return apply(run, connection, target, again(run, current, read), watch);
      }
    } finally {
      folders.delete(folder);
    }
  }

  /**
   * Undoes what an earlier run did: plans the way back from the journal and the present state, and
   * then goes on like any run.
   *
   * @param undone the run that is undone
   * @param brokeOff whether that run may have done more than it noted
   */
  SyncRun undo(
      SyncRun started, Connection connection, SyncRun undone, boolean brokeOff, RunWatch watch) {
    DirectoryTarget target = openTarget(connection);
    UndoneRun changes = new UndoneRun(ports, undone, brokeOff);
    SyncRun planned = planUndo(started, connection, target, changes, watch);
    return planned.state().over()
        ? planned
        : apply(planned, connection, target, WriteCheck.NONE, watch);
  }

  private SyncRun planUndo(
      SyncRun run,
      Connection connection,
      DirectoryTarget target,
      AppliedChanges changes,
      RunWatch watch) {
    watch.phase("plan");
    TargetState current = state(run, connection, target);
    try (PlanWriter writer = ports.plans().begin(run.id())) {
      PlanSink sink = new StoppablePlan(writer, watch.stop(), watch);
      new UndoPlanner(changes, current, sink).plan();
      Plan plan = writer.finish();
      GuardrailLimits limits = new RunRules(connection.settings()).limits();
      // No reading stands behind this plan, so there are not too few people in it either.
      List<GuardrailBreach> breaches = new Guardrail(limits).check(plan.summary(), Long.MAX_VALUE);
      watch.tellNow();
      return judged(run, connection, Reading.NONE, plan.summary(), plan.fingerprint(), breaches);
    }
  }

  private TargetState state(SyncRun run, Connection connection, DirectoryTarget target) {
    return new TargetState(connection, ports.links(), target, ports.targets(), run.startedBy());
  }

  private WriteCheck again(SyncRun run, TargetState current, WriteCheck source) {
    return new StoredPlanCheck(run.connectionId(), current, ports, source);
  }

  private DirectoryTarget openTarget(Connection connection) {
    long id = connection.settings().directoryId();
    TargetDirectory directory =
        ports.targets().directories().find(id).orElseThrow(() -> unusable("directory-missing", id));
    if (directory.obstacle() != null) {
      throw new TargetException(TargetException.Kind.FATAL, directory.obstacle(), null);
    }
    return ports.targets().directories().open(id);
  }

  private static TargetException unusable(String code, long id) {
    return new TargetException(TargetException.Kind.FATAL, Message.of(code, id), null);
  }

  private static long destructive(RunCounts planned) {
    return planned.get(EntityKind.USER, Tally.DEACTIVATED)
        + planned.get(EntityKind.MEMBERSHIP, Tally.REMOVED);
  }

  /** Plans and judges; the answer is over when it was a dry run or is held. */
  private SyncRun plan(
      SyncRun run,
      Connection connection,
      DirectoryTarget target,
      SourceSnapshot snapshot,
      RunWatch watch) {
    watch.phase("plan");
    RunRules rules = new RunRules(connection.settings());
    TargetState current = state(run, connection, target);
    SummaryBuilder totals = new SummaryBuilder();
    try (PlanWriter writer = ports.plans().begin(run.id())) {
      StoppablePlan stoppable = new StoppablePlan(writer, watch.stop(), watch);
      Set<Finding> standing = ports.findings().standing(connection.id());
      FindingFilter filter = new FindingFilter(stoppable, totals, standing);
      new Planner(rules.policy()).plan(new MappedState(snapshot, rules.mapping()), current, filter);
      String fingerprint = writer.finish().fingerprint();
      PlanSummary summary = totals.summary();
      List<GuardrailBreach> breaches =
          new Guardrail(rules.limits()).check(summary, snapshot.userCount());
      if (!run.dryRun()) {
        ports.findings().settle(connection.id(), filter.now());
      }
      watch.tellNow();
      Reading reading = new Reading(snapshot.incomplete(), snapshot.offCount());
      return judged(run, connection, reading, summary, fingerprint, breaches);
    }
  }

  /** How whole the reading is that a plan rests on. */
  private record Reading(List<IncompleteList> incomplete, List<String> offCount) {
    /** The plan rests on no reading. */
    static final Reading NONE = new Reading(List.of(), List.of());
  }

  private SyncRun judged(
      SyncRun run,
      Connection connection,
      Reading reading,
      PlanSummary summary,
      String fingerprint,
      List<GuardrailBreach> breaches) {
    RunState state =
        run.dryRun() ? RunState.SUCCEEDED : breaches.isEmpty() ? RunState.RUNNING : RunState.HELD;
    Duration validity = Duration.ofHours(connection.settings().planHours());
    SyncRun judged =
        run.with()
            .state(state)
            .planned(RunCounts.planned(summary))
            .counts(untouched(summary))
            .breaches(breaches)
            .incomplete(reading.incomplete())
            .fingerprint(fingerprint)
            .planExpiresAt(clock.instant().plus(validity))
            .finishedAt(state.over() ? clock.instant() : null)
            .message(message(state, breaches, reading.offCount()))
            .build();
    ports.journal().update(judged);
    lines.planned(judged);
    return judged;
  }

  /** What a person should know about a plan, most urgent first; null when there is nothing. */
  private static Message message(
      RunState state, List<GuardrailBreach> breaches, List<String> offCount) {
    if (state == RunState.HELD) {
      return Message.of("run-held", breaches.size());
    }
    String some = String.join(", ", offCount.stream().limit(5).toList());
    return offCount.isEmpty() ? null : Message.of("run-count-differs", offCount.size(), some);
  }

  /** The counts of a run that has not written yet. */
  private static RunCounts untouched(PlanSummary summary) {
    RunCounts counts = RunCounts.NONE;
    for (EntityKind kind : EntityKind.values()) {
      counts =
          counts
              .plus(kind, Tally.UNCHANGED, summary.unchanged().getOrDefault(kind, 0L))
              .plus(kind, Tally.SKIPPED, summary.count(kind, Operation.LEAVE));
    }
    return counts;
  }

  private SyncRun apply(
      SyncRun run,
      Connection connection,
      DirectoryTarget target,
      WriteCheck check,
      RunWatch watch) {
    watch.phase("apply");
    watch.expect(total(run.planned()));
    if (run.mode().equals(SyncRun.UNDO) && total(run.planned()) > 0) {
      pauseSchedule(run);
    }
    boolean keep = connection.settings().groups().keepUnownedMembers();
    ChangeWriter writer =
        new ChangeWriter(connection.id(), target, ports.links(), retry, check, keep);
    PlanExecutor executor = new PlanExecutor(ports.journal(), writer);
    try (Cursor<PlannedChange> changes = ports.plans().changes(run.planId(), run.mark())) {
      RunCounts counts = executor.apply(run, changes, watch.stop(), watch);
      watch.tellNow();
      return finish(run, counts);
    }
  }

  /** The next sync would do again what is undone here. */
  private void pauseSchedule(SyncRun run) {
    long undone = run.origin().undoOf();
    if (ports.schedules().pause(run.connectionId(), Message.of("undone", undone))) {
      List<Message> notices = new ArrayList<>(run.notices());
      notices.add(Message.of("undo-pauses-schedule"));
      ports.journal().update(run.with().notices(notices).build());
    }
  }

  private static long total(RunCounts planned) {
    return planned.values().values().stream()
        .flatMap(byTally -> byTally.entrySet().stream())
        .filter(entry -> entry.getKey() != Tally.UNCHANGED && entry.getKey() != Tally.SKIPPED)
        .mapToLong(java.util.Map.Entry::getValue)
        .sum();
  }

  private SyncRun finish(SyncRun run, RunCounts counts) {
    boolean failures =
        java.util.Arrays.stream(EntityKind.values())
            .anyMatch(kind -> counts.get(kind, Tally.FAILED) > 0);
    boolean partial = failures || !run.incomplete().isEmpty();
    SyncRun stored = ports.journal().find(run.id()).orElse(run);
    SyncRun finished =
        stored
            .with()
            .state(partial ? RunState.PARTIAL : RunState.SUCCEEDED)
            .counts(counts)
            .finishedAt(clock.instant())
            .build();
    ports.journal().update(finished);
    return finished;
  }

  /** Adds what a stored plan leaves alone to what is standing, so that the next run is quiet. */
  void settleFindings(SyncRun run) {
    if (run.mode().equals(SyncRun.UNDO)) {
      return; // what an undo leaves alone is no matter of the next sync
    }
    Set<Finding> findings = new HashSet<>(ports.findings().standing(run.connectionId()));
    try (Cursor<PlannedChange> changes = ports.plans().changes(run.planId(), run.mark())) {
      PlannedChange next = changes.hasNext() ? changes.next() : null;
      while (next != null && next.phase() == Phase.PREPARE) {
        if (next.row().toChange() instanceof Change.LeaveAlone left) {
          findings.add(FindingFilter.finding(left));
        }
        next = changes.hasNext() ? changes.next() : null;
      }
    }
    ports.findings().settle(run.connectionId(), findings);
  }
}
