package org.oktasync.record;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.Test;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.Message;
import org.oktasync.model.SourceUsage;
import org.oktasync.plan.GuardrailBreach;
import org.oktasync.plan.Phase;

/** What every journal keeps to. */
public abstract class RunJournalContract {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00.123Z");
  private static final long CONNECTION = 3;

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
  public void aRunThatIsNotStoredCannotBeChanged() {
    SyncRun never = newRun(CONNECTION).with().id(99).build();

    assertThrows(IllegalStateException.class, () -> journal().update(never));
    assertThrows(IllegalStateException.class, () -> journal().requestCancel(99));
  }

  @Test
  public void outcomesFollowMarkAndResults() {
    SyncRun run = runWithPlan();
    Message why = Message.of("directory-refused", "bob");

    journal()
        .advance(
            run.id(),
            new Mark(Phase.ADD_MEMBERS, 4),
            RunCounts.NONE.plus(EntityKind.USER, Tally.CREATED, 1),
            List.of(new ChangeResult(2, RunOutcome.FAILED, why)));

    List<JournalEntry> entries = all(run.id());
    assertEquals(
        List.of(
            "ann APPLIED",
            "bob FAILED",
            "tom SKIPPED",
            "ann APPLIED",
            "bob PLANNED",
            "zoe PLANNED"),
        described(entries));
    assertEquals(why, entries.get(1).message());
    assertEquals(Message.of("name-taken", "tom in LDAP"), entries.get(2).message());
    assertNull(entries.get(3).message());
    assertEquals(Message.of("inactive"), entries.get(5).message());
    assertEquals(new Mark(Phase.ADD_MEMBERS, 4), found(run.id()).mark());
    assertEquals(1, found(run.id()).counts().get(EntityKind.USER, Tally.CREATED));
  }

  @Test
  public void resultsOfSeveralChunksAddUp() {
    SyncRun run = runWithPlan();
    ChangeResult bob = new ChangeResult(2, RunOutcome.FAILED, Message.of("one"));
    ChangeResult zoe = new ChangeResult(6, RunOutcome.SKIPPED, Message.of("changed-since"));

    journal().advance(run.id(), new Mark(Phase.PREPARE, 3), RunCounts.NONE, List.of(bob));
    journal().advance(run.id(), new Mark(Phase.DEACTIVATE, 6), RunCounts.NONE, List.of(zoe));

    assertEquals(List.of("bob FAILED"), described(only(run.id(), "", "", "FAILED", "")));
    assertEquals(
        List.of("tom SKIPPED", "zoe SKIPPED"), described(only(run.id(), "", "", "SKIPPED", "")));
    assertEquals(
        List.of("ann APPLIED", "ann APPLIED", "bob APPLIED"),
        described(only(run.id(), "", "", "APPLIED", "")));
    assertEquals(List.of(), only(run.id(), "", "", "PLANNED", ""));
  }

  @Test
  public void filtersByKindOperationOutcomeAndText() {
    SyncRun run = runWithPlan();
    journal().advance(run.id(), new Mark(Phase.PREPARE, 3), RunCounts.NONE, List.of());

    assertEquals(
        List.of("ann PLANNED", "bob PLANNED"), described(only(run.id(), "membership", "", "", "")));
    assertEquals(List.of("zoe PLANNED"), described(only(run.id(), "", "deactivate", "", "")));
    assertEquals(
        List.of("ann PLANNED", "bob PLANNED", "zoe PLANNED"),
        described(only(run.id(), "", "", "PLANNED", "")));
    assertEquals(List.of("ann APPLIED"), described(only(run.id(), "user", "", "", "AN")));
    assertEquals(
        List.of("ann PLANNED", "bob PLANNED"), described(only(run.id(), "", "", "", "STAFF_1")));
    assertEquals(List.of("zoe PLANNED"), described(only(run.id(), "", "", "", "00uzoe")));
    assertEquals(List.of(), only(run.id(), "", "", "", "00uzo"));
    assertEquals(List.of(), only(run.id(), "group", "", "", ""));
  }

  @Test
  public void charactersThatDatabasesReadAsPatternsMeanThemselves() {
    SyncRun run = journal().add(newRun(CONNECTION));
    write(run.id(), "a_b", "axb", "50% off", "50 off", "wow!", "[x] team");

    assertEquals(List.of("a_b PLANNED"), described(only(run.id(), "", "", "", "a_")));
    assertEquals(List.of("50% off PLANNED"), described(only(run.id(), "", "", "", "50%")));
    assertEquals(List.of("wow! PLANNED"), described(only(run.id(), "", "", "", "wow!")));
    assertEquals(List.of("[x] team PLANNED"), described(only(run.id(), "", "", "", "[X]")));
  }

  @Test
  public void pagesCountTheWholeList() {
    SyncRun run = runWithPlan();

    Page<JournalEntry> page =
        journal().changes(run.id(), new JournalQuery("", "", "PLANNED", "", 1, 2));

    assertEquals(5, page.total());
    assertEquals(1, page.start());
    assertEquals(List.of("bob PLANNED", "ann PLANNED"), described(page.values()));
  }

