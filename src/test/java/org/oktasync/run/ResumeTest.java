package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.Test;
import org.oktasync.control.StoppedException;
import org.oktasync.fakes.DirectoryCall;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.record.JournalEntry;
import org.oktasync.record.JournalQuery;
import org.oktasync.record.RunOutcome;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.Tally;

/** Work whose node died or was stopped is taken up by whoever looks next. */
public class ResumeTest {
  private final SyncWorld world = SyncWorld.unguarded();

  private int next(int nth) {
    return world.directory.faults().writesSoFar() + nth;
  }

  private void hire(int from, int to) {
    for (int i = from; i < to; i++) {
      world.source.person(String.format("id%02d", i), "p" + i);
    }
  }

  /** A sync that dies at its nth write; it answers nothing, for its node is dead. */
  private SyncRun dyingSync(int write) {
    world.directory.faults().failAfterWrite(next(write), world.death());
    SyncRun dead = world.sync();
    world.reviveElsewhere();
    return dead;
  }

  private boolean active(String name) {
    return world.directory.account(new AccountName(name)).orElseThrow().active();
  }

  @Test
  public void aRunThatDiedIsDoneAgainAsANewOne() {
    hire(0, 5);
    SyncRun dead = dyingSync(3);
    world.resumeDue();
    SyncRun resumed = world.latest();
    assertEquals(dead.id(), resumed.origin().resumedFrom());
    assertEquals(RunState.SUCCEEDED, resumed.state());
    assertEquals(dead.mode(), resumed.mode());
    assertEquals(dead.trigger(), resumed.trigger());
    assertEquals(dead.startedBy(), resumed.startedBy());
    assertEquals(5, world.directory.world().accounts().size());
    SyncRun closed = world.stored(dead);
    assertEquals(RunState.INTERRUPTED, closed.state());
    assertEquals("run-interrupted", closed.message().code());
    assertNotNull(closed.times().finishedAt());
  }

  @Test
  public void aRunIsResumedOnceAndOnlyWhenItIsSilent() {
    hire(0, 3);
    world.directory.faults().failAfterWrite(next(2), world.death());
    SyncRun dead = world.sync();
    world.journal.revive();
    world.releaseLocks();
    world.resumeDue();
    assertEquals("it may be alive", dead.id(), world.latest().id());
    world.reviveElsewhere();
    world.holdLock();
    world.resumeDue();
    assertEquals("somebody works", dead.id(), world.latest().id());
    world.releaseLocks();
    world.resumeDue();
    world.resumeDue();
    assertEquals(dead.id() + 1, world.latest().id());
  }

  @Test
  public void aRunThatWasStoppedWithItsNodeIsResumed() {
    hire(0, 3);
    world
        .directory
        .faults()
        .failAfterWrite(
            next(1),
            () -> {
              world.launcher.shutDown();
              return new StoppedException();
            });
    SyncRun stopped = world.sync();
    assertEquals(RunState.INTERRUPTED, stopped.state());
    assertEquals("run-node-stopped", stopped.message().code());
    CompletionException refused = assertThrows(CompletionException.class, () -> world.sync());
    assertTrue(refused.getCause() instanceof StoppedException);
    world.start();
    world.resumeDue();
    SyncRun resumed = world.latest();
    assertEquals(stopped.id(), resumed.origin().resumedFrom());
    assertEquals(RunState.SUCCEEDED, resumed.state());
    assertEquals(3, world.directory.world().accounts().size());
  }

  @Test
  public void anApprovedPlanGoesOnFromItsMarkWithTheSameApproval() {
    hire(0, 40);
    world.sync();
    world.change("{\"guardrails\":{\"maxDeactivations\":{\"count\":0}}}");
    for (int i = 0; i < 30; i++) {
      world.source.deletePerson(String.format("id%02d", i));
    }
    SyncRun held = world.sync();
    world.directory.faults().failAfterWrite(next(10), world.death());
    world.control.approve(held.id(), "boss");
    world.reviveElsewhere();
    world.source.deletePerson("id35");
    world.resumeDue();
    SyncRun resumed = world.latest();
    assertEquals(held.id(), resumed.origin().resumedFrom());
    assertEquals(RunState.SUCCEEDED, resumed.state());
    assertEquals("boss", resumed.approval().approvedBy());
    assertEquals(held.planId(), resumed.planId());
    assertEquals(30, resumed.counts().get(EntityKind.USER, Tally.DEACTIVATED));
    assertFalse(active("p29"));
    assertTrue("nobody approved this one", active("p35"));
  }

  @Test
  public void whatTheDeadRunDidNotApplyStandsInTheRunThatGoesOn() {
    for (int i = 0; i < 300; i++) {
      world.source.person(String.format("id%03d", i), "p" + i);
    }
    world.sync();
    world.change("{\"guardrails\":{\"maxDeactivations\":{\"count\":0}}}");
    for (int i = 0; i < 260; i++) {
      world.source.deletePerson(String.format("id%03d", i));
    }
    SyncRun held = world.sync();
    world.source.person("id005", "p5");
    world.directory.faults().failAfterWrite(next(230), world.death());
    world.control.approve(held.id(), "boss");
    world.reviveElsewhere();
    assertEquals("one chunk is noted", 200, world.stored(held).mark().ordinal());
    world.resumeDue();
    SyncRun resumed = world.latest();
    assertEquals(259, resumed.counts().get(EntityKind.USER, Tally.DEACTIVATED));
    assertEquals(1, resumed.counts().get(EntityKind.USER, Tally.SKIPPED));
    JournalQuery skipped = new JournalQuery("", "", RunOutcome.SKIPPED.name(), "", 0, 10);
    JournalEntry only = world.journal.changes(resumed.id(), skipped).values().get(0);
    assertEquals("p5", only.change().row().subject());
    assertEquals("changed-since", only.message().code());
    assertTrue(active("p5"));
  }

