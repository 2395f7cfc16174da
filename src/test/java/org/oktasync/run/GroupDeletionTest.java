package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.GroupName;
import org.oktasync.model.Message;
import org.oktasync.plan.GuardrailBreach;
import org.oktasync.plan.Operation;
import org.oktasync.plan.Phase;
import org.oktasync.record.JournalEntry;
import org.oktasync.record.JournalQuery;
import org.oktasync.record.RunOutcome;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.Tally;
import org.oktasync.source.SourceException;

/** Groups that Okta no longer has, where the settings say that they go. */
public class GroupDeletionTest {
  private static final GroupName TEAM = new GroupName("team");

  private final SyncWorld world = SyncWorld.guarded();

  private void settle() {
    world.change("{\"groups\":{\"notFound\":\"delete\"}}");
    world.source.person("1", "ann").person("2", "bob").group("g", "team", "1", "2");
    assertEquals(RunState.SUCCEEDED, world.sync().state());
  }

  private boolean exists() {
    return world.directory.world().groups().contains(TEAM);
  }

  /** The next run deletes nothing, and says once why. */
  private void assertKept(String reason) {
    SyncRun run = world.sync();
    assertTrue(exists());
    assertEquals(0, run.counts().get(EntityKind.GROUP, Tally.DELETED));
    assertEquals(
        List.of(reason),
        world.findings.standing(world.connectionId()).stream()
            .filter(finding -> finding.sourceId().equals("g"))
            .map(finding -> finding.reason())
            .toList());
  }

  @Test
  public void aGroupThatWeMadeIsDeletedWithItsMembershipsAndItsLink() {
    settle();
    world.source.deleteGroup("g");
    SyncRun run = world.sync();
    assertEquals(RunState.SUCCEEDED, run.state());
    assertFalse(exists());
    assertEquals(1, run.counts().get(EntityKind.GROUP, Tally.DELETED));
    assertEquals(
        "not counted one by one", 0, run.counts().get(EntityKind.MEMBERSHIP, Tally.REMOVED));
    assertEquals(List.of(), world.linksOf(EntityKind.GROUP));
    JournalEntry entry = world.journal.changes(run.id(), JournalQuery.all(0, 10)).values().get(0);
    assertEquals(Phase.DELETE, entry.change().phase());
    assertEquals(Operation.DELETE, entry.change().row().operation());
    assertEquals(Map.of("members", "2"), entry.change().row().before());
    long before = world.directory.writes();
    world.sync();
    assertEquals("the next run is quiet", before, world.directory.writes());
  }

  @Test
  public void byDefaultItIsKept() {
    settle();
    world.change("{\"groups\":{\"notFound\":\"keep\"}}");
    world.source.deleteGroup("g");
    assertKept("group-not-found");
  }

  @Test
  public void whatIsNotInAListThatBrokeOffIsKept() {
    settle();
    world.source.deleteGroup("g").breakGroups(true);
    SyncRun run = world.sync();
    assertEquals(RunState.PARTIAL, run.state());
    assertTrue(exists());
  }

  @Test
  public void anAdoptedGroupIsKept() {
    world.directory.world().holdGroup(TEAM);
    world.change("{\"groups\":{\"collision\":\"adopt\"}}");
    settle();
    world.source.deleteGroup("g");
    assertKept("group-not-found");
  }

  @Test
  public void aProtectedGroupIsKept() {
    settle();
    world.source.deleteGroup("g");
    world.administratorGroups.add("team");
    assertKept("protected-group");
    world.administratorGroups.clear();
    world.change("{\"guardrails\":{\"protectedGroups\":[\"TE*\"]}}");
    assertKept("protected-group");
  }

  @Test
  public void aGroupWithSomebodyElseInItIsKept() {
    settle();
    world.directory.world().hold(new Account(new AccountName("local"), "L", "", true));
    world.directory.world().holdGroup(TEAM, new AccountName("local"));
    world.source.deleteGroup("g");
    assertKept("group-has-others");
  }

