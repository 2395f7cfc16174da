package org.oktasync.record;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.Test;
import org.oktasync.model.Cursor;
import org.oktasync.model.Message;
import org.oktasync.plan.Phase;

/** What every journal keeps to: here of what is deleted, and of what was applied. */
public abstract class RunJournalContract extends JournalChangesContract {
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
  public void whatWasAppliedButForAPartIsApplied_andSaysWhatIsMissing() {
    SyncRun run = runWithPlan();
    Message part = Message.of("one");
    ChangeResult bob = result(2, Changes.create("bob"), RunOutcome.APPLIED, part);
    ChangeResult zoe =
        result(6, Changes.deactivate("zoe"), RunOutcome.SKIPPED, Message.of("changed-since"));
    journal().advance(run.id(), new Mark(Phase.DEACTIVATE, 6), RunCounts.NONE, List.of(bob, zoe));

    assertEquals(List.of(1L, 2L, 4L, 5L), applied(run.id(), Mark.START));
    List<JournalEntry> found = only(run.id(), "", "", "APPLIED", "");
    assertEquals(
        List.of("ann APPLIED", "bob APPLIED", "ann APPLIED", "bob APPLIED"), described(found));
    assertEquals(part, found.get(1).message());
    assertEquals(2, only(run.id(), "", "", "APPLIED", "bo").size());
    assertEquals(
        List.of("tom SKIPPED", "zoe SKIPPED"), described(only(run.id(), "", "", "SKIPPED", "")));
    assertEquals(List.of(bob, zoe), journal().results(run.id(), Mark.START, 10));
    assertEquals(List.of(bob), journal().results(run.id(), Mark.START, 1));
    assertEquals(List.of(zoe), journal().results(run.id(), bob.change().mark(), 10));
    assertEquals(2, journal().unsettled(run.id(), 10).size());
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

  private boolean hasPlan(long planId) {
    try (Cursor<PlannedChange> changes = plans().changes(planId, Mark.START)) {
      return changes.hasNext();
    }
  }
}
