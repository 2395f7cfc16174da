package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.Link;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.Tally;
import org.oktasync.run.read.OnePerson;

/** Accounts that wait before they are deactivated; whoever returns in time stays. */
public class GraceRunTest {
  private static final long DAY = 24;

  private final SyncWorld world = SyncWorld.unguarded();

  /** Ann and bob in a group; leavers wait ten days, but who is inactive three. */
  private void twoPeople() {
    world.change(
        "{\"leavers\":{\"grace\":{\"inactive\":3,\"outOfScope\":10,\"notFound\":10}},"
            + "\"schedule\":{\"zone\":\"UTC\"}}");
    world.source.person("1", "ann").person("2", "bob").group("g", "team", "1", "2");
    world.sync();
  }

  private boolean active(String name) {
    return world.directory.account(new AccountName(name)).map(Account::active).orElse(false);
  }

  private Set<String> groups(String name) {
    return world.directory.groupsOf(new AccountName(name)).stream()
        .map(GroupName::value)
        .collect(Collectors.toSet());
  }

  private static long users(SyncRun run, Tally tally) {
    return run.counts().get(EntityKind.USER, tally);
  }

  private List<String> reasons() {
    return world.findings.standing(world.connectionId()).stream()
        .map(finding -> finding.reason())
        .toList();
  }

  private boolean waits(String id) {
    return world
            .links
            .find(world.connectionId(), EntityKind.USER, new ExternalId(id))
            .map(Link::leavingSince)
            .orElse(null)
        != null;
  }

  @Test
  public void byDefaultNobodyWaits() {
    world.source.person("1", "ann");
    world.sync();
    world.source.deletePerson("1");
    assertEquals(1, users(world.sync(), Tally.DEACTIVATED));
  }

  @Test
  public void whoIsGoneWaits_keepsTheirGroups_andIsDeactivatedOnceTheTimeIsOver() {
    twoPeople();
    world.source.deletePerson("1");
    long writes = world.directory.writes();
    SyncRun first = world.sync();
    assertEquals(1, users(first, Tally.WAITING));
    assertEquals(0, users(first, Tally.DEACTIVATED));
    assertEquals("nothing is written to the directory", writes, world.directory.writes());
    assertEquals(Set.of("team"), groups("ann"));
    assertEquals(List.of("deactivation-waits"), reasons());
    world.passHours(9 * DAY);
    SyncRun second = world.sync();
    assertEquals("said once", 0, users(second, Tally.WAITING));
    assertTrue(active("ann"));
    world.passHours(DAY);
    SyncRun third = world.sync();
    assertEquals(1, users(third, Tally.DEACTIVATED));
    assertFalse(active("ann"));
    assertFalse(waits("1"));
    assertEquals(List.of(), reasons());
    assertEquals(0, world.sync().planned().written());
  }

  @Test
  public void anIncrementalRunDeactivatesWhoHasWaitedLongEnough_andAsksForThemAlone() {
    twoPeople();
    world.source.deletePerson("1");
    SyncRun first = world.incremental();
    assertEquals(SyncRun.INCREMENTAL, first.mode());
    assertEquals(1, users(first, Tally.WAITING));
    world.passHours(2 * DAY);
    int asked = world.source.lookups();
    assertEquals(0, world.incremental().planned().written());
    assertEquals("nobody can be due yet", asked, world.source.lookups());
    world.passHours(8 * DAY);
    SyncRun due = world.incremental();
    assertEquals(SyncRun.INCREMENTAL, due.mode());
    assertEquals(1, users(due, Tally.DEACTIVATED));
    asked = world.source.lookups();
    world.incremental();
    assertEquals("nobody waits any more", asked, world.source.lookups());
  }

