package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.GroupName;
import org.oktasync.model.SourceUsage;
import org.oktasync.plan.GuardrailBreach;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.Tally;
import org.oktasync.run.ports.RunRefusedException;

/** One wrong filter must remove nobody: runs that are held, and what becomes of them. */
public class GuardrailRunTest {
  private final SyncWorld world = SyncWorld.guarded();

  /** Forty people p0..p39, all in one group. */
  private void settle() {
    String[] ids = new String[40];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = String.format("id%02d", i);
      world.source.person(ids[i], "p" + i);
    }
    world.source.group("g", "team", ids);
    assertEquals("a first sync is not hindered", RunState.SUCCEEDED, world.sync().state());
  }

  private void dropPeople(int from, int to) {
    for (int i = from; i < to; i++) {
      world.source.deletePerson(String.format("id%02d", i));
    }
  }

  private static long calls(SyncRun run) {
    return run.progress().usage().calls();
  }

  private boolean active(String name) {
    return world.directory.account(new AccountName(name)).orElseThrow().active();
  }

  private static List<String> names(SyncRun run) {
    return run.breaches().stream().map(GuardrailBreach::guardrail).toList();
  }

  @Test
  public void aFewLeaversPass() {
    settle();
    dropPeople(0, 2);
    assertEquals(RunState.SUCCEEDED, world.sync().state());
  }

  @Test
  public void tooManyLeaversHoldTheRunBeforeItsFirstWrite() {
    settle();
    dropPeople(0, 15);
    world.source.person("new", "newcomer");
    long before = world.directory.writes();
    SyncRun run = world.sync();
    assertEquals(RunState.HELD, run.state());
    assertEquals(before, world.directory.writes());
    assertEquals(List.of("maxDeactivations"), names(run));
    assertTrue(world.directory.account(new AccountName("newcomer")).isEmpty());
  }

  @Test
  public void aDryRunIsNeverHeldButSaysThatItWouldBe() {
    settle();
    dropPeople(0, 15);
    SyncRun run = world.dryRun();
    assertEquals(RunState.SUCCEEDED, run.state());
    assertEquals(List.of("maxDeactivations"), names(run));
  }

  @Test
  public void anEmptySourceHoldsTheRun() {
    settle();
    dropPeople(0, 40);
    assertTrue(names(world.sync()).contains("minUsers"));
    assertTrue(active("p0"));
  }

  @Test
  public void anEmptiedGroupHoldsTheRun() {
    settle();
    world.source.group("g", "team");
    SyncRun run = world.sync();
    assertEquals(List.of("maxRemovals", "maxRemovalsPerGroup"), names(run));
    assertEquals(40, world.directory.world().membersOf(new GroupName("team")).size());
  }

  @Test
  public void anApprovedRunGoesOnceAndRemovesExactlyWhatWasListed() {
    settle();
    world.source.cost(new SourceUsage(4, 1, 20, 4));
    dropPeople(0, 30);
    SyncRun held = world.sync();
    SyncRun approved = world.stored(world.control.approve(held.id(), "boss"));
    assertEquals(held.id(), approved.id());
    assertEquals(RunState.SUCCEEDED, approved.state());
    assertEquals("boss", approved.approval().approvedBy());
    assertEquals("the reading that was held and the looks after it", 8, calls(approved));
    assertEquals(30, approved.counts().get(EntityKind.USER, Tally.DEACTIVATED));
    RunRefusedException again =
        assertThrows(RunRefusedException.class, () -> world.control.approve(held.id(), "boss"));
    assertEquals("run-not-held", again.problem().code());
  }

  @Test
  public void whoWouldFollowByNowIsNotPartOfTheApprovedPlan() {
    settle();
    dropPeople(0, 15);
    world.source.group("g", "team", "id16", "id17", "id18", "id19");
    SyncRun held = world.sync();
    long removals = held.planned().get(EntityKind.MEMBERSHIP, Tally.REMOVED);
    dropPeople(17, 20);
    world.source.status("id16", "SUSPENDED").group("g", "team");
    SyncRun approved = world.stored(world.control.approve(held.id(), "boss"));
    assertEquals(15, approved.counts().get(EntityKind.USER, Tally.DEACTIVATED));
    assertEquals(removals, approved.counts().get(EntityKind.MEMBERSHIP, Tally.REMOVED));
    assertTrue("not listed", active("p16") && active("p17"));
    assertTrue(
        world.directory.world().membersOf(new GroupName("team")).contains(new AccountName("p16")));
  }

  @Test
  public void whoIsBackBeforeTheApprovalIsLeftAlone() {
    settle();
    dropPeople(0, 30);
    SyncRun held = world.sync();
    world.source.person("id05", "p5");
    SyncRun approved = world.stored(world.control.approve(held.id(), "boss"));
    assertTrue(active("p5"));
    assertFalse(active("p6"));
    assertEquals(29, approved.counts().get(EntityKind.USER, Tally.DEACTIVATED));
    assertEquals(1, approved.counts().get(EntityKind.USER, Tally.SKIPPED));
  }

  @Test
  public void whoIsBackInTheGroupBeforeTheApprovalStaysAMember() {
    settle();
    world.source.group("g", "team");
    SyncRun held = world.sync();
    world.source.group("g", "team", "id03");
    world.control.approve(held.id(), "boss");
    assertEquals(
        List.of(new AccountName("p3")), world.directory.world().membersOf(new GroupName("team")));
  }

  @Test
  public void aRejectedRunWritesNothing() {
    settle();
    dropPeople(0, 30);
    SyncRun held = world.sync();
    long before = world.directory.writes();
    SyncRun rejected = world.control.reject(held.id(), "boss");
    assertEquals(RunState.CANCELLED, rejected.state());
    assertEquals(before, world.directory.writes());
    assertThrows(RunRefusedException.class, () -> world.control.approve(held.id(), "boss"));
  }

  @Test
  public void aPlanExpiresWithTimeAndWithEachChangeOfTheRules() {
    settle();
    dropPeople(0, 30);
    SyncRun held = world.sync();
    world.passHours(25);
    assertEquals("plan-expired", refusal(held));
    SyncRun next = world.sync();
    world.change("{\"name\":\"renamed\",\"schedule\":{\"interval\":\"PT1H\"}}");
    world.change("{\"users\":{\"update\":false}}");
    assertEquals("plan-expired", refusal(next));
    SyncRun last = world.sync();
    world.change("{\"name\":\"again\",\"source\":{\"rateShare\":20}}");
    world.control.approve(last.id(), "boss");
    assertEquals(RunState.SUCCEEDED, world.stored(last).state());
  }

  private String refusal(SyncRun held) {
    RunRefusedException refused =
        assertThrows(RunRefusedException.class, () -> world.control.approve(held.id(), "boss"));
    return refused.problem().code();
  }

  @Test
  public void aStoredDryRunIsAppliedAsARunOfItsOwn() {
    world.source.person("1", "ann").group("g", "team", "1");
    SyncRun dry = world.dryRun();
    SyncRun applied = world.stored(world.control.applyDryRun(dry.id(), "manual", "boss"));
    assertEquals(RunState.SUCCEEDED, applied.state());
    assertEquals(dry.fingerprint(), applied.fingerprint());
    assertTrue(active("ann"));
    assertEquals(RunState.SUCCEEDED, world.stored(dry).state());
  }

  @Test
  public void applyingADryRunDoesNotGoAroundTheGuardrails() {
    settle();
    dropPeople(0, 30);
    SyncRun dry = world.dryRun();
    SyncRun applied = world.stored(world.control.applyDryRun(dry.id(), "manual", "boss"));
    assertEquals(RunState.HELD, applied.state());
    assertTrue(active("p0"));
    SyncRun approved = world.stored(world.control.approve(applied.id(), "boss"));
    assertEquals(RunState.SUCCEEDED, approved.state());
    assertFalse(active("p0"));
  }

  @Test
  public void whoAndWhatCameToBeProtectedSinceIsSparedByAStoredPlan() {
    settle();
    dropPeople(0, 30);
    world.source.group("g", "team", "id35");
    SyncRun held = world.sync();
    world.administrators.add("p3");
    world.administratorGroups.add("team");
    world.control.approve(held.id(), "boss");
    assertTrue(active("p3"));
    assertFalse(active("p4"));
    assertEquals(40, world.directory.world().membersOf(new GroupName("team")).size());
  }

  @Test
  public void whatIsNoLongerOursIsSparedByAStoredPlan() {
    settle();
    dropPeople(0, 30);
    SyncRun held = world.sync();
    world.linksOf(EntityKind.USER).stream()
        .filter(link -> link.name().equals("p3"))
        .forEach(link -> world.links.release(link.id()));
    world.control.approve(held.id(), "boss");
    assertTrue(active("p3"));
    assertFalse(active("p4"));
  }

  @Test
  public void aNameThatWasTakenSinceIsNotTouchedByAStoredPlan() {
    world.source.person("1", "ann").group("g", "team", "1");
    SyncRun dry = world.dryRun();
    world.directory.world().holdElsewhere(new AccountName("ann"));
    world.directory.world().holdElsewhere(new GroupName("team"));
    SyncRun applied = world.stored(world.control.applyDryRun(dry.id(), "manual", "boss"));
    assertTrue(world.directory.world().accounts().isEmpty());
    assertTrue(world.directory.world().groups().isEmpty());
    assertEquals(1, applied.counts().get(EntityKind.USER, Tally.SKIPPED));
  }

  @Test
  public void automaticAdoptionSparesWhoMustBeChosenSingly() {
    world.change("{\"users\":{\"adopt\":\"automatic\"}}");
    for (String name : List.of("plain", "client", "hidden", "root")) {
      world.directory.world().hold(new Account(new AccountName(name), "Old", "", true));
      world.source.person(name, name);
    }
    world.customers.add("client");
    world.shadowed.add("hidden");
    world.administrators.add("root");
    SyncRun run = world.sync();
    assertEquals(1, run.counts().get(EntityKind.USER, Tally.ADOPTED));
    assertEquals(3, run.counts().get(EntityKind.USER, Tally.SKIPPED));
  }

  @Test
  public void protectedNamesAndPatternsAreSpared() {
    settle();
    world.change("{\"guardrails\":{\"protectedUsers\":[\"P1\"],\"protectedGroups\":[\"te*\"]}}");
    dropPeople(1, 3);
    world.source.group("g", "team", "id05");
    world.sync();
    assertTrue(active("p1"));
    assertFalse(active("p2"));
    assertEquals(40, world.directory.world().membersOf(new GroupName("team")).size());
  }
}
