package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.GroupName;
import org.oktasync.model.Link;
import org.oktasync.model.Message;
import org.oktasync.record.JournalQuery;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.Tally;
import org.oktasync.run.adoption.AdoptionCandidate;
import org.oktasync.run.adoption.AdoptionCandidate.Verdict;
import org.oktasync.run.adoption.NamesakeGroup;
import org.oktasync.target.TargetDirectory;

/** People who have an account of the same name in another directory. */
public class NamesakeTest extends NamesakeScene {
  @Test
  public void theNameAloneMakesACandidate_nameAndAddressOneForMany() {
    AdoptionCandidate ann = candidate("1");
    assertEquals(Verdict.NAMESAKE, ann.verdict());
    assertEquals(
        new AdoptionCandidate.Elsewhere(SyncWorld.ELSEWHERE, "LDAP", 1, 0), ann.elsewhere());
    assertEquals(Message.of("namesake-comes-second", "LDAP"), ann.doubt());
    assertEquals(Verdict.NAMESAKE_BY_NAME, candidate("2").verdict());
    assertFalse(Verdict.NAMESAKE_BY_NAME.inBulk());
    assertEquals(2, preview().size());
    world.standing = new TargetDirectory(8, "LDAP", "CONNECTOR", true, 0, null);
    assertEquals(Message.of("namesake-stays-first", "LDAP"), candidate("1").doubt());
  }

  @Test
  public void whoCannotBeTakenOverSaysWhy() {
    world.administrators.add("ann");
    assertEquals(Message.of("namesake-protected", "LDAP"), candidate("1").doubt());
    world.administrators.clear();
    world.source.person("9", "Ann");
    assertEquals(Message.of("namesake-disputed", "LDAP"), candidate("1").doubt());
    assertEquals(Verdict.NAMESAKE_REFUSED, candidate("9").verdict());
    world.standing = new TargetDirectory(8, "LDAP", "CONNECTOR", false, 1, null);
    assertEquals(Message.of("namesake-off", "LDAP"), candidate("2").doubt());
    assertEquals(1, choose("1").notices().size());
    assertEquals(List.of(), world.takeOvers.waiting(world.connectionId()));
  }

  @Test
  public void theWordIsNoted_andTheNextRunMakesTheAccount_withItsHistory() {
    String before = world.directory.world().text();
    SyncRun adoption = choose("1");
    assertEquals(RunState.SUCCEEDED, adoption.state());
    assertEquals(List.of(Message.of("take-overs-noted", 1)), adoption.notices());
    assertEquals(before, world.directory.world().text());
    assertEquals(Verdict.NAMESAKE_WAITS, candidate("1").verdict());
    SyncRun dry = world.dryRun();
    assertEquals(2, dry.planned().get(EntityKind.USER, Tally.CREATED));
    assertFalse(has("ann"));
    world.sync();
    assertTrue(has("ann"));
    assertEquals(Set.of("name-in-other-directory"), reasons("bob"));
    assertEquals(
        world.directory.keyOf(ANN),
        world.links.find(world.connectionId(), EntityKind.USER, id("1")).orElseThrow().userKey());
    assertEquals(List.of(), world.takeOvers.waiting(world.connectionId()));
    assertEquals(othersBefore, world.elsewhere.world().text());
    long writes = world.directory.writes();
    world.sync();
    world.incremental();
    assertEquals("a second run writes nothing", writes, world.directory.writes());
  }

  @Test
  public void namedGroupsGoAlongOnce() {
    bring("developers", "nobodys");
    choose("1");
    world.sync();
    assertEquals(List.of("ann"), members("developers"));
    assertEquals(List.of(), members("lunch"));
    assertEquals(
        List.of(new GroupName("developers")), world.directory.world().groups().stream().toList());
    long writes = world.directory.writes();
    world.sync();
    assertEquals(writes, world.directory.writes());
    world.directory.world().removeMember(new GroupName("developers"), ANN);
    world.sync();
    world.incremental();
    assertEquals("not added anew", List.of(), members("developers"));
  }