  @Test
  public void whoIsBackInTimeStays_inWholeAndInIncrementalRuns() {
    twoPeople();
    for (boolean whole : new boolean[] {true, false}) {
      world.source.status("1", "SUSPENDED");
      assertEquals(1, users(whole ? world.sync() : world.incremental(), Tally.WAITING));
      assertTrue(waits("1"));
      world.passHours(DAY);
      world.source.status("1", "ACTIVE").group("h" + whole, "more " + whole, "1");
      SyncRun back = whole ? world.sync() : world.incremental();
      assertEquals(1, users(back, Tally.STAYING));
      assertFalse(waits("1"));
      assertTrue("their groups go on", groups("ann").contains("more " + whole));
      world.passHours(30 * DAY);
      assertEquals(0, users(world.sync(), Tally.DEACTIVATED));
      assertTrue(active("ann"));
    }
  }

  @Test
  public void whoReturnsAndLeavesAgainWaitsFromTheBeginning() {
    twoPeople();
    world.source.status("1", "SUSPENDED");
    world.sync();
    world.passHours(2 * DAY);
    world.source.status("1", "ACTIVE");
    world.sync();
    world.source.status("1", "SUSPENDED");
    world.sync();
    world.passHours(2 * DAY);
    assertEquals(0, users(world.sync(), Tally.DEACTIVATED));
    world.passHours(DAY);
    assertEquals(1, users(world.sync(), Tally.DEACTIVATED));
  }

  @Test
  public void aListThatBreaksOffNeitherStartsNorEndsTheWaiting() {
    twoPeople();
    world.source.deletePerson("2");
    world.sync();
    assertTrue(waits("2"));
    world.source.breakUsers(true);
    SyncRun broken = world.sync();
    assertEquals(0, users(broken, Tally.STAYING));
    assertEquals(0, users(broken, Tally.WAITING));
    assertTrue(waits("2"));
    world.source.mend();
    world.passHours(10 * DAY);
    assertEquals(1, users(world.sync(), Tally.DEACTIVATED));
  }

  @Test
  public void whatHappensInBetweenCounts_notWhatTheWaitingBeganWith() {
    twoPeople();
    world.change("{\"scope\":{\"people\":\"groups\",\"groups\":[\"g\"]}}");
    world.sync();
    world.source.group("g", "team", "2");
    assertEquals(1, users(world.incremental(), Tally.WAITING));
    world.passHours(4 * DAY);
    assertEquals("out of scope for four days", 0, users(world.incremental(), Tally.DEACTIVATED));
    world.source.status("1", "SUSPENDED");
    assertEquals("three are enough", 1, users(world.incremental(), Tally.DEACTIVATED));
  }

  @Test
  public void otherSettingsEndTheWaiting_orTheTimeOfIt() {
    twoPeople();
    world.source.deletePerson("1").status("2", "SUSPENDED");
    assertEquals(2, users(world.sync(), Tally.WAITING));
    world.change("{\"leavers\":{\"inactive\":\"keep\",\"grace\":{\"notFound\":0}}}");
    SyncRun run = world.sync();
    assertEquals(1, users(run, Tally.STAYING));
    assertEquals(1, users(run, Tally.DEACTIVATED));
    assertFalse(active("ann"));
    assertTrue(active("bob"));
    assertEquals(List.of("kept-inactive"), reasons());
  }

  @Test
  public void whoIsSwitchedOffOrDeletedByHandMeanwhileNoLongerWaits() {
    twoPeople();
    world.source.deletePerson("1").deletePerson("2");
    world.sync();
    Account ann = world.directory.account(new AccountName("ann")).orElseThrow();
    world.directory.world().hold(ann.withActive(false));
    world.directory.world().delete(new AccountName("bob"));
    assertEquals(2, users(world.sync(), Tally.STAYING));
    assertFalse(waits("1") || waits("2"));
    assertEquals(0, world.sync().planned().written());
  }

  @Test
  public void administratorsDoNotWait() {
    twoPeople();
    world.administrators.add("ann");
    world.source.deletePerson("1").deletePerson("2");
    assertEquals(1, users(world.sync(), Tally.WAITING));
    assertFalse(waits("1"));
    world.administrators.add("bob");
    assertEquals(1, users(world.sync(), Tally.STAYING));
  }