  @Test
  public void whatAStoredPlanHadDoneWithoutNotingItCountsAsDone() {
    world.source.person("1", "ann").person("2", "bob");
    world.sync();
    world.source.person("1", "ann.lee").person("3", "cid").group("g", "team", "1", "3");
    SyncRun dry = world.dryRun();
    world.directory.faults().failAfterWrite(next(4), world.death());
    SyncRun dead = world.stored(world.control.applyDryRun(dry.id(), "manual", "boss"));
    world.reviveElsewhere();
    world.resumeDue();
    SyncRun resumed = world.latest();
    assertEquals(dead.id(), resumed.origin().resumedFrom());
    assertEquals(dry.id(), resumed.planId());
    assertEquals(RunState.SUCCEEDED, resumed.state());
    for (JournalEntry entry :
        world.journal.changes(resumed.id(), JournalQuery.all(0, 100)).values()) {
      assertEquals(entry.toString(), RunOutcome.APPLIED, entry.outcome());
    }
    assertEquals(1, resumed.counts().get(EntityKind.USER, Tally.CREATED));
    assertEquals(1, resumed.counts().get(EntityKind.USER, Tally.RENAMED));
  }

  @Test
  public void aPlanThatNoLongerHoldsIsPlannedAnewAndJudged() {
    hire(0, 40);
    world.sync();
    world.change("{\"guardrails\":{\"maxDeactivations\":{\"count\":0}}}");
    for (int i = 0; i < 30; i++) {
      world.source.deletePerson(String.format("id%02d", i));
    }
    SyncRun held = world.sync();
    world.directory.faults().failAfterWrite(next(10), world.death());
    world.control.approve(held.id(), "boss");
    world.reviveElsewhere();
    world.change("{\"users\":{\"update\":false}}");
    world.resumeDue();
    assertEquals(RunState.HELD, world.latest().state());
    assertEquals("", world.latest().approval().approvedBy());
    assertEquals(held.id(), world.latest().origin().resumedFrom());
  }

  @Test
  public void anUndoThatDiedIsBegunAgain() {
    hire(0, 4);
    SyncRun first = world.sync();
    world.directory.faults().failAfterWrite(next(2), world.death());
    SyncRun dead = world.undo(first);
    world.reviveElsewhere();
    world.resumeDue();
    SyncRun resumed = world.latest();
    assertEquals(new SyncRun.Origin(first.id(), dead.id()), resumed.origin());
    assertEquals(SyncRun.UNDO, resumed.mode());
    assertEquals(RunState.SUCCEEDED, resumed.state());
    assertFalse(active("p0"));
    assertFalse(active("p3"));
  }

  @Test
  public void nothingIsResumedMoreThanTwiceInARow() {
    hire(0, 9);
    SyncRun dead = dyingSync(1);
    for (int i = 0; i < 4; i++) {
      world.directory.faults().failAfterWrite(next(1), world.death());
      world.resumeDue();
      world.reviveElsewhere();
    }
    assertEquals(dead.id() + 2, world.latest().id());
    assertEquals(RunState.INTERRUPTED, world.latest().seenAt(world.now()).state());
    world.sync();
    assertEquals(9, world.directory.world().accounts().size());
  }

  @Test
  public void workOfMoreThanAnHourAgoIsLeftToTheNextRun() {
    hire(0, 3);
    SyncRun dead = dyingSync(1);
    world.pass(Duration.ofMinutes(59));
    world.resumeDue();
    assertEquals(dead.id(), world.latest().id());
  }

  @Test
  public void somethingThatEndedOtherwiseIsNotResumed() {
    hire(0, 3);
    SyncRun dead = dyingSync(1);
    world.sync();
    world.resumeDue();
    assertEquals("a newer run was there", dead.id() + 1, world.latest().id());
    hire(3, 6);
    SyncRun cancelled = dyingSync(1);
    world.journal.requestCancel(cancelled.id());
    world.resumeDue();
    assertEquals(cancelled.id(), world.latest().id());
  }

  @Test
  public void whoComesSecondFindsTheRunResumedAlready() {
    hire(0, 3);
    SyncRun dead = dyingSync(1);
    world.beforeLock =
        () -> {
          world.beforeLock = () -> {};
          world.resumeDue();
        };
    world.resumeDue();
    assertEquals(dead.id() + 1, world.latest().id());
    assertTrue(
        world.log.lines().toString(),
        world.log.lines().stream().anyMatch(line -> line.text().contains("run-superseded")));
  }

  @Test
  public void aDryRunAndASwitchedOffConnectionAreNotResumed() {
    hire(0, 3);
    world.directory.faults().failBefore(DirectoryCall.LIST_ACCOUNTS, 1, world.death());
    SyncRun dry = world.dryRun();
    world.reviveElsewhere();
    assertEquals(RunState.INTERRUPTED, dry.seenAt(world.now()).state());
    world.resumeDue();
    assertEquals(dry.id(), world.latest().id());
    SyncRun dead = dyingSync(1);
    world.change("{\"enabled\":false}");
    world.resumeDue();
    assertEquals(dead.id(), world.latest().id());
  }
}