  @Test
  public void aGroupThatIsThereKeepsItsMembers_andTheBroughtOnesStay() {
    world.directory.world().hold(new Account(new AccountName("local"), "L", "", true));
    world.directory.world().holdGroup(new GroupName("developers"), new AccountName("local"));
    bring("developers");
    choose("1", "2");
    world.sync();
    world.sync();
    assertEquals(List.of("ann", "bob", "local"), members("developers"));
    bring("lunch");
    world.sync();
    assertEquals(List.of("ann", "bob", "local"), members("developers"));
  }

  @Test
  public void whereOktasOwnGroupHasTheNameItsListCounts() {
    world.source.group("g", "developers", "3");
    bring("developers");
    choose("1", "g");
    world.sync();
    assertEquals(Set.of("group-follows-source"), reasons("developers"));
    assertEquals(List.of("carl"), members("developers"));
    assertTrue(has("ann"));
  }

  @Test
  public void aGroupThatCameToAdministerIsNotFilled() {
    bring("developers");
    choose("1");
    world.administratorGroups.add("developers");
    world.sync();
    assertEquals(Set.of("protected-group"), reasons("developers"));
    assertEquals(List.of(), members("developers"));
  }

  @Test
  public void whatChangedSinceTheWordLeavesThePersonAlone() {
    choose("1", "2");
    world.administrators.add("ann");
    world.elsewhere.world().delete(new AccountName("bob"));
    world.directory.world().releaseElsewhere(new AccountName("bob"));
    world.sync();
    assertEquals(Set.of("namesake-protected"), reasons("ann"));
    assertEquals(Set.of("namesake-gone"), reasons("bob"));
    assertFalse(has("ann") || has("bob"));
    world.administrators.clear();
    world.source.person("1", "anna");
    world.sync();
    assertEquals(Set.of("namesake-name-changed"), reasons("anna"));
    world.adoption.withdraw(world.connectionId(), Set.of("1"));
    world.sync();
    assertTrue("an account like anybody else", has("anna"));
  }

  @Test
  public void theAccountOfAnotherUserOfThatNameIsNotTakenOver() {
    choose("1");
    world.directory.world().holdKey(ANN);
    world.sync();
    assertEquals(Set.of("namesake-other"), reasons("ann"));
    assertFalse(has("ann"));
  }

  /**
   * The link of a deleted account leads its person back to the user, and to nobody else's account.
   */
  @Test
  public void theUserOfSomebodyElseWhoseAccountIsGoneIsNotTakenOver() {
    world.source.person("7", "gus");
    world.sync();
    world.directory.world().delete(new AccountName("gus"));
    world.holdElsewhere("gus", "gus@example.com");
    world.source.person("7", "gustav").person("8", "gus");
    assertEquals(Message.of("namesake-linked", "LDAP"), candidate("8").doubt());
    world.source.person("7", "gustav");
    world.holdElsewhere("eve", "eve@example.com");
    world.source.person("9", "eve");
    choose("9");
    world.links.store(
        List.of(
            Link.ofAccount(
                world.connectionId(),
                id("0"),
                SyncWorld.DIRECTORY,
                new AccountName("other"),
                world.directory.keyOf(new AccountName("eve")),
                Link.Origin.CREATED)));
    world.sync();
    assertEquals(Set.of("namesake-linked"), reasons("eve"));
  }

  /**
   * Jira would move the user key with one of the two accounts, and make another user of the other.
   */
  @Test
  public void whoIsRenamedInOktaKeepsTheNameWhileBothAccountsAreThere() {
    choose("1");
    world.sync();
    world.source.person("1", "anna", "ACTIVE", "anna@example.com", "Anna");
    world.sync();
    assertEquals(Set.of("rename-splits"), reasons("ann"));
    assertEquals("Anna", world.directory.account(ANN).orElseThrow().displayName());
    world.elsewhere.world().delete(ANN);
    world.directory.world().releaseElsewhere(ANN);
    world.sync();
    assertTrue(has("anna"));
  }