  @Test
  public void moreThanTheLimitOfDeactivationsHoldTheRunBeforeAnybodyWaits() {
    SyncWorld guarded = SyncWorld.guarded();
    guarded.change("{\"leavers\":{\"grace\":{\"notFound\":10}}}");
    for (int i = 0; i < 200; i++) {
      guarded.source.person("" + (1000 + i), "p" + i);
    }
    guarded.sync();
    for (int i = 0; i < 11; i++) {
      guarded.source.deletePerson("" + (1000 + i));
    }
    SyncRun held = guarded.sync();
    assertEquals(RunState.HELD, held.state());
    assertEquals("maxDeactivations", held.breaches().get(0).guardrail());
    assertEquals(11, held.breaches().get(0).actual());
    assertTrue(guarded.linksOf(EntityKind.USER).stream().allMatch(l -> l.leavingSince() == null));
    SyncRun approved = guarded.stored(guarded.control.approve(held.id(), "ada"));
    assertEquals(11, users(approved, Tally.WAITING));
    guarded.source.person("2000", "q");
    guarded.passHours(10 * DAY);
    assertEquals("and once more when it comes to it", RunState.HELD, guarded.sync().state());
  }

  @Test
  public void whoIsBackBeforeAHeldRunIsApprovedDoesNotWait() {
    twoPeople();
    world.change("{\"guardrails\":{\"maxDeactivations\":{\"count\":0,\"percent\":0}}}");
    world.source.status("1", "SUSPENDED").status("2", "SUSPENDED");
    SyncRun held = world.sync();
    assertEquals(RunState.HELD, held.state());
    world.source.status("1", "ACTIVE");
    world.administrators.add("bob");
    SyncRun approved = world.stored(world.control.approve(held.id(), "ada"));
    assertEquals(0, users(approved, Tally.WAITING));
    assertEquals(2, users(approved, Tally.SKIPPED) - users(held, Tally.SKIPPED));
    assertFalse(waits("1") || waits("2"));
  }

  @Test
  public void aDryRunShowsWhoWouldWait_andStartsNothing() {
    twoPeople();
    world.source.deletePerson("1");
    SyncRun dry = world.dryRun();
    assertEquals(1, dry.planned().get(EntityKind.USER, Tally.WAITING));
    assertFalse(waits("1"));
    world.control.applyDryRun(dry.id(), "manual", "operator");
    assertTrue(waits("1"));
    assertEquals(List.of("deactivation-waits"), reasons());
  }

  @Test
  public void undoingARunEndsTheWaitingThatItBegan() {
    twoPeople();
    world.source.deletePerson("1");
    SyncRun run = world.sync();
    SyncRun undo = world.undo(run);
    assertEquals(1, users(undo, Tally.STAYING));
    assertFalse(waits("1"));
    assertEquals(0, world.undo(run).planned().get(EntityKind.USER, Tally.STAYING));
  }

  @Test
  public void aRunAboutOnePersonLetsThemWaitToo() {
    twoPeople();
    world.source.status("1", "SUSPENDED");
    OnePerson ann = new OnePerson(new ExternalId("1"), false);
    world.control.start(
        SyncRequest.ofPerson(world.connectionId(), "manual", "operator", false, ann));
    assertTrue(waits("1"));
    assertTrue(active("ann"));
  }

  @Test
  public void aPlanThatIsAppliedAgainDoesNotBeginTheWaitingAnew() {
    twoPeople();
    world.source.deletePerson("1");
    SyncRun dry = world.dryRun();
    world.control.applyDryRun(dry.id(), "manual", "operator");
    Instant since = since("1");
    world.passHours(5);
    SyncRun again = world.stored(world.control.applyDryRun(dry.id(), "manual", "operator"));
    assertEquals(RunState.SUCCEEDED, again.state());
    assertEquals(since, since("1"));
  }

  private Instant since(String id) {
    return world
        .links
        .find(world.connectionId(), EntityKind.USER, new ExternalId(id))
        .orElseThrow()
        .leavingSince();
  }
}
