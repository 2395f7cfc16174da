package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.GroupName;
import org.oktasync.model.Message;
import org.oktasync.plan.GuardrailBreach;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.Tally;

/**
 * An undo is judged, held, approved, made dry and recorded like any run; and it stops schedules.
 */
public class UndoGuardTest {
  private final SyncWorld world = SyncWorld.guarded();

  /** Forty people p0..p39, all in one group. */
  private SyncRun firstSync() {
    String[] ids = new String[40];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = String.format("id%02d", i);
      world.source.person(ids[i], "p" + i);
    }
    world.source.group("g", "team", ids);
    return world.sync();
  }

  private boolean active(String name) {
    return world.directory.account(new AccountName(name)).orElseThrow().active();
  }

  private static List<String> names(SyncRun run) {
    return run.breaches().stream().map(GuardrailBreach::guardrail).toList();
  }

  private SyncRun dryUndo(SyncRun run) {
    return world.stored(world.undo.undo(run.id(), true, "manual", "operator").run());
  }

  @Test
  public void undoingAFirstSyncIsHeldUntilSomebodyApproves() {
    SyncRun first = firstSync();
    long writes = world.directory.writes();
    SyncRun held = world.undo(first);
    assertEquals(RunState.HELD, held.state());
    assertEquals(List.of("maxDeactivations", "maxRemovals", "maxRemovalsPerGroup"), names(held));
    assertEquals(writes, world.directory.writes());
    SyncRun approved = world.stored(world.control.approve(held.id(), "boss"));
    assertEquals(RunState.SUCCEEDED, approved.state());
    assertFalse(active("p0"));
    assertEquals(40, approved.counts().get(EntityKind.USER, Tally.DEACTIVATED));
    assertEquals(List.of(), world.directory.world().membersOf(new GroupName("team")));
  }

  @Test
  public void sharesAreTakenOfAllMembershipsAsInASync() {
    firstSync();
    world.source.person("new", "newcomer").group("h", "crew", "new", "id01", "id02");
    SyncRun small = world.sync();
    SyncRun undo = world.undo(small);
    assertEquals("three of 43 memberships are few", List.of(), names(undo));
    assertEquals(RunState.SUCCEEDED, undo.state());
  }

  @Test
  public void aDryUndoWritesNothingAndIsAppliedLater() {
    SyncRun first = firstSync();
    String before = world.directory.world().text();
    SyncRun dry = dryUndo(first);
    assertEquals(RunState.SUCCEEDED, dry.state());
    assertEquals(40, dry.planned().get(EntityKind.USER, Tally.DEACTIVATED));
    assertEquals(before, world.directory.world().text());
    SyncRun applied = world.stored(world.control.applyDryRun(dry.id(), "manual", "boss"));
    assertEquals(RunState.HELD, applied.state());
    assertEquals(first.id(), applied.origin().undoOf());
    assertEquals(SyncRun.UNDO, applied.mode());
    world.control.approve(applied.id(), "boss");
    assertFalse(active("p39"));
  }

  @Test
  public void whoCameToBeProtectedSinceIsSparedByAStoredUndo() {
    SyncRun held = world.undo(firstSync());
    world.administrators.add("p3");
    world.control.approve(held.id(), "boss");
    assertTrue(active("p3"));
    assertFalse(active("p4"));
  }

  @Test
  public void whatAnUndoLeavesAloneIsNoFindingOfTheNextSync() {
    SyncRun dry = dryUndo(firstSync());
    world.control.applyDryRun(dry.id(), "manual", "boss");
    assertTrue(world.findings.standing(world.connectionId()).isEmpty());
  }

  @Test
  public void theSameInputGivesTheSamePlan() {
    SyncRun first = firstSync();
    assertEquals(dryUndo(first).fingerprint(), dryUndo(first).fingerprint());
  }

  @Test
  public void theScheduleIsPausedBeforeTheFirstWriteAndNotEarlier() {
    SyncRun first = firstSync();
    dryUndo(first);
    SyncRun held = world.undo(first);
    assertEquals(List.of(), world.pauses);
    long writes = world.directory.writes();
    world.directory.faults().failEverything(new IllegalStateException("no write is possible"));
    world.control.approve(held.id(), "boss");
    assertEquals(writes, world.directory.writes());
    assertEquals(List.of(Message.of("undone", first.id())), world.pauses);
    world.directory.faults().clear();
    SyncRun again = world.stored(world.control.approve(world.undo(first).id(), "boss"));
    assertEquals(List.of(Message.of("undo-pauses-schedule")), again.notices());
  }

  @Test
  public void anUndoThatChangesNothingPausesNothing() {
    SyncRun first = firstSync();
    world.control.approve(world.undo(first).id(), "boss");
    world.pauses.clear();
    world.undo(first);
    assertEquals(List.of(), world.pauses);
  }

  @Test
  public void theAnswerSaysThatAScheduleWillBePaused() {
    SyncRun first = firstSync();
    assertEquals(List.of(), world.undo.undo(first.id(), true, "rest", "x").notices());
    world.change("{\"schedule\":{\"interval\":\"PT1H\"}}");
    assertEquals(List.of(), world.undo.undo(first.id(), true, "rest", "x").notices());
    assertEquals(
        List.of(Message.of("undo-pauses-schedule")),
        world.undo.undo(first.id(), false, "rest", "x").notices());
    world.change("{\"schedule\":{\"paused\":true}}");
    assertEquals(List.of(), world.undo.undo(first.id(), false, "rest", "x").notices());
  }
}
