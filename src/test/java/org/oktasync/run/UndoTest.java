package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.oktasync.fakes.DirectoryFaults;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.GroupName;
import org.oktasync.model.Message;
import org.oktasync.plan.Operation;
import org.oktasync.record.JournalEntry;
import org.oktasync.record.JournalQuery;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.Tally;
import org.oktasync.run.ports.RunRefusedException;
import org.oktasync.source.SourceException;
import org.oktasync.target.TargetException;

/** The way back from a run, case by case. */
public class UndoTest {
  private static final GroupName TEAM = new GroupName("team");

  private final SyncWorld world = SyncWorld.unguarded();

  private Account account(String name) {
    return world.directory.account(new AccountName(name)).orElseThrow();
  }

  private List<String> team() {
    return world.directory.world().membersOf(TEAM).stream().map(AccountName::value).toList();
  }

  /** What a run left alone, as {@code subject[ in group]: reason}. */
  private List<String> leftAlone(SyncRun run) {
    List<String> rows = new ArrayList<>();
    for (JournalEntry entry : world.journal.changes(run.id(), JournalQuery.all(0, 1000)).values()) {
      if (entry.change().row().operation() == Operation.LEAVE) {
        String group = entry.change().row().object();
        String where = group.isEmpty() ? "" : " in " + group;
        rows.add(entry.change().row().subject() + where + ": " + entry.message().code());
      }
    }
    return rows;
  }

  private SyncRun undone(SyncRun run) {
    SyncRun undo = world.undo(run);
    assertEquals("" + undo.breaches(), RunState.SUCCEEDED, undo.state());
    assertEquals(SyncRun.UNDO, undo.mode());
    assertEquals(run.id(), undo.origin().undoOf());
    return undo;
  }

  private String refusal(SyncRun run) {
    return assertThrows(RunRefusedException.class, () -> world.undo(run)).problem().code();
  }

  @Test
  public void whatTheRunMadeIsSwitchedOffAndEmptied() {
    world.source.person("1", "ann").group("g", "team", "1");
    SyncRun undo = undone(world.sync());
    assertFalse(account("ann").active());
    assertEquals(List.of(), team());
    assertEquals(List.of("team: undo-group-stays"), leftAlone(undo));
    assertEquals(1, undo.counts().get(EntityKind.USER, Tally.DEACTIVATED));
    assertEquals(1, undo.counts().get(EntityKind.MEMBERSHIP, Tally.REMOVED));
  }

  @Test
  public void leaversComeBackWithTheirGroups() {
    world.source.person("1", "ann").person("2", "bob").group("g", "team", "1", "2");
    world.sync();
    world.source.status("1", "SUSPENDED").group("g", "team");
    SyncRun leaving = world.sync();
    assertFalse(account("ann").active());
    assertEquals("ann is left in her groups", List.of("ann"), team());
    SyncRun undo = undone(leaving);
    assertTrue(account("ann").active());
    assertEquals(List.of("ann", "bob"), team());
    assertEquals(List.of(), leftAlone(undo));
  }

  @Test
  public void whoWasSwitchedOnIsSwitchedOffAgain() {
    world.source.person("1", "ann");
    world.sync();
    world.source.status("1", "SUSPENDED");
    world.sync();
    world.source.status("1", "ACTIVE");
    undone(world.sync());
    assertFalse(account("ann").active());
  }

  @Test
  public void namesInARingAndAttributesAreRestored() {
    world.source.person("1", "ann", "ACTIVE", "a@x.org", "Ann");
    world.source.person("2", "bob", "ACTIVE", "b@x.org", "Bob");
    world.source.group("g", "team", "1");
    world.sync();
    String before = world.directory.world().text();
    world.source.person("1", "bob", "ACTIVE", "a2@x.org", "Ann Lee");
    world.source.person("2", "Ann", "ACTIVE", "b@x.org", "Bob");
    world.source.group("g", "team", "2");
    SyncRun moved = world.sync();
    assertEquals(List.of("Ann"), team());
    undone(moved);
    assertEquals(before, world.directory.world().text());
  }

  @Test
  public void aSecondUndoFindsNothingLeftToDo() {
    world.source.person("1", "ann").group("g", "team", "1");
    SyncRun first = world.sync();
    undone(first);
    long writes = world.directory.writes();
    SyncRun again = undone(first);
    assertEquals(writes, world.directory.writes());
    assertEquals(
        2,
        again.counts().get(EntityKind.USER, Tally.UNCHANGED)
            + again.counts().get(EntityKind.MEMBERSHIP, Tally.UNCHANGED));
  }

