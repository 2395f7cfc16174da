package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.GroupName;
import org.oktasync.record.Finding;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.Tally;

/** Groups by hand and on the fly, through whole runs and incremental ones. */
public class GroupRunTest {
  private final SyncWorld world = SyncWorld.unguarded();

  @Before
  public void people() {
    world.source.person("u1", "ann").person("u2", "bob").person("u3", "cy");
  }

  private void groups(String json) {
    world.change("{\"groups\":" + json + "}");
  }

  private List<String> members(String group) {
    return world.directory.world().membersOf(new GroupName(group)).stream()
        .map(AccountName::value)
        .toList();
  }

  private Set<String> groupsOfJira() {
    return world.directory.world().groups().stream()
        .map(GroupName::value)
        .collect(Collectors.toSet());
  }

  private void hold(String group, String... people) {
    for (String person : people) {
      if (world.directory.account(new AccountName(person)).isEmpty()) {
        world.directory.world().hold(new Account(new AccountName(person), person, "", true));
      }
    }
    AccountName[] names = new AccountName[people.length];
    for (int i = 0; i < people.length; i++) {
      names[i] = new AccountName(people[i]);
    }
    world.directory.world().holdGroup(new GroupName(group), names);
  }

  private List<String> reasons() {
    return world.findings.standing(world.connectionId()).stream()
        .map(Finding::reason)
        .sorted()
        .toList();
  }

  private void quiet() {
    long before = world.directory.writes();
    SyncRun run = world.sync();
    assertEquals(RunState.SUCCEEDED, run.state());
    assertEquals("nothing to do: " + run.planned(), before, world.directory.writes());
  }

  @Test
  public void groupsAreFilteredByNamesPatternsAndExpressions() {
    world.source.group("g1", "jira-dev", "u1").group("g2", "jira-ops", "u2");
    world.source.group("g3", "wiki", "u1").group("g4", "jira-secret", "u1");
    groups("{\"include\":[\"jira-*\",\"/w.ki/\"],\"exclude\":[\"/.*secret/\"]}");
    world.sync();
    assertEquals(Set.of("jira-dev", "jira-ops", "wiki"), groupsOfJira());
    quiet();
  }

  @Test
  public void aGroupThatIsLeftOutLaterStaysAsItIs() {
    world.source.group("g1", "dev", "u1", "u2");
    groups("{\"notFound\":\"delete\"}");
    world.sync();
    groups("{\"exclude\":[\"dev\"]}");
    world.source.group("g1", "dev", "u1");
    world.sync();
    assertEquals(List.of("ann", "bob"), members("dev"));
    assertEquals(List.of("group-left-out"), reasons());
    groups("{\"exclude\":[]}");
    world.sync();
    assertEquals(List.of("ann"), members("dev"));
    assertEquals(List.of(), reasons());
  }

  @Test
  public void namesAreChangedOnTheirWay() {
    world.source.group("g1", "app-jira-Developers", "u1");
    groups(
        "{\"rename\":[{\"type\":\"regex\",\"text\":\"app-jira-(.*)\",\"replacement\":\"$1\"},"
            + "{\"type\":\"lower-case\"}]}");
    world.sync();
    assertEquals(Set.of("developers"), groupsOfJira());
    quiet();
  }

  @Test
  public void aNameThatIsTakenGetsASuffix() {
    hold("team", "local");
    world.directory.world().holdElsewhere(new GroupName("ops"));
    world.source.group("g1", "team", "u1").group("g2", "ops", "u2");
    groups("{\"collision\":\"suffix\",\"suffix\":\"-okta\"}");
    world.sync();
    assertEquals(List.of("local"), members("team"));
    assertEquals(List.of("ann"), members("team-okta"));
    assertEquals(List.of("bob"), members("ops-okta"));
    assertEquals(List.of(), reasons());
    quiet();
  }

