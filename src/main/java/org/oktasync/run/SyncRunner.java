package org.oktasync.run;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.oktasync.apply.DirectoryWriter;
import org.oktasync.apply.PlanExecutor;
import org.oktasync.apply.RetryPolicy;
import org.oktasync.apply.WriteCheck;
import org.oktasync.config.Connection;
import org.oktasync.mapping.MappingProfile;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.Message;
import org.oktasync.plan.AppliedChanges;
import org.oktasync.plan.Change;
import org.oktasync.plan.ChangeRow;
import org.oktasync.plan.Guardrail;
import org.oktasync.plan.GuardrailBreach;
import org.oktasync.plan.GuardrailLimits;
import org.oktasync.plan.Phase;
import org.oktasync.plan.PlanSink;
import org.oktasync.plan.PlanSummary;
import org.oktasync.plan.Planner;
import org.oktasync.plan.ReadingFacts;
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
import org.oktasync.run.LookupCheck.Depth;
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

  /** So many changes that were not applied are looked at again one by one. */
  private static final int PENDING = 1_000;

  private final RunPorts ports;
  private final SpoolFolders folders;
  private final RetryPolicy retry;
  private final Clock clock;
  private final PlanVerdict verdict;

  public SyncRunner(RunPorts ports, SpoolFolders folders, RetryPolicy retry, Clock clock) {
    this.ports = ports;
    this.folders = folders;
    this.retry = retry;
    this.clock = clock;
    this.verdict = new PlanVerdict(ports.journal(), new RunLines(ports.log()), clock);
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
    DirectoryTarget target = openTarget(connection);
    Path folder = folders.create();
    try (IdentitySource source = ports.sources().open(connection)) {
      watch.usage(source::usage);
      RunReader reader = new RunReader(ports, connection, target, source, folder, watch, clock);
      try (RunReading reading = reader.read(started)) {
        Optional<SyncRun> planned = plan(started, connection, reading, watch);
        if (planned.isPresent()) {
          return go(planned.get(), connection, target, source, reading, watch);
        }
      }
      try (RunReading whole = reader.readInstead(started, Message.of("full-much-taken"))) {
        SyncRun planned = plan(started, connection, whole, watch).orElseThrow();
        return go(planned, connection, target, source, whole, watch);
      }
    } finally {
      folders.delete(folder);
    }
  }

  private SyncRun go(
      SyncRun planned,
      Connection connection,
      DirectoryTarget target,
      IdentitySource source,
      RunReading reading,
      RunWatch watch) {
    if (planned.state().over()) {
      return planned;
    }
    boolean few = destructive(planned.planned()) <= LOOKUPS;
    boolean delta = reading.mode().equals(SyncRun.INCREMENTAL);
    MappingProfile mapping = new RunRules(connection.settings()).mapping();
    Depth depth = delta ? Depth.MEMBERSHIPS : few ? Depth.PEOPLE : Depth.DELETIONS;
    WriteCheck check = new LookupCheck(source.lookup(watch.stop()), mapping, depth);
    SyncRun applied = apply(planned, connection, target, check, watch);
    settleFindings(connection.id(), reading);
    return applied;
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
        WriteCheck asked =
            new LookupCheck(source.lookup(watch.stop()), rules.mapping(), Depth.MEMBERSHIPS);
        return apply(run, connection, target, again(run, current, asked), watch);
      }
      try (SourceSnapshot fresh = source.read(rules.scope(), folder, watch.stop(), watch)) {
        WriteCheck read = new SnapshotCheck(new MappedState(fresh, rules.mapping()));
        WriteCheck asked =
            new LookupCheck(source.lookup(watch.stop()), rules.mapping(), Depth.DELETIONS);
        return apply(run, connection, target, again(run, current, read.and(asked)), watch);
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
      ReadingFacts nothingRead = new ReadingFacts(false, 0, false, List.of());
      List<GuardrailBreach> breaches = new Guardrail(limits).check(plan.summary(), nothingRead);
      watch.tellNow();
      PlanVerdict.Basis basis = new PlanVerdict.Basis(SyncRun.UNDO, List.of(), List.of());
      return verdict.judged(run, connection, basis, plan.summary(), plan.fingerprint(), breaches);
    }
  }

  private TargetState state(SyncRun run, Connection connection, DirectoryTarget target) {
    return new TargetState(connection, ports.links(), target, ports.targets(), run.actors());
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

  /**
   * Plans and judges; the answer is over when it was a dry run or is held. Empty when a delta would
   * take away so much that only whole lists can be believed; then nothing is stored.
   */
  private Optional<SyncRun> plan(
      SyncRun run, Connection connection, RunReading reading, RunWatch watch) {
    watch.phase("plan");
    RunRules rules = new RunRules(connection.settings());
    SummaryBuilder totals = new SummaryBuilder();
    SeatCount seats =
        new SeatCount(
            totals, ports.targets().applicationSeats(), reading.current()::account, ports.log());
    try (PlanWriter writer = ports.plans().begin(run.id())) {
      StoppablePlan stoppable = new StoppablePlan(writer, watch.stop(), watch);
      Set<Finding> standing = ports.findings().standing(connection.id());
      FindingFilter filter = new FindingFilter(stoppable, seats, standing);
      new Planner(rules.policy(clock.instant())).plan(reading.desired(), reading.current(), filter);
      PlanSummary summary = seats.seated(totals.summary());
      boolean delta = reading.mode().equals(SyncRun.INCREMENTAL);
      if (delta && destructive(RunCounts.planned(summary)) > LOOKUPS) {
        return Optional.empty();
      }
      String fingerprint = writer.finish().fingerprint();
      List<GuardrailBreach> breaches =
          new Guardrail(rules.limits())
              .check(reading.judgedBy(summary), reading.facts(rules.canaries()));
      if (!run.dryRun()) {
        keepFindings(connection.id(), standing, filter.now());
      }
      reading.leftAlone(filter.now());
      reading
          .earned(summary)
          .ifPresent(state -> ports.states().earn(connection.id(), run.id(), state));
      watch.tellNow();
      List<Message> notices = PlanVerdict.notices(reading, summary.withoutAccess());
      PlanVerdict.Basis basis =
          new PlanVerdict.Basis(reading.mode(), reading.incomplete(), notices);
      return Optional.of(verdict.judged(run, connection, basis, summary, fingerprint, breaches));
    }
  }

  /**
   * What is new stands from now on; what was settled by this plan stands until it is applied:
   * should it not be, the next run must still find the people concerned.
   */
  private void keepFindings(long connectionId, Set<Finding> standing, Set<Finding> now) {
    Set<Finding> both = new HashSet<>(standing);
    both.addAll(now);
    ports.findings().settle(connectionId, both);
  }

  /** The plan is applied; what a delta did not look at stands as it stood. */
  private void settleFindings(long connectionId, RunReading reading) {
    Set<Finding> settled = new HashSet<>(reading.leftAlone());
    ports.findings().standing(connectionId).stream()
        .filter(finding -> !reading.covers(finding))
        .forEach(settled::add);
    ports.findings().settle(connectionId, settled);
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
    DirectoryWriter writer =
        new DirectoryWriter(connection.id(), target, ports.links(), retry, check, keep, clock);
    PlanExecutor executor = new PlanExecutor(ports.journal(), writer, () -> null);
    try (Cursor<PlannedChange> changes = ports.plans().changes(run.planId(), run.mark())) {
      RunCounts counts = executor.apply(run, changes, watch.stop(), watch).counts();
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
    settleState(finished);
    ports.journal().update(finished);
    return finished;
  }

  /**
   * What was read is dealt with, and need not be read again, but for what failed or was left out.
   * When that is too much to be remembered one by one, the next run begins where this one did.
   */
  private void settleState(SyncRun run) {
    List<PlannedChange> unsettled = ports.journal().unsettled(run.id(), PENDING + 1);
    if (unsettled.size() <= PENDING) {
      ports
          .states()
          .settle(
              run.connectionId(),
              run.planId(),
              ids(unsettled, row -> row.kind() != EntityKind.GROUP, ChangeRow::sourceId),
              ids(unsettled, row -> row.kind() != EntityKind.USER, SyncRunner::groupOf));
    }
  }

  private static List<String> ids(
      List<PlannedChange> changes, Predicate<ChangeRow> wanted, Function<ChangeRow, String> id) {
    return changes.stream()
        .map(PlannedChange::row)
        .filter(wanted)
        .map(id)
        .distinct()
        .sorted()
        .toList();
  }

  private static String groupOf(ChangeRow row) {
    return row.kind() == EntityKind.GROUP ? row.sourceId() : row.groupId();
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