  @Test
  public void anUndoCanBeUndone() {
    world.source.person("1", "ann").group("g", "team", "1");
    SyncRun first = world.sync();
    String synced = world.directory.world().text();
    undone(undone(first));
    assertEquals(synced, world.directory.world().text());
  }

  @Test
  public void anAccountThatWasAdoptedStaysLinked() {
    world.change("{\"users\":{\"adopt\":\"automatic\"}}");
    world.directory.world().hold(new Account(new AccountName("ann"), "Old", "", true));
    world.source.person("1", "ann");
    SyncRun undo = undone(world.sync());
    assertEquals("Old", account("ann").displayName());
    assertTrue(account("ann").active());
    assertEquals(List.of("ann: undo-link-stays"), leftAlone(undo));
    assertEquals(1, world.linksOf(EntityKind.USER).size());
  }

  @Test
  public void whatHasChangedSinceIsLeftAloneAndNamed() {
    world.source.person("1", "ann").person("2", "bob").person("3", "cid").person("4", "dora");
    world.source.group("g", "team", "1", "2", "3", "4");
    SyncRun first = world.sync();
    world.directory.world().rename(new AccountName("ann"), new AccountName("ann2"));
    world.source.person("3", "cyd");
    world.sync();
    world.directory.world().delete(new AccountName("bob"));
    world.linksOf(EntityKind.USER).stream()
        .filter(link -> link.name().equals("dora"))
        .forEach(link -> world.links.release(link.id()));
    String before = world.directory.world().text();
    assertEquals(
        List.of(
            "ann in team: renamed-in-jira",
            "ann: renamed-in-jira",
            "bob in team: undo-account-gone",
            "bob: undo-account-gone",
            "cid in team: undo-renamed",
            "cyd: undo-renamed",
            "dora in team: undo-unlinked",
            "dora: undo-unlinked",
            "team: undo-group-stays"),
        leftAlone(undone(first)).stream().sorted().toList());
    assertEquals(before, world.directory.world().text());
  }

  @Test
  public void aValueThatSomebodyChangedSinceStays() {
    world.source.person("1", "ann", "ACTIVE", "a@x.org", "Ann");
    world.sync();
    world.source.person("1", "ann", "ACTIVE", "a2@x.org", "Ann Lee");
    SyncRun update = world.sync();
    world.directory.world().hold(new Account(new AccountName("ann"), "Annie", "a2@x.org", true));
    SyncRun undo = undone(update);
    assertEquals("Annie", account("ann").displayName());
    assertEquals("a@x.org", account("ann").email());
    assertEquals(List.of("ann: undo-changed-since"), leftAlone(undo));
  }

  @Test
  public void anOldNameThatIsTakenStaysTaken() {
    world.source.person("1", "ann").group("g", "team", "1");
    world.sync();
    world.source.person("1", "ann.lee").person("2", "ann").group("g", "team");
    SyncRun run = world.sync();
    SyncRun undo = undone(run);
    assertEquals(List.of("ann.lee: undo-name-taken"), leftAlone(undo));
    assertTrue(account("ann.lee").active());
    assertFalse("the newcomer's", account("ann").active());
    assertEquals("undone under the new name", List.of("ann.lee"), team());
  }

  @Test
  public void anOldNameOfAnotherDirectoryOrOfAFormerUserIsNotGivenAgain() {
    world.source.person("1", "ann").person("2", "bob");
    world.sync();
    world.source.person("1", "ann.lee").person("2", "bob.lee");
    SyncRun run = world.sync();
    world.directory.world().holdElsewhere(new AccountName("ann"));
    world.directory.world().hold(new Account(new AccountName("bob"), "Other", "", true));
    world.directory.world().delete(new AccountName("bob"));
    SyncRun undo = undone(run);
    assertEquals(List.of("ann.lee: undo-name-taken", "bob.lee: undo-name-taken"), leftAlone(undo));
  }

  @Test
  public void aGroupThatIsGoneOrNoLongerOursIsLeftAlone() {
    world.source.person("1", "ann").group("g", "team", "1").group("h", "crew", "1");
    SyncRun run = world.sync();
    world.directory.world().delete(TEAM);
    world.linksOf(EntityKind.GROUP).stream()
        .filter(link -> link.name().equals("crew"))
        .forEach(link -> world.links.release(link.id()));
    assertEquals(
        List.of(
            "ann in crew: undo-unlinked",
            "ann in team: undo-group-gone",
            "crew: undo-group-stays",
            "team: undo-group-stays"),
        leftAlone(undone(run)).stream().sorted().toList());
  }

