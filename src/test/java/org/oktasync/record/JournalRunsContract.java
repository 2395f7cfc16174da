package org.oktasync.record;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.Test;
import org.oktasync.control.StoppedException;
import org.oktasync.model.EntityKind;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.Message;
import org.oktasync.model.SourceUsage;
import org.oktasync.plan.Change;
import org.oktasync.plan.ChangeRow;
import org.oktasync.plan.GuardrailBreach;
import org.oktasync.plan.Phase;

/** What every journal keeps to: of runs themselves. */
abstract class JournalRunsContract {
  static final Instant START = Instant.parse("2026-03-01T10:00:00.123Z");
  static final long CONNECTION = 3;

  /** The journal under test, empty. */
  protected abstract RunJournal journal();

  /** The store of the plans that the journal's runs apply. */
  protected abstract PlanStore plans();

  @Test
  public void aNewRunGetsAnIdAndItsOwnPlan() {
    SyncRun first = journal().add(newRun(CONNECTION));
    SyncRun second = journal().add(newRun(CONNECTION));

    assertTrue(first.id() > 0);
    assertTrue(second.id() > first.id());
    assertEquals(first.id(), first.planId());
    assertEquals(first, found(first.id()));
    assertEquals(Optional.empty(), journal().find(second.id() + 1));
  }

  @Test
  public void aRunMayApplyThePlanOfAnother() {
    SyncRun dry = journal().add(newRun(CONNECTION));
    SyncRun run = journal().add(newRun(CONNECTION).with().planId(dry.id()).build());

    assertEquals(dry.id(), found(run.id()).planId());
  }

  @Test
  public void updateKeepsEverythingButHeartbeatProgressAndCancel() {
    SyncRun run = journal().add(newRun(CONNECTION));
    RunProgress progress = new RunProgress("apply", 3, 9, new SourceUsage(1, 2, 3, 4));
    Instant beat = START.plusSeconds(15);
    journal().beat(run.id(), beat, progress);
    journal().requestCancel(run.id());
    SyncRun changed = everythingChanged(run);

    journal().update(changed);

    assertEquals(changed.with().heartbeatAt(beat).progress(progress).build(), found(run.id()));
    assertTrue(journal().cancelRequested(run.id()));
  }

  private static SyncRun everythingChanged(SyncRun run) {
    return run.with()
        .state(RunState.HELD)
        .incomplete(List.of(new IncompleteList("members of Größe", "no-next")))
        .planned(RunCounts.NONE.plus(EntityKind.MEMBERSHIP, Tally.ADDED, 5_000_000_000L))
        .counts(RunCounts.NONE.plus(EntityKind.USER, Tally.CREATED, 2))
        .breaches(List.of(new GuardrailBreach("maxRemovalsPerGroup", "staff", 1, 2)))
        .fingerprint("f".repeat(64))
        .mark(new Mark(Phase.DEACTIVATE, 12))
        .message(Message.of("held", 1, "two"))
        .approval(
            new SyncRun.Approval(
                "anna", START.plusSeconds(60), "rolf", "eve", START.plusSeconds(90)))
        .mode(SyncRun.INCREMENTAL)
        .notices(List.of(Message.of("some-notice", 3)))
        .finishedAt(START.plusSeconds(61))
        .planExpiresAt(START.plusSeconds(62))
        .heartbeatAt(START.plusSeconds(63))
        .node("node-2")
        .build();
  }

  @Test
  public void runsComeNewestFirstInPages() {
    List<SyncRun> runs =
        LongStream.range(0, 5).mapToObj(i -> journal().add(newRun(CONNECTION))).toList();
    SyncRun other = journal().add(newRun(CONNECTION + 1));

    Page<SyncRun> page = journal().runs(CONNECTION, 1, 2);

    assertEquals(new Page<>(5, 1, List.of(runs.get(3), runs.get(2))), page);
    assertEquals(other, journal().runs(0, 0, 1).values().get(0));
    assertEquals(6, journal().runs(0, 0, 1).total());
  }

  @Test
  public void runsOfOneKindAreFoundNewestFirst() {
    SyncRun held = added(false, SyncRun.FULL, RunState.HELD, "");
    SyncRun seen = added(true, SyncRun.FULL, RunState.SUCCEEDED, "eve");
    SyncRun seenToo = added(true, SyncRun.FULL, RunState.SUCCEEDED, "eve");
    SyncRun full = added(false, SyncRun.FULL, RunState.SUCCEEDED, "");
    added(true, SyncRun.FULL, RunState.SUCCEEDED, "");
    added(true, SyncRun.INCREMENTAL, RunState.SUCCEEDED, "eve");
    added(false, SyncRun.INCREMENTAL, RunState.SUCCEEDED, "");
    added(true, SyncRun.FULL, RunState.CANCELLED, "eve");

    int version = seen.settingsVersion();
    RunQuery reviewed = RunQuery.reviewedDryRuns(CONNECTION, version);
    assertEquals(List.of(seenToo, seen), journal().find(reviewed, 9));
    assertEquals(List.of(seenToo), journal().find(reviewed, 1));
    assertEquals(List.of(), journal().find(RunQuery.reviewedDryRuns(CONNECTION, version + 1), 9));
    assertEquals(List.of(held), journal().find(RunQuery.held(CONNECTION), 9));
    assertEquals(List.of(full), journal().find(RunQuery.fullOnes(CONNECTION), 9));
    assertEquals(List.of(), journal().find(RunQuery.held(CONNECTION + 1), 9));
  }