  @Test
  public void whoWasSwitchedOffThereIsNotBroughtBack() {
    choose("1");
    world.elsewhere.world().hold(new Account(ANN, "Old ann", "", false));
    world.sync();
    assertEquals(Set.of("namesake-off"), reasons("ann"));
  }

  @Test
  public void ofTwoPeopleWhoWantTheNameNeitherGetsIt() {
    choose("1");
    for (String other : List.of("0", "9")) {
      world.source.person(other, "Ann");
      world.sync();
      assertEquals(Set.of("namesake-disputed"), reasons("ann"));
      assertFalse(has("ann"));
      world.source.deletePerson(other);
    }
    world.sync();
    assertTrue(has("ann"));
  }

  @Test
  public void aStoredPlanLooksOnceMore() {
    choose("1", "2");
    SyncRun dry = world.dryRun();
    world.administrators.add("ann");
    world.adoption.withdraw(world.connectionId(), Set.of("2"));
    world.control.applyDryRun(dry.id(), "manual", "operator");
    assertFalse(has("ann") || has("bob"));
    assertTrue(has("carl"));
    assertEquals(0, world.elsewhere.writes());
  }

  @Test
  public void anIncrementalRunThatIsNotAboutEverybodyWaits() {
    world.sync();
    choose("1");
    world.administrators.add("ann");
    world.incremental();
    world.administrators.clear();
    world.source.person("1", "ann", "ACTIVE", "new@example.com", "A");
    SyncRun delta = world.incremental();
    assertEquals(SyncRun.INCREMENTAL, delta.mode());
    assertEquals(Set.of("take-over-waits"), reasons("ann"));
    world.sync();
    assertTrue(has("ann"));
  }

  @Test
  public void adoptionSwitchedOffMeansNobodyTakesOver() {
    choose("1");
    world.change("{\"users\":{\"adopt\":\"never\"}}");
    world.sync();
    assertEquals(Set.of("name-in-other-directory"), reasons("ann"));
  }

  @Test
  public void undoingSwitchesTheAccountOffAndTakesItOutOfTheGroups() {
    bring("developers");
    choose("1");
    SyncRun run = world.sync();
    world.undo(run);
    assertFalse(world.directory.account(ANN).orElseThrow().active());
    assertEquals(List.of(), members("developers"));
    assertEquals(othersBefore, world.elsewhere.world().text());
  }

  @Test
  public void theListOfGroupsCountsThoseWhoCouldBringThem() {
    world.administratorGroups.add("lunch");
    bring("gone");
    List<NamesakeGroup> groups = world.adoption.groups(world.connectionId(), preview());
    assertEquals(
        List.of(
            new NamesakeGroup("developers", 2, false, null),
            new NamesakeGroup("lunch", 1, false, Message.of("brought-group-administers", "lunch")),
            new NamesakeGroup("gone", 0, true, null)),
        groups);
  }

  /** Jira keeps properties by the user, whom both accounts are. */
  @Test
  public void propertiesThatThePersonHasAlreadyAreNotWrittenAnew_othersAreComparedWithThem() {
    world.change(
        "{\"mapping\":{\"attributes\":["
            + "{\"target\":\"username\",\"source\":\"profile.login\"},"
            + "{\"target\":\"property\",\"key\":\"team\",\"name\":\"Team\","
            + "\"source\":\"profile.department\"}]}}");
    world.elsewhere.world().set(ANN, Map.of("property:team", "Sales"));
    choose("1");
    world.source.attribute("1", "profile.department", "Sales");
    assertEquals(List.of(), propertyChanges());
    world.source.attribute("1", "profile.department", "Research");
    assertEquals(List.of("{property:team=Sales} {property:team=Research}"), propertyChanges());
  }

  private List<String> propertyChanges() {
    JournalQuery updates = new JournalQuery("user", "update", "", "ann", 0, 9);
    return world.journal.changes(world.dryRun().id(), updates).values().stream()
        .map(entry -> entry.change().row())
        .map(row -> row.before() + " " + row.after())
        .toList();
  }
}