  @Test
  public void theProtectedAreSpared() {
    world.source.person("1", "ann", "ACTIVE", "a@x.org", "Ann");
    world.source.person("2", "bob").group("g", "team", "1", "2");
    world.sync();
    world.source.person("1", "ann.lee", "ACTIVE", "a@x.org", "Ann");
    world.source.person("3", "cid").group("g", "team", "1", "3");
    SyncRun run = world.sync();
    world.administrators.add("ann.lee");
    world.administrators.add("cid");
    world.administratorGroups.add("team");
    String before = world.directory.world().text();
    assertEquals(
        List.of(
            "ann.lee: protected-account",
            "bob in team: protected-group",
            "cid in team: protected-group",
            "cid: protected-account"),
        leftAlone(undone(run)).stream().sorted().toList());
    assertEquals(before, world.directory.world().text());
  }

  @Test
  public void whatTheRunLeftOutIsNotUndone() {
    world.source.person("1", "ann").person("2", "bob");
    world
        .directory
        .faults()
        .failBeforeWrite(2, DirectoryFaults.refusal(TargetException.Kind.INVALID));
    SyncRun run = world.sync();
    assertEquals(RunState.PARTIAL, run.state());
    world.directory.world().hold(new Account(new AccountName("bob"), "By hand", "", true));
    SyncRun undo = undone(run);
    assertFalse(account("ann").active());
    assertTrue(account("bob").active());
    assertEquals(List.of(), leftAlone(undo));
  }

  @Test
  public void whatADyingNodeDidNotNoteIsUndoneToo() {
    world.source.person("1", "ann").person("2", "bob").group("g", "team", "1", "2");
    world
        .directory
        .faults()
        .failAfterWrite(
            4,
            () -> {
              world.journal.die();
              world.links.die();
              return new IllegalStateException("the node dies here");
            });
    SyncRun dead = world.sync();
    world.journal.revive();
    world.links.revive();
    world.releaseLocks();
    assertEquals("ann was added, bob not", List.of("ann"), team());
    world.passHours(1);
    SyncRun undo = undone(dead);
    assertFalse(account("ann").active());
    assertFalse(account("bob").active());
    assertEquals(List.of(), team());
    assertEquals(RunState.INTERRUPTED, world.stored(dead).state());
    assertEquals(List.of("team: undo-group-stays"), leftAlone(undo));
  }

  @Test
  public void oncePutInOrderByALaterRunNothingOfADeadRunIsInDoubt() {
    world.source.person("1", "ann");
    world
        .directory
        .faults()
        .failBeforeWrite(
            1,
            () -> {
              world.journal.die();
              return new IllegalStateException("the node dies here");
            });
    SyncRun dead = world.sync();
    world.journal.revive();
    world.releaseLocks();
    world.sync();
    undone(dead);
    assertTrue("the later run's doing", account("ann").active());
  }

  @Test
  public void oktaIsNotAsked() {
    world.source.person("1", "ann");
    SyncRun run = world.sync();
    world.source.goDown(new SourceException(SourceException.Kind.FATAL, Message.of("down"), null));
    undone(run);
    SyncRun dry = world.stored(world.undo.undo(run.id(), true, "manual", "operator").run());
    SyncRun applied = world.stored(world.control.applyDryRun(dry.id(), "manual", "operator"));
    assertEquals(RunState.SUCCEEDED, applied.state());
    assertFalse(account("ann").active());
  }

  @Test
  public void onlyWhatWasDoneCanBeUndone() {
    world.source.person("1", "ann");
    assertEquals("run-not-undoable", refusal(world.dryRun()));
    SyncRun run = world.sync();
    assertEquals("nothing happened", "run-not-undoable", refusal(world.sync()));
    world.holdLock();
    assertEquals("run-in-progress", refusal(run));
    world.releaseLocks();
    world.plans.delete(run.planId());
    assertEquals("run-changes-gone", refusal(run));
    assertTrue(account("ann").active());
  }

  @Test
  public void aRejectedRunHasNothingToUndo() {
    world.source.person("1", "ann").person("2", "bob");
    world.sync();
    world.change("{\"guardrails\":{\"maxDeactivations\":{\"count\":0}}}");
    world.source.status("1", "SUSPENDED");
    SyncRun held = world.sync();
    assertEquals("run-not-undoable", refusal(held));
    world.control.reject(held.id(), "boss");
    assertEquals("run-not-undoable", refusal(held));
  }
}
