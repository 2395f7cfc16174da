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
import org.oktasync.record.JournalEntry;
import org.oktasync.record.JournalQuery;
import org.oktasync.record.RunOutcome;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.Tally;
import org.oktasync.run.ports.RunRefusedException;

/** Joiners, movers, leavers and everything that may stand in their way. */
public class SyncTest {
  private final SyncWorld world = SyncWorld.unguarded();

  private Account account(String name) {
    return world.directory.account(new AccountName(name)).orElseThrow();
  }

  private boolean exists(String name) {
    return world.directory.account(new AccountName(name)).isPresent();
  }

  private List<String> members(String group) {
    return world.directory.world().membersOf(new GroupName(group)).stream()
        .map(AccountName::value)
        .toList();
  }

  /** Reason codes of everything that a run left out. */
  private List<String> skipped(SyncRun run) {
    return world.journal.changes(run.id(), JournalQuery.all(0, 1000)).values().stream()
        .filter(entry -> entry.outcome() == RunOutcome.SKIPPED)
        .map(entry -> entry.message().code())
        .toList();
  }

  @Test
  public void peopleGroupsAndMembershipsAreMade() {
    world.source.person("1", "ann").person("2", "bob").group("g", "team", "1", "2");
    SyncRun run = world.sync();
    assertEquals(RunState.SUCCEEDED, run.state());
    assertEquals(2, run.counts().get(EntityKind.USER, Tally.CREATED));
    assertEquals(1, run.counts().get(EntityKind.GROUP, Tally.CREATED));
    assertEquals(2, run.counts().get(EntityKind.MEMBERSHIP, Tally.ADDED));
    assertEquals(List.of("ann", "bob"), members("team"));
  }

  @Test
  public void aDryRunWritesNothingAndPlansTheSameAsTheRunAfterIt() {
    world.source.person("1", "ann").group("g", "team", "1");
    SyncRun dry = world.dryRun();
    assertEquals(0, world.directory.writes());
    assertTrue(world.linksOf(EntityKind.USER).isEmpty());
    SyncRun real = world.sync();
    assertEquals(dry.fingerprint(), real.fingerprint());
    assertEquals(dry.planned(), real.planned());
  }

  @Test
  public void aLeaverIsDeactivatedAndKeepsMembershipsAndComesBack() {
    world.source.person("1", "ann").person("2", "bob").group("g", "team", "1", "2");
    world.sync();
    world.source.status("1", "DEPROVISIONED").group("g", "team", "2");
    world.sync();
    assertFalse(account("ann").active());
    assertEquals(List.of("ann", "bob"), members("team"));
    world.source.status("1", "ACTIVE");
    world.sync();
    assertTrue(account("ann").active());
    assertEquals("brought into line with the return", List.of("bob"), members("team"));
  }

  @Test
  public void whoIsGoneFromTheSourceIsDeactivated() {
    world.source.person("1", "ann").person("2", "bob");
    world.sync();
    world.source.deletePerson("1");
    SyncRun run = world.sync();
    assertEquals(1, run.counts().get(EntityKind.USER, Tally.DEACTIVATED));
    assertFalse(account("ann").active());
  }

  @Test
  public void nobodyIsGoneWhenTheListOfPeopleBrokeOff() {
    world.source.person("1", "ann").person("2", "bob").group("g", "team", "1", "2");
    world.sync();
    world.source.breakUsers(true);
    SyncRun run = world.sync();
    assertEquals(RunState.PARTIAL, run.state());
    assertTrue(account("bob").active());
    assertEquals(List.of("ann", "bob"), members("team"));
  }

  @Test
  public void aGroupWhoseListBrokeOffLosesNobodyAndOthersGoOn() {
    world.source.person("1", "ann").person("2", "bob").group("g", "team", "1", "2");
    world.source.group("h", "other", "1");
    world.sync();
    world.source.group("g", "team").group("h", "other", "2").breakMembers("g");
    SyncRun run = world.sync();
    assertEquals(RunState.PARTIAL, run.state());
    assertEquals(List.of("ann", "bob"), members("team"));
    assertEquals(List.of("bob"), members("other"));
  }

  @Test
  public void aRenameFollowsTheSourceIdAndKeepsTheUserKey() {
    world.source.person("1", "ann");
    world.sync();
    String key = world.directory.keyOf(new AccountName("ann"));
    world.source.person("1", "ann.lee");
    SyncRun run = world.sync();
    assertEquals(1, run.counts().get(EntityKind.USER, Tally.RENAMED));
    assertEquals(key, world.directory.keyOf(new AccountName("ann.lee")));
    assertEquals(0, world.sync().counts().get(EntityKind.USER, Tally.RENAMED));
  }

