package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.Test;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.GroupName;
import org.oktasync.model.Message;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.Tally;
import org.oktasync.target.TargetException;

/** Runs that look at what changed. */
public class IncrementalTest {
  private final SyncWorld world = SyncWorld.unguarded();

  private void settle() {
    world.source.person("1", "ann").person("2", "bob").person("3", "cid");
    world.source.group("g", "team", "1", "2").group("h", "other", "3");
    assertEquals(RunState.SUCCEEDED, world.sync().state());
  }

  private SyncRun incremental() {
    SyncRun run = world.incremental();
    assertEquals(run.message() + " " + codes(run), SyncRun.INCREMENTAL, run.mode());
    return run;
  }

  private static List<String> codes(SyncRun run) {
    return run.notices().stream().map(Message::code).toList();
  }

  private List<String> members(String group) {
    return world.directory.world().membersOf(new GroupName(group)).stream()
        .map(AccountName::value)
        .sorted()
        .toList();
  }

  private Optional<Account> account(String name) {
    return world.directory.account(new AccountName(name));
  }

  @Test
  public void theFirstRunReadsEverything_andSaysSo() {
    world.source.person("1", "ann");
    SyncRun run = world.incremental();
    assertEquals(SyncRun.FULL, run.mode());
    assertEquals(List.of("full-first"), codes(run));
    assertTrue(account("ann").isPresent());
  }

  @Test
  public void nothingChanged_nothingIsPlannedOrWritten() {
    settle();
    long before = world.directory.writes();
    SyncRun run = incremental();
    assertEquals(RunState.SUCCEEDED, run.state());
    assertEquals(before, world.directory.writes());
    assertEquals(0, run.counts().get(EntityKind.USER, Tally.UNCHANGED));
  }

  @Test
  public void joinersMoversAndLeaversAreFollowed() {
    settle();
    world.source.person("4", "dora").person("2", "bob", "ACTIVE", "bob@x.org", "Robert");
    world.source.status("3", "SUSPENDED");
    world.source.group("g", "team", "1", "4").group("h", "other", "2", "3");

    SyncRun run = incremental();

    assertEquals(RunState.SUCCEEDED, run.state());
    assertEquals(List.of("ann", "dora"), members("team"));
    assertEquals("memberships of who is inactive rest", List.of("bob", "cid"), members("other"));
    assertEquals("Robert", account("bob").orElseThrow().displayName());
    assertFalse(account("cid").orElseThrow().active());
  }

  @Test
  public void whoeverIsDeletedIsDeactivated_onceTheSourceSaysSoById() {
    settle();
    world.source.deletePerson("2");
    SyncRun run = incremental();
    assertEquals(1, run.counts().get(EntityKind.USER, Tally.DEACTIVATED));
    assertFalse(account("bob").orElseThrow().active());
  }

  @Test
  public void aDeletionThatNobodyTellsIsFoundByTheDailyScanOfASchedule() {
    settle();
    world.source.log().silentDeletions(true);
    world.source.deletePerson("2");
    incremental();
    assertTrue(account("bob").orElseThrow().active());

    world.passHours(25);
    incremental();
    assertTrue("by hand no ids are scanned", account("bob").orElseThrow().active());
    SyncRun run = world.run(SyncRun.SCHEDULE, SyncRun.INCREMENTAL, false);
    assertEquals(SyncRun.INCREMENTAL, run.mode());
    assertFalse(account("bob").orElseThrow().active());
    assertTrue(account("ann").orElseThrow().active());
  }

  @Test
  public void aScanThatBreaksOffRemovesNobody() {
    settle();
    world.source.breakUsers(true);
    world.passHours(25);
    SyncRun run = world.run(SyncRun.SCHEDULE, SyncRun.INCREMENTAL, false);
    assertEquals(RunState.PARTIAL, run.state());
    assertTrue(account("cid").orElseThrow().active());
  }

