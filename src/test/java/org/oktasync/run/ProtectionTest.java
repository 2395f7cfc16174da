package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.oktasync.apply.WriteCheck;
import org.oktasync.model.AccountName;
import org.oktasync.model.GroupName;
import org.oktasync.model.Message;
import org.oktasync.plan.Change;
import org.oktasync.record.JournalQuery;
import org.oktasync.record.RunOutcome;
import org.oktasync.record.SyncRun;
import org.oktasync.run.guard.StoredPlanCheck;
import org.oktasync.run.read.TargetState;

/** Who and what is protected, in every way in which a run could do harm. */
public class ProtectionTest {
  private final SyncWorld world = SyncWorld.unguarded();

  private boolean active(String name) {
    return world.directory.account(new AccountName(name)).orElseThrow().active();
  }

  private List<String> members(String group) {
    return world.directory.world().membersOf(new GroupName(group)).stream()
        .map(AccountName::value)
        .toList();
  }

  private List<String> skipped(SyncRun run) {
    return world.journal.changes(run.id(), JournalQuery.all(0, 1000)).values().stream()
        .filter(entry -> entry.outcome() == RunOutcome.SKIPPED)
        .map(entry -> entry.message().code() + " " + entry.message().arguments())
        .toList();
  }

  private void protect(String users) {
    world.change("{\"guardrails\":{\"protectedUsers\":[\"%s\"]}}".formatted(users));
  }

  @Test
  public void whoIsOnTheListLosesNoMembership() {
    world.source.person("1", "ceo").person("2", "bob").group("g", "team", "1", "2");
    world.source.group("h", "other", "1");
    world.sync();
    protect("CE*");
    world.source.group("g", "team").group("h", "other");
    SyncRun run = world.sync();
    assertEquals(List.of("ceo"), members("team"));
    assertEquals(List.of("ceo"), members("other"));
    assertEquals(
        List.of("protected-member [other]", "protected-member [team]"),
        skipped(run).stream().sorted().toList());
    assertEquals("said once", List.of(), skipped(world.sync()));
    world.source.group("k", "third", "1");
    world.sync();
    assertEquals("what gives goes on", List.of("ceo"), members("third"));
  }

  @Test
  public void administratorsFollowOktaInOrdinaryGroups() {
    world.source.person("1", "ann").group("g", "team", "1");
    world.sync();
    world.administrators.add("ann");
    world.source.group("g", "team");
    world.sync();
    assertEquals(List.of(), members("team"));
  }

  @Test
  public void whoCameOntoTheListSinceKeepsTheMembershipInAStoredPlan() {
    world.source.person("1", "ceo").group("g", "team", "1");
    world.sync();
    world.source.group("g", "team");
    SyncRun dry = world.dryRun();
    Change removal = world.plans.all(dry.id()).get(0).row().toChange();
    assertEquals(Optional.empty(), veto(removal));
    protect("ceo");
    assertEquals(Optional.of(Message.of("protected-member", "team")), veto(removal));
  }

  private Optional<Message> veto(Change change) {
    TargetState now = new TargetState(world.connection(), world.ports, world.directory, Set.of());
    return new StoredPlanCheck(world.connectionId(), now, world.ports, WriteCheck.NONE)
        .veto(change);
  }

  @Test
  public void whoApprovesIsNotHarmedByWhatTheyApprove() {
    SyncWorld guarded = SyncWorld.guarded();
    for (int i = 0; i < 40; i++) {
      guarded.source.person(String.format("id%02d", i), "p" + i);
    }
    guarded.sync();
    for (int i = 0; i < 15; i++) {
      guarded.source.deletePerson(String.format("id%02d", i));
    }
    SyncRun held = guarded.sync();
    guarded.control.approve(held.id(), "P3");
    assertTrue(guarded.directory.account(new AccountName("p3")).orElseThrow().active());
    assertFalse(guarded.directory.account(new AccountName("p4")).orElseThrow().active());
  }

  @Test
  public void whoAppliesADryRunIsNotHarmedByIt() {
    world.source.person("1", "ann").person("2", "bob");
    world.sync();
    world.source.deletePerson("1").deletePerson("2");
    SyncRun dry = world.dryRun();
    world.control.applyDryRun(dry.id(), "manual", "ann");
    assertTrue(active("ann"));
    assertFalse(active("bob"));
  }

  @Test
  public void aListedNameThatNobodyHasIsAnOrdinaryName() {
    protect("ce*");
    world.source.person("1", "ceo");
    world.sync();
    assertTrue(active("ceo"));
    world.source.person("1", "chief");
    world.sync();
    assertTrue("from then on it is protected", active("ceo"));
  }
}