  @Test
  public void chainsAndSwapsOfNamesConverge() {
    world.source.person("1", "a").person("2", "b").person("3", "c").person("4", "d");
    world.sync();
    world.source.person("1", "b").person("2", "a").person("3", "x").person("4", "c");
    assertEquals(RunState.SUCCEEDED, world.sync().state());
    assertEquals("Name of b", account("b").displayName());
    assertEquals("Name of a", account("a").displayName());
    assertEquals("Name of c", account("c").displayName());
    long before = world.directory.writes();
    world.sync();
    assertEquals(before, world.directory.writes());
  }

  @Test
  public void aLoginGivenToANewPersonDoesNotReachTheOldPersonsAccount() {
    world.source.person("1", "ann").person("9", "zoe");
    world.sync();
    world.source.deletePerson("1").person("2", "ann", "ACTIVE", "new@x.org", "New Ann");
    SyncRun run = world.sync();
    assertEquals(List.of("name-disputed"), skipped(run));
    assertEquals("Name of ann", account("ann").displayName());
    assertFalse(account("ann").active());
  }

  @Test
  public void anAccountWithoutALinkIsNeverTouched() {
    Account local = new Account(new AccountName("ann"), "Local Ann", "l@x.org", true);
    world.directory.world().hold(local);
    world.source.person("1", "ANN");
    SyncRun run = world.sync();
    assertEquals(List.of("name-taken"), skipped(run));
    assertEquals(local, account("ann"));
  }

  @Test
  public void namesOfOtherDirectoriesAndOfFormerUsersAreNotFree() {
    world.directory.world().holdElsewhere(new AccountName("ann"));
    world.directory.world().hold(new Account(new AccountName("bob"), "Bob", "", true));
    world.directory.world().delete(new AccountName("bob"));
    world.source.person("1", "ann").person("2", "bob");
    SyncRun run = world.sync();
    assertEquals(List.of("name-in-other-directory", "name-of-former-user"), skipped(run));
    assertFalse(exists("ann"));
    assertFalse(exists("bob"));
  }

  @Test
  public void anAccountDeletedInJiraComesBackToTheSamePerson() {
    world.source.person("1", "ann").group("g", "team", "1");
    world.sync();
    String key = world.directory.keyOf(new AccountName("ann"));
    world.directory.world().delete(new AccountName("ann"));
    world.sync();
    assertEquals(key, world.directory.keyOf(new AccountName("ann")));
    assertEquals(List.of("ann"), members("team"));
  }

  @Test
  public void anAccountRenamedInJiraRestsAndNobodyIsMadeInItsPlace() {
    world.source.person("1", "ann");
    world.sync();
    world.directory.world().rename(new AccountName("ann"), new AccountName("anonymous-1"));
    SyncRun run = world.sync();
    assertEquals(List.of("renamed-in-jira"), skipped(run));
    assertFalse(exists("ann"));
    assertEquals("Name of ann", account("anonymous-1").displayName());
  }

  @Test
  public void aStrangerWhoTookTheNameOfARenamedAccountIsNotTouched() {
    world.source.person("1", "ann");
    world.sync();
    world.directory.world().rename(new AccountName("ann"), new AccountName("ann.old"));
    Account stranger = new Account(new AccountName("ann"), "Another Ann", "b@x.org", true);
    world.directory.world().hold(stranger);
    world.source.status("1", "SUSPENDED");
    assertEquals(List.of("renamed-in-jira"), skipped(world.sync()));
    assertEquals(stranger, account("ann"));
  }

  @Test
  public void administratorsAreNeitherDeactivatedNorRenamed() {
    world.source.person("1", "ann").person("2", "bob").person("3", "operator");
    world.sync();
    world.administrators.add("ann");
    world.administrators.add("bob");
    world.source.status("1", "SUSPENDED").person("2", "robert").deletePerson("3");
    SyncRun run = world.sync();
    assertTrue(account("ann").active());
    assertTrue(exists("bob"));
    assertTrue("who started the run", account("operator").active());
    assertEquals(3, skipped(run).size());
  }