  @Test
  public void manyOktaGroupsFillOneAndOneFillsMany() {
    world.source.group("g1", "east", "u1").group("g2", "west", "u2").group("g3", "other", "u3");
    groups(
        "{\"mode\":\"manual\",\"map\":[{\"source\":\"g1\",\"target\":\"all\"},"
            + "{\"source\":\"g2\",\"target\":\"ALL\"},{\"source\":\"g1\",\"target\":\"first\"}]}");
    world.sync();
    assertEquals(Set.of("all", "first"), groupsOfJira());
    assertEquals(List.of("ann", "bob"), members("all"));
    assertEquals(List.of("ann"), members("first"));
    quiet();
    world.source.group("g1", "east").group("g2", "west", "u1", "u2");
    world.incremental();
    assertEquals("still by the other group", List.of("ann", "bob"), members("all"));
    assertEquals(List.of(), members("first"));
    world.source.group("g2", "west", "u2", "u3");
    world.incremental();
    assertEquals(List.of("bob", "cy"), members("all"));
    quiet();
  }

  @Test
  public void aNamedGroupThatExistsIsFilledAndKeepsItsMembers() {
    hold("software", "local");
    world.source.group("g1", "east", "u1", "u2");
    groups("{\"mode\":\"manual\",\"map\":[{\"source\":\"g1\",\"target\":\"software\"}]}");
    SyncRun run = world.sync();
    assertEquals(1, run.counts().get(EntityKind.GROUP, Tally.ADOPTED));
    assertEquals(List.of("ann", "bob", "local"), members("software"));
    world.source.group("g1", "east", "u1");
    world.incremental();
    assertEquals(List.of("ann", "local"), members("software"));
    quiet();
  }

  @Test
  public void aNamedGroupMayStandInAnotherDirectory() {
    world.directory.world().holdElsewhere(new GroupName("software"));
    world.source.group("g1", "east", "u1");
    groups("{\"mode\":\"manual\",\"map\":[{\"source\":\"g1\",\"target\":\"software\"}]}");
    SyncRun dry = world.dryRun();
    world.control.applyDryRun(dry.id(), "manual", "operator");
    assertEquals(List.of("ann"), members("software"));
    quiet();
  }

  @Test
  public void administrationIsGivenOnlyByARowThatSaysSo() {
    world.administratorGroups.add("admins");
    world.source.group("g1", "east", "u1");
    String rows = "{\"mode\":\"manual\",\"map\":[{\"source\":\"g1\",\"target\":\"admins\"%s}]}";
    groups(rows.formatted(""));
    world.sync();
    assertEquals(Set.of(), groupsOfJira());
    assertEquals(List.of("protected-group"), reasons());
    groups(rows.formatted(",\"administration\":true"));
    world.sync();
    assertEquals(List.of("ann"), members("admins"));
    quiet();
  }

  @Test
  public void aRowWhoseOktaGroupVanishedIsMarkedAndTakesNobodyOut() {
    world.source.group("g1", "east", "u1").group("g2", "west", "u2");
    groups(
        "{\"mode\":\"manual\",\"map\":[{\"source\":\"g1\",\"target\":\"all\"},"
            + "{\"source\":\"g2\",\"target\":\"all\"}]}");
    world.sync();
    world.source.deleteGroup("g1");
    for (boolean whole : new boolean[] {false, true}) {
      SyncRun run = whole ? world.sync() : world.incremental();
      assertEquals(RunState.SUCCEEDED, run.state());
      assertEquals(List.of("ann", "bob"), members("all"));
      assertEquals(List.of("mapped-group-gone"), reasons());
    }
  }

  @Test
  public void theSameGroupGoesOverWhenTheModeChanges() {
    hold("team", "local");
    world.source.group("g1", "team", "u1", "u2").group("g2", "west", "u2");
    groups("{\"collision\":\"adopt\"}");
    world.sync();
    assertEquals(List.of("ann", "bob", "local"), members("team"));
    groups(
        "{\"mode\":\"manual\",\"collision\":\"refuse\",\"map\":[{\"source\":\"g2\",\"target\":\"team\"}]}");
    world.sync();
    assertEquals("what we added is ours", List.of("bob", "local"), members("team"));
    quiet();
    groups("{\"mode\":\"on-the-fly\"}");
    world.sync();
    assertEquals(List.of("ann", "bob", "local"), members("team"));
    assertEquals(List.of(), reasons());
    quiet();
  }