  @Test
  public void aGroupThatWasMadeAnewInOktaIsNotDeletedUnderItsSuccessor() {
    settle();
    world.source.deleteGroup("g").group("h", "Team", "1", "2");
    assertKept("group-name-disputed");
    assertEquals(2, world.directory.world().membersOf(TEAM).size());
  }

  @Test
  public void anIncrementalRunKeepsAGroupWhoseNameAnotherOneWantsThatDidNotChange() {
    settle();
    world.source.group("h", "Team", "1");
    world.sync();
    world.source.deleteGroup("g");
    assertEquals(0, world.incremental().counts().get(EntityKind.GROUP, Tally.DELETED));
    assertKept("group-name-disputed");
  }

  @Test
  public void anIncrementalRunKeepsAGroupWhoseNameARenamedOneWants() {
    settle();
    world.source.group("h", "other", "1");
    world.sync();
    world.source.group("h", "Team", "1");
    world.sync();
    world.source.deleteGroup("g");
    assertEquals(0, world.incremental().counts().get(EntityKind.GROUP, Tally.DELETED));
    assertKept("group-name-disputed");
  }

  @Test
  public void oktaIsAskedByIdBeforeTheDeletion() {
    settle();
    world.source.hideGroup("g");
    SyncRun run = world.sync();
    assertTrue("it is there, only not in the list", exists());
    assertEquals(0, run.counts().get(EntityKind.GROUP, Tally.DELETED));
    assertEquals(List.of("changed-since"), skipped(run));
  }

  @Test
  public void whatOktaCannotSayIsLeftOut() {
    settle();
    world.source.deleteGroup("g");
    SyncRun dry = world.dryRun();
    world.source.goDown(
        new SourceException(SourceException.Kind.RETRY, Message.of("okta-timeout", "x"), null));
    SyncRun applied = world.stored(world.control.applyDryRun(dry.id(), "manual", "boss"));
    assertEquals(List.of("okta-timeout"), skipped(applied));
    assertTrue(exists());
  }

  @Test
  public void whoCameIntoTheGroupSinceThePlanSavesIt() {
    settle();
    world.source.deleteGroup("g");
    SyncRun dry = world.dryRun();
    world.directory.world().hold(new Account(new AccountName("local"), "L", "", true));
    world.directory.world().holdGroup(TEAM, new AccountName("local"));
    SyncRun applied = world.stored(world.control.applyDryRun(dry.id(), "manual", "boss"));
    assertEquals(List.of("changed-since"), skipped(applied));
    assertTrue(exists());
  }

  @Test
  public void whatCameToBeProtectedSinceThePlanIsKept() {
    settle();
    world.source.deleteGroup("g");
    SyncRun dry = world.dryRun();
    world.administratorGroups.add("team");
    SyncRun applied = world.stored(world.control.applyDryRun(dry.id(), "manual", "boss"));
    assertEquals(List.of("protected-group"), skipped(applied));
    assertTrue(exists());
  }

  private List<String> skipped(SyncRun run) {
    return world.journal.changes(run.id(), JournalQuery.all(0, 1000)).values().stream()
        .filter(entry -> entry.outcome() == RunOutcome.SKIPPED)
        .map(entry -> entry.message().code())
        .toList();
  }

  @Test
  public void tooManyGroupsHoldTheRunAndNothingIsWritten() {
    settle();
    for (int i = 0; i < 4; i++) {
      world.source.group("x" + i, "extra" + i, "1");
    }
    world.sync();
    for (int i = 0; i < 4; i++) {
      world.source.deleteGroup("x" + i);
    }
    world.source.person("new", "newcomer");
    String before = world.directory.world().text();
    SyncRun held = world.sync();
    assertEquals(RunState.HELD, held.state());
    assertEquals(List.of(new GuardrailBreach("maxGroupDeletions", "", 3, 4)), held.breaches());
    assertEquals(before, world.directory.world().text());
    world.source.deleteGroup("g").group("x2", "extra2", "1");
    SyncRun approved = world.stored(world.control.approve(held.id(), "boss"));
    assertEquals("one is back", 3, approved.counts().get(EntityKind.GROUP, Tally.DELETED));
    assertTrue("not listed", exists());
  }
}