  @Test
  public void aGroupThatAdministersIsNeitherMadeNorFilled() {
    world.administratorGroups.add("jira-administrators");
    world.source.person("1", "ann").group("g", "Jira-Administrators", "1");
    world.directory.world().holdGroup(new GroupName("jira-administrators"));
    SyncRun run = world.sync();
    assertEquals(List.of("protected-group"), skipped(run));
    assertEquals(List.of(), members("jira-administrators"));
  }

  @Test
  public void aLinkedGroupThatCameToAdministerIsLeftAlone() {
    world.source.person("1", "ann").person("2", "bob").group("g", "ops", "1");
    world.sync();
    world.administratorGroups.add("ops");
    world.source.group("g", "ops", "2");
    world.sync();
    assertEquals(List.of("ann"), members("ops"));
  }

  @Test
  public void aGroupOfAnotherDirectoryIsNotFilled() {
    world.directory.world().holdElsewhere(new GroupName("team"));
    world.source.person("1", "ann").group("g", "team", "1");
    assertEquals(List.of("group-name-in-other-directory"), skipped(world.sync()));
    assertEquals(List.of(), world.directory.world().groups());
  }

  @Test
  public void aGroupRenamedInTheSourceKeepsItsJiraNameAndItsLink() {
    world.source.person("1", "ann").person("2", "bob").group("g", "team", "1");
    world.sync();
    world.source.group("g", "squad", "2");
    SyncRun run = world.sync();
    assertEquals(List.of("group-renamed"), skipped(run));
    assertEquals(List.of("bob"), members("team"));
  }

  @Test
  public void ofTwoGroupsOfOneFoldedNameTheLinkedOneStays() {
    world.source.person("1", "ann").group("h", "team", "1");
    world.sync();
    world.source.group("a", "TEAM");
    SyncRun run = world.sync();
    assertEquals(List.of("group-name-disputed"), skipped(run));
    assertEquals(List.of("ann"), members("team"));
  }

  @Test
  public void aGroupThatIsGoneFromTheSourceIsKept() {
    world.source.person("1", "ann").group("g", "team", "1");
    world.sync();
    world.source.deleteGroup("g");
    assertEquals(List.of("group-not-found"), skipped(world.sync()));
    assertEquals(List.of("ann"), members("team"));
  }

  @Test
  public void localMembersOfOurGroupsStay() {
    world.source.person("1", "ann").group("g", "team", "1");
    world.sync();
    world.directory.world().hold(new Account(new AccountName("local"), "L", "", true));
    world.directory.world().holdGroup(new GroupName("team"), new AccountName("local"));
    world.source.group("g", "team");
    world.sync();
    assertEquals(List.of("local"), members("team"));
  }

  @Test
  public void oneBadRecordStopsNoOther() {
    world
        .source
        .person("1", "")
        .person("2", "a<b")
        .person("3", "x".repeat(256))
        .person("4", "ok")
        .group("g", "te%am", "4")
        .group("h", "fine", "4");
    SyncRun run = world.sync();
    assertEquals(
        List.of(
            "login-missing",
            "login-illegal-character",
            "login-too-long",
            "group-name-illegal-character"),
        skipped(run));
    assertEquals(List.of("ok"), members("fine"));
  }

  @Test
  public void whatStandsLeftAloneIsReportedOnceAndCountedAlways() {
    world.source.person("1", "").person("2", "ok");
    assertEquals(1, skipped(world.sync()).size());
    SyncRun second = world.sync();
    assertEquals(List.of(), skipped(second));
    assertEquals(1, second.counts().get(EntityKind.USER, Tally.SKIPPED));
    assertEquals(1, world.findings.standing(world.connectionId()).size());
    world.source.person("1", "mended");
    world.sync();
    assertTrue(world.findings.standing(world.connectionId()).isEmpty());
  }

  @Test
  public void aSecondRunWritesNothingAndHasNoChanges() {
    world.source.person("1", "ann").person("2", "a<b").group("g", "team", "1", "2");
    world.sync();
    long before = world.directory.writes();
    SyncRun run = world.sync();
    assertEquals(before, world.directory.writes());
    List<JournalEntry> changes = world.journal.changes(run.id(), JournalQuery.all(0, 10)).values();
    assertEquals(List.of(), changes);
  }

  @Test
  public void everyoneIsNoGroupUnlessAsked() {
    world.source.person("1", "ann");
    world.sync();
    assertEquals(List.of(), world.directory.world().groups());
  }

  @Test
  public void oneRunAtATime() {
    world.holdLock();
    RunRefusedException refused = assertThrows(RunRefusedException.class, world::sync);
    assertEquals("run-in-progress", refused.problem().code());
  }
}