  @Test
  public void everybodyIsInTheGroupsForAllUsers() {
    hold("jira-software-users", "local");
    groups("{\"mode\":\"off\",\"forAllUsers\":[\"jira-software-users\"]}");
    world.sync();
    assertEquals(List.of("ann", "bob", "cy", "local"), members("jira-software-users"));
    quiet();
    world.source.person("u4", "dee");
    world.incremental();
    assertEquals(List.of("ann", "bob", "cy", "dee", "local"), members("jira-software-users"));
    world.source.status("u1", "SUSPENDED");
    world.incremental();
    assertEquals("memberships of the inactive rest", 5, members("jira-software-users").size());
    quiet();
  }

  @Test
  public void newPeopleJoinTheGroupsForNewUsersAndMayLeaveThem() {
    world.sync();
    groups("{\"forNewUsers\":[\"welcome\"]}");
    world.sync();
    assertEquals("nobody is new", List.of(), members("welcome"));
    world.source.person("u4", "dee");
    world.incremental();
    assertEquals(List.of("dee"), members("welcome"));
    world.source.person("u5", "eve");
    world.sync();
    assertEquals(List.of("dee", "eve"), members("welcome"));
    world.directory.world().removeMember(new GroupName("welcome"), new AccountName("dee"));
    quiet();
    assertEquals(List.of("eve"), members("welcome"));
  }

  @Test
  public void nobodyIsTakenOutWhereThatIsSwitchedOff() {
    world.source.group("g1", "team", "u1", "u2");
    groups("{\"neverRemove\":true}");
    world.sync();
    world.source.group("g1", "team", "u1");
    world.incremental();
    world.sync();
    assertEquals(List.of("ann", "bob"), members("team"));
    groups("{\"neverRemove\":false}");
    world.sync();
    assertEquals(List.of("ann"), members("team"));
  }

  @Test
  public void aRenamedGroupKeepsItsNameOrIsMadeAnewUnderTheOther() {
    world.source.group("g1", "team", "u1", "u2");
    world.sync();
    world.source.group("g1", "squad", "u1", "u3");
    world.sync();
    assertEquals(List.of("ann", "cy"), members("team"));
    assertEquals(List.of("group-renamed"), reasons());
    groups("{\"renamed\":\"copy\"}");
    SyncRun run = world.sync();
    assertEquals(1, run.counts().get(EntityKind.GROUP, Tally.UPDATED));
    assertEquals(List.of("ann", "cy"), members("squad"));
    assertEquals("nobody loses anything", List.of("ann", "cy"), members("team"));
    assertEquals(List.of(), reasons());
    quiet();
    world.source.group("g1", "squad", "u1");
    world.incremental();
    assertEquals(List.of("ann"), members("squad"));
    assertEquals(List.of("ann", "cy"), members("team"));
  }

  @Test
  public void aRenameOntoANameThatIsTakenIsLeftAlone() {
    world.source.group("g1", "team", "u1").group("g2", "squad", "u2");
    groups("{\"renamed\":\"copy\"}");
    world.sync();
    world.source.group("g1", "squad", "u1");
    world.sync();
    assertEquals(List.of("ann"), members("team"));
    assertEquals(List.of("bob"), members("squad"));
    assertEquals(List.of("group-renamed"), reasons());
  }

  @Test
  public void membersOfGroupsThatNobodyWantsAreNotRead() {
    world.source.group("g1", "east", "u1").group("g2", "west", "u2").breakMembers("g2");
    groups("{\"mode\":\"manual\",\"map\":[{\"source\":\"g1\",\"target\":\"all\"}]}");
    SyncRun run = world.sync();
    assertTrue(members("all").contains("ann"));
    assertFalse(groupsOfJira().contains("west"));
    assertEquals(1, run.counts().get(EntityKind.GROUP, Tally.CREATED));
  }
}
