package org.oktasync.run;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.oktasync.config.Connection;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.Message;
import org.oktasync.plan.AppliedChanges;
import org.oktasync.plan.Guardrail;
import org.oktasync.plan.GuardrailBreach;
import org.oktasync.plan.GuardrailLimits;
import org.oktasync.plan.PlanSink;
import org.oktasync.plan.PlanSummary;
import org.oktasync.plan.Planner;
import org.oktasync.plan.ReadingFacts;
import org.oktasync.plan.SummaryBuilder;
import org.oktasync.plan.UndoPlanner;
import org.oktasync.plan.assets.ObjectUndo;
import org.oktasync.record.Finding;
import org.oktasync.record.Pending;
import org.oktasync.record.Plan;
import org.oktasync.record.PlanWriter;
import org.oktasync.record.SyncRun;
import org.oktasync.run.guard.DoubtfulRemovals;
import org.oktasync.run.guard.LookupCheck;
import org.oktasync.run.guard.SeatCount;
import org.oktasync.run.ports.RunLines;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.ports.RunWatch;
import org.oktasync.run.read.OtherDirectories;
import org.oktasync.run.read.RunReading;
import org.oktasync.run.read.TargetState;
import org.oktasync.run.rules.RunRules;
import org.oktasync.target.AssetsTarget;
import org.oktasync.target.TargetException;

/** Makes the plan of a run from what was read, stores it, and judges it. */
final class RunPlanner {
  private final RunPorts ports;
  private final Clock clock;
  private final PlanVerdict verdict;

  RunPlanner(RunPorts ports, Clock clock) {
    this.ports = ports;
    this.clock = clock;
    this.verdict = new PlanVerdict(ports.journal(), new RunLines(ports.log()), clock);
  }

  /**
   * Plans and judges; the answer is over when it was a dry run or is held. Empty when a delta would
   * take away so much that only whole lists can be believed; then nothing is stored.
   */
  Optional<SyncRun> plan(
      SyncRun run, Connection connection, RunReading reading, ObjectsPart objects, RunWatch watch) {
    watch.phase("plan");
    RunRules rules = new RunRules(connection.settings());
    SummaryBuilder totals = new SummaryBuilder();
    SeatCount seats = seats(totals, reading, connection);
    try (PlanWriter writer = ports.plans().begin(run.id())) {
      StoppablePlan stoppable = new StoppablePlan(writer, watch.stop(), watch);
      Set<Finding> standing = ports.findings().standing(connection.id());
      DoubtfulRemovals removals = new DoubtfulRemovals(stoppable, reading::desired);
      FindingFilter filter = new FindingFilter(removals, seats, standing);
      AccountsAfter accounts = new AccountsAfter(filter);
      if (reading.ofDirectory()) {
        new Planner(rules.policy(clock.instant()), reading.rows())
            .plan(reading.desired(), reading.current(), objects.wanted() ? accounts : filter);
      }
      objects.plan(filter, accounts, clock.instant());
      PlanSummary summary =
          reading.ofDirectory() ? seats.seated(totals.summary()) : totals.summary();
      boolean delta = reading.mode().equals(SyncRun.INCREMENTAL);
      if (delta && removals.count() > LookupCheck.MOST) {
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
          .map(state -> state.withObjectsBehind(objects.behind()))
          .map(state -> state.withPending(notLookedAt(connection, objects)))
          .ifPresent(state -> ports.states().earn(connection.id(), run.id(), state));
      watch.tellNow();
      PlanVerdict.Basis basis = basis(reading, objects, summary);
      return Optional.of(verdict.judged(run, connection, basis, summary, fingerprint, breaches));
    }
  }

  /** Objects of lists that this run did not look at wait on. */
  private Pending notLookedAt(Connection connection, ObjectsPart objects) {
    return ports
        .states()
        .standing(connection.id())
        .map(before -> before.pending().ofLists(objects.unread()))
        .orElse(Pending.NONE);
  }

  private SeatCount seats(SummaryBuilder totals, RunReading reading, Connection connection) {
    OtherDirectories others =
        new OtherDirectories(ports.targets().directories(), connection.settings().directoryId());
    return new SeatCount(
        totals,
        ports.targets().applicationSeats(),
        name -> reading.ofDirectory() ? reading.current().account(name) : Optional.empty(),
        create -> others.standsFirst(create.takenFrom()),
        others.aggregation(),
        reading.rows(),
        ports.log());
  }

  private static PlanVerdict.Basis basis(
      RunReading reading, ObjectsPart objects, PlanSummary summary) {
    List<Message> notices = PlanVerdict.notices(reading, summary.withoutAccess());
    notices.addAll(objects.notices());
    List<IncompleteList> incomplete = new ArrayList<>(reading.incomplete());
    incomplete.addAll(objects.incomplete());
    return new PlanVerdict.Basis(reading.mode(), incomplete, notices);
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

  /** Plans and judges the way back from an earlier run. */
  SyncRun planUndo(
      SyncRun run,
      Connection connection,
      TargetState current,
      AppliedChanges changes,
      RunWatch watch) {
    watch.phase("plan");
    try (PlanWriter writer = ports.plans().begin(run.id())) {
      PlanSink sink = new StoppablePlan(writer, watch.stop(), watch);
      new UndoPlanner(changes, current, sink).plan();
      List<Message> notices = undoObjects(connection, changes, sink, watch);
      Plan plan = writer.finish();
      GuardrailLimits limits = new RunRules(connection.settings()).limits();
      // No reading stands behind this plan, so there are not too few people in it either.
      ReadingFacts nothingRead = new ReadingFacts(false, 0, false, List.of());
      List<GuardrailBreach> breaches = new Guardrail(limits).check(plan.summary(), nothingRead);
      watch.tellNow();
      List<IncompleteList> left =
          notices.isEmpty() ? List.of() : List.of(new IncompleteList("assets", "assets-left-out"));
      PlanVerdict.Basis basis = new PlanVerdict.Basis(SyncRun.UNDO, left, notices);
      return verdict.judged(run, connection, basis, plan.summary(), plan.fingerprint(), breaches);
    }
  }

  /** Objects stay as they are when Assets cannot be asked; answers why. */
  private List<Message> undoObjects(
      Connection connection, AppliedChanges changes, PlanSink sink, RunWatch watch) {
    ObjectUndo undo = new ObjectUndo(changes);
    if (undo.changes().isEmpty()) {
      return List.of();
    }
    try (AssetsTarget target = ports.assets().target(connection, watch.stop())) {
      PresentObjects present =
          new PresentObjects(
              connection.id(),
              ports.objects(),
              target,
              ObjectWriters.form(ports, connection, target, watch.stop()),
              undo.changes(),
              watch.stop());
      undo.plan(present, sink);
      return List.of();
    } catch (TargetException e) {
      return List.of(Message.of("assets-left-out"), e.problem());
    }
  }
}
