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
import org.oktasync.control.StoppedException;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.Message;
import org.oktasync.model.SourceUsage;
import org.oktasync.plan.Change;
import org.oktasync.plan.ChangeRow;
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
  public void outcomesFollowMarkAndResults() {
    SyncRun run = runWithPlan();
    Message why = Message.of("directory-refused", "bob");

    journal()
        .advance(
            run.id(),
            new Mark(Phase.ADD_MEMBERS, 4),
            RunCounts.NONE.plus(EntityKind.USER, Tally.CREATED, 1),
            List.of(result(2, Changes.create("bob"), RunOutcome.FAILED, why)));

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
    ChangeResult bob = result(2, Changes.create("bob"), RunOutcome.FAILED, Message.of("one"));
    ChangeResult zoe =
        result(6, Changes.deactivate("zoe"), RunOutcome.SKIPPED, Message.of("changed-since"));

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

    JournalPage page = journal().changes(run.id(), new JournalQuery("", "", "PLANNED", "", 1, 2));

    assertEquals(5, page.total());
    assertEquals(1, page.start());
    assertEquals(List.of("bob PLANNED", "ann PLANNED"), described(page.values()));
  }

  @Test
  public void keysLeadThroughEveryList() {
    SyncRun run = runWithPlan();
    ChangeResult bob =
        result(2, Changes.create("bob"), RunOutcome.SKIPPED, Message.of("changed-since"));
    journal().advance(run.id(), new Mark(Phase.ADD_MEMBERS, 4), RunCounts.NONE, List.of(bob));

    for (String outcome : List.of("", "APPLIED", "PLANNED", "SKIPPED", "FAILED")) {
      for (String text : List.of("", "a", "s", "bob", "00uann", "00gStaff_1", "nobody")) {
        JournalQuery all = new JournalQuery("", "", outcome, text, 0, 100);
        List<JournalEntry> whole = journal().changes(run.id(), all).values();
        for (int limit = 1; limit <= 3; limit++) {
          assertEquals(outcome + " " + text, whole, followed(run.id(), all, limit));
        }
        try (Cursor<JournalEntry> entries = journal().entries(run.id(), all)) {
          assertEquals(whole, rest(entries));
        }
      }
    }
  }

  private List<JournalEntry> followed(long runId, JournalQuery query, int limit) {
    List<JournalEntry> found = new ArrayList<>();
    JournalPage page = journal().changes(runId, query.behind("", limit));
    long total = page.total();
    found.addAll(page.values());
    while (!page.next().isEmpty()) {
      page = journal().changes(runId, query.behind(page.next(), limit));
      assertEquals(total, page.total());
      found.addAll(page.values());
    }
    return found;
  }

  private static List<JournalEntry> rest(Cursor<JournalEntry> entries) {
    List<JournalEntry> rest = new ArrayList<>();
    entries.forEachRemaining(rest::add);
    return rest;
  }

  @Test
  public void aKeyStaysGoodWhileTheListGrowsBeforeIt() {
    SyncRun run = journal().add(newRun(CONNECTION));
    write(run.id(), "ann", "bob", "eve");
    JournalQuery failed = new JournalQuery("", "", "APPLIED", "", 0, 1);
    journal().advance(run.id(), new Mark(Phase.PREPARE, 2), RunCounts.NONE, List.of());
    String key = journal().changes(run.id(), failed).next();

    journal().advance(run.id(), new Mark(Phase.PREPARE, 3), RunCounts.NONE, List.of());

    assertEquals(
        List.of("bob APPLIED", "eve APPLIED"),
        described(journal().changes(run.id(), failed.behind(key, 9)).values()));
  }

  @Test
  public void whatIsNoKeyIsRefused() {
    SyncRun run = runWithPlan();
    for (String key : List.of("1", "x", "0..", "0.ä.1", "9.b.1", "behind-")) {
      JournalQuery query = JournalQuery.all(0, 9).behind(key, 9);
      assertThrows(RunJournal.UnknownKeyException.class, () -> journal().changes(run.id(), query));
    }
  }

  @Test
  public void aTextFindsSubjectsByNameThenObjectsThenIds() {
    SyncRun run = journal().add(newRun(CONNECTION));
    try (PlanWriter writer = plans().begin(run.id())) {
      writer.change(Phase.PREPARE, Changes.create("sue"));
      writer.change(Phase.PREPARE, Changes.create("Staff"));
      writer.change(Phase.ADD_MEMBERS, Changes.add("ann", "Staff"));
      writer.change(Phase.ADD_MEMBERS, Changes.add("Sue", "Staff"));
      writer.change(Phase.ADD_MEMBERS, Changes.add("bob", "Sales"));
      writer.change(Phase.ADD_MEMBERS, Changes.add("s", "other"));
      writer.finish();
    }

    assertEquals(
        List.of("s > other", "Staff > ", "sue > ", "Sue > Staff", "bob > Sales", "ann > Staff"),
        named(only(run.id(), "", "", "", "S")));
    assertEquals(List.of("s > other"), named(only(run.id(), "", "", "", "00us")));
    assertEquals(
        List.of("Sue > Staff", "bob > Sales", "ann > Staff"),
        named(only(run.id(), "membership", "", "", "S")).subList(1, 4));
  }

  private static List<String> named(List<JournalEntry> entries) {
    return entries.stream()
        .map(entry -> entry.change().row().subject() + " > " + entry.change().row().object())
        .toList();
  }

  @Test
  public void aTextMeetsTheOtherFilters() {
    SyncRun run = runWithPlan();
    ChangeResult bob = result(2, Changes.create("bob"), RunOutcome.FAILED, Message.of("one"));
    journal().advance(run.id(), new Mark(Phase.ADD_MEMBERS, 4), RunCounts.NONE, List.of(bob));

    assertEquals(List.of("bob FAILED"), described(only(run.id(), "", "", "FAILED", "b")));
    assertEquals(List.of(), only(run.id(), "", "", "FAILED", "a"));
    assertEquals(List.of("bob PLANNED"), described(only(run.id(), "", "", "PLANNED", "b")));
    assertEquals(List.of("ann APPLIED"), described(only(run.id(), "", "", "APPLIED", "staff")));
    assertEquals(List.of("tom SKIPPED"), described(only(run.id(), "", "", "SKIPPED", "t")));
    assertEquals(List.of("ann APPLIED"), described(only(run.id(), "user", "create", "", "ann")));
    assertEquals(List.of(), only(run.id(), "user", "leave", "FAILED", ""));
  }

  @Test
  public void totalsAreCountedUpToALimit() {
    int count = JournalPage.COUNTED + 30;
    SyncRun run = journal().add(newRun(CONNECTION));
    write(
        run.id(),
        LongStream.rangeClosed(1, count).mapToObj(i -> "user" + i).toArray(String[]::new));

    JournalPage all = journal().changes(run.id(), JournalQuery.all(count - 10L, 4));
    assertEquals(JournalPage.COUNTED, all.total());
    assertTrue(all.totalIsAtLeast());
    assertEquals("user" + (count - 9), all.values().get(0).change().row().subject());
    assertEquals(count, journal().stored(run.id()));

    JournalPage behind = journal().changes(run.id(), JournalQuery.all(0, 9).behind(all.next(), 9));
    assertEquals(6, behind.values().size());
    assertTrue(behind.totalIsAtLeast());
    assertEquals("", behind.next());

    JournalPage few =
        journal().changes(run.id(), new JournalQuery("user", "", "PLANNED", "user99", 0, 3));
    assertEquals(111, few.total());
    assertFalse(few.totalIsAtLeast());
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
            List.of(result(1, Changes.create("ann"), RunOutcome.FAILED, Message.of("one"))));

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
            .mapToObj(
                i -> result(i, Changes.create("user" + i), RunOutcome.FAILED, Message.of("no")))
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

  @Test
  public void aRunIsReducedStepByStep_andSaysSoFromTheFirst() {
    SyncRun run = runWithPlan();
    journal().update(run.with().planExpiresAt(START).notices(List.of(Message.of("one"))).build());

    assertFalse(journal().reduce(run.id(), 4));

    assertEquals(2, journal().stored(run.id()));
    assertTrue(found(run.id()).reduced());
    assertNull(found(run.id()).times().planExpiresAt());
    assertEquals(
        List.of(Message.of("one"), Message.of(SyncRun.REDUCED)), found(run.id()).notices());

    assertFalse(journal().reduce(run.id(), 4));
    assertTrue(journal().reduce(run.id(), 4));
    assertEquals(2, found(run.id()).notices().size());
    assertEquals(0, journal().stored(run.id()));
    assertTrue(journal().headers().get(0).reduced());
    assertEquals(List.of(), all(run.id()));
  }

  @Test
  public void aRunIsDeletedStepByStep_resultsFirstItselfLast() {
    SyncRun run = runWithPlan();
    SyncRun other = runWithPlan();
    ChangeResult bob = result(2, Changes.create("bob"), RunOutcome.FAILED, Message.of("one"));
    journal().advance(run.id(), Mark.START, RunCounts.NONE, List.of(bob));

    assertFalse(journal().deleteSome(run.id(), 4));
    assertEquals(6, journal().stored(run.id()));
    assertEquals(List.of(), only(run.id(), "", "", "FAILED", ""));
    assertTrue(found(run.id()).reduced());
    assertFalse(journal().deleteSome(run.id(), 4));
    assertEquals(2, journal().stored(run.id()));
    assertFalse(journal().deleteSome(run.id(), 4));
    assertTrue(journal().deleteSome(run.id(), 4));

    assertEquals(Optional.empty(), journal().find(run.id()));
    assertTrue(journal().deleteSome(run.id(), 4));
    assertEquals(6, journal().stored(other.id()));
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
    ChangeResult bob = result(2, Changes.create("bob"), RunOutcome.FAILED, Message.of("one"));
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
            .mapToObj(
                i -> result(i, Changes.create("p" + (i - 1)), RunOutcome.FAILED, Message.of("one")))
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
    JournalPage page = journal().changes(runId, query);
    assertEquals(page.values().size(), page.total());
    assertEquals("", page.next());
    return page.values();
  }

  private static List<String> described(List<JournalEntry> entries) {
    return entries.stream()
        .map(entry -> entry.change().row().subject() + " " + entry.outcome())
        .toList();
  }
}