  @Test
  public void aRunThatAppliesAnotherPlanHasItsOwnOutcomes() {
    SyncRun dry = runWithPlan();
    SyncRun run = journal().add(newRun(CONNECTION).with().planId(dry.id()).build());

    journal()
        .advance(
            run.id(),
            new Mark(Phase.DEACTIVATE, 6),
            RunCounts.NONE,
            List.of(new ChangeResult(1, RunOutcome.FAILED, Message.of("one"))));

    assertEquals(List.of("ann FAILED"), described(only(run.id(), "", "", "FAILED", "")));
    assertEquals(4, only(run.id(), "", "", "APPLIED", "").size());
    assertEquals(List.of(), only(dry.id(), "", "", "FAILED", ""));
    assertEquals(5, only(dry.id(), "", "", "PLANNED", "").size());
  }

  @Test
  public void manyResultsCanBeFilteredAndPaged() {
    int count = 1500;
    SyncRun run = journal().add(newRun(CONNECTION));
    write(
        run.id(),
        LongStream.rangeClosed(1, count).mapToObj(i -> "user" + i).toArray(String[]::new));
    List<ChangeResult> failures =
        LongStream.rangeClosed(1, count)
            .filter(i -> i % 3 != 0)
            .mapToObj(i -> new ChangeResult(i, RunOutcome.FAILED, Message.of("no")))
            .toList();

    journal().advance(run.id(), new Mark(Phase.PREPARE, count), RunCounts.NONE, failures);

    assertEquals(
        List.of("user1497 APPLIED", "user1500 APPLIED"),
        described(
            journal()
                .changes(run.id(), new JournalQuery("", "", "APPLIED", "", 498, 10))
                .values()));
    assertEquals(
        1000, journal().changes(run.id(), new JournalQuery("", "", "FAILED", "", 0, 1)).total());
  }

  @Test
  public void deletingARunDeletesItsPlanAndResults() {
    SyncRun run = runWithPlan();
    SyncRun other = runWithPlan();

    journal().delete(run.id());
    journal().delete(run.id());

    assertEquals(Optional.empty(), journal().find(run.id()));
    assertFalse(hasPlan(run.id()));
    assertTrue(hasPlan(other.id()));
  }

  @Test
  public void aPlanStaysAsLongAsARunAppliesIt() {
    SyncRun dry = runWithPlan();
    SyncRun run = journal().add(newRun(CONNECTION).with().planId(dry.id()).build());

    journal().delete(dry.id());
    assertEquals(6, all(run.id()).size());

    journal().delete(run.id());
    assertFalse(hasPlan(dry.id()));
  }

  @Test
  public void whatWasAppliedComesInOrderWithoutWhatWasNot() {
    SyncRun run = runWithPlan();
    ChangeResult bob = new ChangeResult(2, RunOutcome.FAILED, Message.of("one"));
    assertEquals(List.of(), applied(run.id(), Mark.START));

    journal().advance(run.id(), new Mark(Phase.ADD_MEMBERS, 4), RunCounts.NONE, List.of(bob));

    assertEquals(List.of(1L, 4L), applied(run.id(), Mark.START));
    assertEquals(List.of(4L), applied(run.id(), new Mark(Phase.PREPARE, 1)));
    assertEquals(List.of(), applied(run.id(), new Mark(Phase.ADD_MEMBERS, 4)));
  }

  @Test
  public void whatWasAppliedOfALongPlanIsWhole() {
    SyncRun run = journal().add(newRun(CONNECTION));
    write(run.id(), LongStream.range(0, 1203).mapToObj(i -> "p" + i).toArray(String[]::new));
    List<ChangeResult> failed =
        LongStream.of(1, 500, 501, 1000)
            .mapToObj(i -> new ChangeResult(i, RunOutcome.FAILED, Message.of("one")))
            .toList();

    journal().advance(run.id(), new Mark(Phase.PREPARE, 1202), RunCounts.NONE, failed);

    List<Long> expected =
        LongStream.rangeClosed(2, 1202)
            .filter(i -> i != 500 && i != 501 && i != 1000)
            .boxed()
            .toList();
    assertEquals(expected, applied(run.id(), Mark.START));
  }

  private List<Long> applied(long runId, Mark after) {
    List<Long> ordinals = new ArrayList<>();
    try (Cursor<PlannedChange> cursor = journal().applied(runId, after)) {
      cursor.forEachRemaining(change -> ordinals.add(change.ordinal()));
    }
    return ordinals;
  }

  /** Ordinals: 1 ann, 2 bob, 3 tom left alone, 4 and 5 memberships, 6 zoe. */
  private SyncRun runWithPlan() {
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

  private void write(long planId, String... names) {
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

  private SyncRun found(long id) {
    return journal().find(id).orElseThrow();
  }

  private boolean hasPlan(long planId) {
    try (Cursor<PlannedChange> changes = plans().changes(planId, Mark.START)) {
      return changes.hasNext();
    }
  }

  private List<JournalEntry> all(long runId) {
    return journal().changes(runId, JournalQuery.all(0, 100)).values();
  }

  private List<JournalEntry> only(
      long runId, String kind, String operation, String outcome, String text) {
    JournalQuery query = new JournalQuery(kind, operation, outcome, text, 0, 100);
    Page<JournalEntry> page = journal().changes(runId, query);
    assertEquals(page.values().size(), page.total());
    return page.values();
  }

  private static List<String> described(List<JournalEntry> entries) {
    return entries.stream()
        .map(entry -> entry.change().row().subject() + " " + entry.outcome())
        .toList();
  }
}