  private SyncRun added(boolean dryRun, String mode, RunState state, String reviewedBy) {
    SyncRun run =
        journal()
            .add(
                SyncRun.starting(
                    CONNECTION, "rest", "ada", mode, dryRun, 4, SyncRun.Origin.NONE, START, "n"));
    SyncRun.Approval approval =
        reviewedBy.isEmpty()
            ? SyncRun.Approval.NONE
            : SyncRun.Approval.NONE.reviewed(reviewedBy, START);
    journal().update(run.with().state(state).approval(approval).build());
    return found(run.id());
  }

  @Test
  public void runningOnesComeOldestFirst() {
    SyncRun first = journal().add(newRun(CONNECTION));
    SyncRun over = journal().add(newRun(CONNECTION));
    SyncRun last = journal().add(newRun(CONNECTION));
    journal().add(newRun(CONNECTION + 1));
    journal().update(over.with().state(RunState.SUCCEEDED).build());

    assertEquals(List.of(first, last), journal().running(CONNECTION));
  }

  @Test
  public void nobodyAskedToCancelANewRun() {
    assertFalse(journal().cancelRequested(journal().add(newRun(CONNECTION)).id()));
  }

  @Test
  public void whatIsInterruptedStaysSoWhateverItsNodeThinks() {
    SyncRun run = journal().add(newRun(CONNECTION));
    assertFalse(journal().mustStop(run.id()));
    journal().update(run.with().state(RunState.INTERRUPTED).build());

    assertTrue(journal().mustStop(run.id()));
    SyncRun ended = run.with().state(RunState.SUCCEEDED).build();
    assertThrows(StoppedException.class, () -> journal().update(ended));
    assertEquals(RunState.INTERRUPTED, found(run.id()).state());
    journal().update(found(run.id()).with().message(Message.of("run-cancelled")).build());
    assertEquals(Message.of("run-cancelled"), found(run.id()).message());
  }

  @Test
  public void whoIsToCancelIsToStop() {
    SyncRun run = journal().add(newRun(CONNECTION));
    journal().requestCancel(run.id());

    assertTrue(journal().mustStop(run.id()));
  }

  @Test
  public void aRunThatIsNotStoredCannotBeChanged() {
    SyncRun never = newRun(CONNECTION).with().id(99).build();

    assertThrows(IllegalStateException.class, () -> journal().update(never));
    assertThrows(IllegalStateException.class, () -> journal().requestCancel(99));
  }

  @Test
  public void headersTellWhatRunsAreKeptBy() {
    SyncRun run = journal().add(everythingChanged(newRun(CONNECTION)));
    SyncRun dry =
        journal()
            .add(
                SyncRun.starting(
                    CONNECTION + 1,
                    "manual",
                    "",
                    SyncRun.UNDO,
                    true,
                    4,
                    new SyncRun.Origin(run.id(), 7),
                    START,
                    "node-1"));

    assertEquals(
        List.of(
            new RunHeader(
                dry.id(),
                CONNECTION + 1,
                SyncRun.UNDO,
                true,
                RunState.RUNNING,
                new SyncRun.Origin(run.id(), 7),
                dry.id(),
                START,
                null,
                false),
            new RunHeader(
                run.id(),
                CONNECTION,
                SyncRun.INCREMENTAL,
                false,
                RunState.HELD,
                SyncRun.Origin.NONE,
                run.id(),
                START,
                START.plusSeconds(62),
                false)),
        journal().headers());
  }

  /** Ordinals: 1 ann, 2 bob, 3 tom left alone, 4 and 5 memberships, 6 zoe. */
  final SyncRun runWithPlan() {
    SyncRun run = journal().add(newRun(CONNECTION));
    try (PlanWriter writer = plans().begin(run.id())) {
      writer.change(Phase.PREPARE, Changes.create("ann"));
      writer.change(Phase.PREPARE, Changes.create("bob"));
      writer.change(Phase.PREPARE, Changes.leave("tom", "tom in LDAP"));
      writer.change(Phase.ADD_MEMBERS, Changes.add("ann", "Staff_1"));
      writer.change(Phase.ADD_MEMBERS, Changes.add("bob", "Staff_1"));
      writer.change(Phase.DEACTIVATE, Changes.deactivate("zoe"));
      writer.finish();
    }
    return run;
  }

  final void write(long planId, String... names) {
    try (PlanWriter writer = plans().begin(planId)) {
      for (String name : names) {
        writer.change(Phase.PREPARE, Changes.create(name));
      }
      writer.finish();
    }
  }

  protected static SyncRun newRun(long connectionId) {
    return SyncRun.starting(
        connectionId,
        "manual",
        "anna",
        SyncRun.FULL,
        false,
        4,
        SyncRun.Origin.NONE,
        START,
        "node-1");
  }

  /** A result of a change in the phase in which {@link #runWithPlan} plans it. */
  protected static ChangeResult result(
      long ordinal, Change change, RunOutcome outcome, Message why) {
    Phase phase =
        switch (change.operation()) {
          case ADD -> Phase.ADD_MEMBERS;
          case DEACTIVATE -> Phase.DEACTIVATE;
          default -> Phase.PREPARE;
        };
    return new ChangeResult(new PlannedChange(ordinal, phase, ChangeRow.of(change)), outcome, why);
  }

  final SyncRun found(long id) {
    return journal().find(id).orElseThrow();
  }

  final List<JournalEntry> all(long runId) {
    return journal().changes(runId, JournalQuery.all(0, 100)).values();
  }

  final List<JournalEntry> only(
      long runId, String kind, String operation, String outcome, String text) {
    JournalQuery query = new JournalQuery(kind, operation, outcome, text, 0, 100);
    JournalPage page = journal().changes(runId, query);
    assertEquals(page.values().size(), page.total());
    assertEquals("", page.next());
    return page.values();
  }

  static List<String> described(List<JournalEntry> entries) {
    return entries.stream()
        .map(entry -> entry.change().row().subject() + " " + entry.outcome())
        .toList();
  }
}
