package org.oktasync.record;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.Test;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.Message;
import org.oktasync.plan.Phase;

/** What every journal keeps to: of the changes of a run, filtered, searched and paged. */
abstract class JournalChangesContract extends JournalRunsContract {
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
}