  @Test
  public void whoComesBackComesBackIntoTheGroupsThatTheyAreInByNow() {
    settle();
    world.source.status("1", "SUSPENDED");
    incremental();
    world.source.group("h", "other", "1", "3");
    incremental();
    assertEquals("nothing happens to who is inactive", List.of("cid"), members("other"));
    world.source.status("1", "ACTIVE");
    incremental();
    assertTrue(account("ann").orElseThrow().active());
    assertEquals(List.of("ann", "cid"), members("other"));
    assertEquals(List.of("ann", "bob"), members("team"));
  }

  @Test
  public void aNewGroupComesWithItsMembers_andADeletedOneStays() {
    settle();
    world.source.group("k", "third", "1", "3");
    world.source.deleteGroup("h");
    incremental();
    assertEquals(List.of("ann", "cid"), members("third"));
    assertEquals(List.of("cid"), members("other"));
    assertEquals(
        List.of("group-not-found"),
        world.findings.standing(world.connectionId()).stream().map(f -> f.reason()).toList());
  }

  @Test
  public void namesMoveOnBetweenPeople_whoeverOfThemChanged() {
    settle();
    world.source.person("4", "Bob", "ACTIVE", "b4@x.org", "Bob Four");
    incremental();
    assertEquals("bob is still somebody else's", 1, standing("name-disputed"));

    world.source.person("2", "robert", "ACTIVE", "bob@example.com", "Name of bob");
    incremental();
    assertEquals(0, standing("name-disputed"));
    assertEquals("Bob Four", account("bob").orElseThrow().displayName());
    assertTrue(account("robert").isPresent());
  }

  private long standing(String reason) {
    return world.findings.standing(world.connectionId()).stream()
        .filter(finding -> finding.reason().equals(reason))
        .count();
  }

  @Test
  public void whatStandsLeftAloneElsewhereIsNotForgotten() {
    settle();
    world.source.person("5", "x<y");
    world.sync();
    assertEquals(1, standing("login-illegal-character"));
    world.source.person("1", "ann", "ACTIVE", "new@x.org", "Ann");
    incremental();
    assertEquals(1, standing("login-illegal-character"));
  }

  @Test
  public void theTokenDoesNotPassAFailure() {
    settle();
    world.source.person("2", "bob", "ACTIVE", "bob@x.org", "Robert");
    int next = world.directory.faults().writesSoFar() + 1;
    world.directory.faults().failBeforeWrite(next, IncrementalTest::refusal);
    assertEquals(RunState.PARTIAL, incremental().state());

    SyncRun run = incremental();

    assertEquals(RunState.SUCCEEDED, run.state());
    assertEquals("Robert", account("bob").orElseThrow().displayName());
    assertEquals("what is done is not done again", 0, written(incremental()));
  }

  private static TargetException refusal() {
    return new TargetException(TargetException.Kind.INVALID, Message.of("fake-failure"), null);
  }

  private static long written(SyncRun run) {
    return run.counts().get(EntityKind.USER, Tally.UPDATED);
  }

  @Test
  public void aMembershipThatFailedIsLookedAtAgain() {
    settle();
    world.source.group("h", "other", "1", "3");
    int next = world.directory.faults().writesSoFar() + 1;
    world.directory.faults().failBeforeWrite(next, IncrementalTest::refusal);
    assertEquals(RunState.PARTIAL, incremental().state());
    incremental();
    assertEquals(List.of("ann", "cid"), members("other"));
  }

  @Test
  public void otherRulesMeanAFullRun() {
    settle();
    world.change("{\"users\":{\"update\":false}}");
    SyncRun run = world.incremental();
    assertEquals(SyncRun.FULL, run.mode());
    assertEquals(List.of("full-rules-changed"), codes(run));
    assertEquals(SyncRun.INCREMENTAL, world.incremental().mode());
  }

  @Test
  public void aTokenThatIsWorthNothingAnyMoreMeansAFullRun() {
    settle();
    world.source.log().lose(true);
    SyncRun run = world.incremental();
    assertEquals(List.of("full-token-old"), codes(run));
  }

  @Test
  public void aDeltaThatTakesMuchAwayIsDecidedByWholeLists() {
    for (int i = 0; i < 300; i++) {
      world.source.person(String.format("p%03d", i), "p" + i);
    }
    world.source.group("g", "team", ids(0, 300));
    world.sync();
    world.source.group("g", "team", ids(250, 300));

    SyncRun run = world.incremental();

    assertEquals(SyncRun.FULL, run.mode());
    assertEquals(List.of("full-much-taken"), codes(run));
    assertEquals(50, members("team").size());
    assertEquals(SyncRun.INCREMENTAL, world.incremental().mode());
  }

  @Test
  public void aDeltaThatTakesMuchAwayOnWholeListsNeedsNoOtherReading() {
    for (int i = 0; i < 300; i++) {
      world.source.person(String.format("p%03d", i), "p" + i);
    }
    world.source.group("g", "team", ids(0, 300));
    world.sync();
    world.source.log().wholeLists(true);
    world.source.group("g", "team", ids(250, 300));
    int asked = world.source.lookups();

    incremental();

    assertEquals(50, members("team").size());
    assertEquals("nobody is asked for by id", asked, world.source.lookups());
  }

  private static String[] ids(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> String.format("p%03d", i))
        .collect(Collectors.toList())
        .toArray(String[]::new);
  }

  @Test
  public void aDryRunMovesNoToken_butApplyingItDoes() {
    settle();
    world.source.person("1", "ann", "ACTIVE", "new@x.org", "Ann");
    SyncRun dry = world.run("manual", SyncRun.INCREMENTAL, true);
    assertEquals(1, dry.planned().get(EntityKind.USER, Tally.UPDATED));
    assertEquals(1, incremental().counts().get(EntityKind.USER, Tally.UPDATED));
    assertEquals(0, incremental().counts().get(EntityKind.USER, Tally.UPDATED));

    world.source.person("1", "ann", "ACTIVE", "newer@x.org", "Ann");
    SyncRun second = world.run("manual", SyncRun.INCREMENTAL, true);
    world.control.applyDryRun(second.id(), "manual", "boss");
    assertEquals("newer@x.org", account("ann").orElseThrow().email());
    SyncRun after = incremental();
    assertEquals(0, after.planned().get(EntityKind.USER, Tally.UNCHANGED));
  }

  @Test
  public void sharesOfAGuardrailAreSharesOfEverybody() {
    SyncWorld guarded = SyncWorld.guarded();
    for (int i = 0; i < 200; i++) {
      guarded.source.person(String.format("p%03d", i), "p" + i);
    }
    guarded.sync();
    for (int i = 0; i < 11; i++) {
      guarded.source.status(String.format("p%03d", i), "DEPROVISIONED");
    }
    assertEquals(RunState.HELD, guarded.incremental().state());
    guarded.source.status("p010", "ACTIVE");
    SyncRun run = guarded.incremental();
    assertEquals(RunState.SUCCEEDED, run.state());
    assertEquals(10, run.counts().get(EntityKind.USER, Tally.DEACTIVATED));
  }

  @Test
  public void aHeldDeltaIsReadAgainUntilItIsApproved() {
    SyncWorld guarded = SyncWorld.guarded();
    for (int i = 0; i < 200; i++) {
      guarded.source.person(String.format("p%03d", i), "p" + i);
    }
    guarded.sync();
    for (int i = 0; i < 20; i++) {
      guarded.source.status(String.format("p%03d", i), "DEPROVISIONED");
    }
    guarded.control.reject(guarded.incremental().id(), "boss");
    SyncRun held = guarded.incremental();
    assertEquals(20, held.planned().get(EntityKind.USER, Tally.DEACTIVATED));
    guarded.control.approve(held.id(), "boss");
    assertEquals(RunState.SUCCEEDED, guarded.stored(held).state());
    assertEquals(0, guarded.incremental().planned().get(EntityKind.USER, Tally.UNCHANGED));
  }

  @Test
  public void aRemovalThatTheSourceNoLongerConfirmsByIdIsLeftOut() {
    settle();
    world.source.log().stale("g", "2");
    SyncRun run = incremental();
    assertEquals(List.of("ann", "bob"), members("team"));
    assertEquals(1, run.counts().get(EntityKind.MEMBERSHIP, Tally.SKIPPED));
  }
}
