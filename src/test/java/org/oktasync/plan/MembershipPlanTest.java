package org.oktasync.plan;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.oktasync.mapping.Reach;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Link;
import org.oktasync.model.MemberChanges;

/** What is planned for the members of single groups, and which word says why nothing is. */
public class MembershipPlanTest extends PlanScenario {
  private static final ExternalId G = new ExternalId("g");

  private void policy(boolean adopt, String suffix, boolean copy, boolean never, boolean delete) {
    groups = new GroupPolicy(true, adopt, suffix, copy, never, delete);
  }

  /** Ann and Bob, who are as they should be. */
  private void annAndBob() {
    okta.person("1", "ann").person("2", "bob");
    jira.linked("1", "ann").linked("2", "bob");
  }

  private void team(Link.Origin origin, String... members) {
    annAndBob();
    okta.group("g", "team", "2");
    jira.linkedGroup("g", "team", origin, members);
  }

  @Test
  public void whoIsNoLongerAMemberIsTakenOut_andTheShareIsTold() {
    team(Link.Origin.CREATED, "ann", "bob", "stranger");
    assertEquals(
        List.of("REMOVE_MEMBERS MEMBERSHIP REMOVE ann in team", "loss team 1 of 2"), plan());
    assertEquals(2, total("owned MEMBERSHIP"));
    assertEquals(1, total("unchanged MEMBERSHIP"));
  }

  @Test
  public void whoIsNotTakenOut_isOurMemberStill() {
    team(Link.Origin.CREATED, "ann", "bob");
    okta.incomplete.add(G);
    assertEquals("the list broke off", List.of(), plan());
    assertEquals(2, total("unchanged MEMBERSHIP"));
    okta.incomplete.clear();
    policy(false, "", false, true, false);
    assertEquals("nobody is taken out", List.of(), plan());
    policy(false, "", false, false, false);
    jira.heldNames.add("ann");
    assertEquals(List.of("PREPARE MEMBERSHIP LEAVE ann in team, protected-member: team"), plan());
    assertEquals(1, total("unchanged MEMBERSHIP"));
  }

  @Test
  public void inAGroupThatKeepsOthers_onlyWhoCameByUsGoes() {
    team(Link.Origin.ADOPTED, "ann", "bob");
    assertEquals(List.of(), plan());
    jira.addedByUs.add("1");
    assertEquals(
        List.of("REMOVE_MEMBERS MEMBERSHIP REMOVE ann in team", "loss team 1 of 2"), plan());
  }

  @Test
  public void membershipsOfWhoIsInactiveRest() {
    team(Link.Origin.CREATED, "ann", "bob");
    okta.person("1", "ann", false, Reach.IN_SCOPE).person("2", "bob", false, Reach.IN_SCOPE);
    inactive = LeaverPolicy.KEEP;
    assertEquals(
        List.of("PREPARE USER LEAVE ann, kept-inactive", "PREPARE USER LEAVE bob, kept-inactive"),
        plan());
    assertEquals(0, total("owned MEMBERSHIP"));
  }

  @Test
  public void whoLeavesEveryGroup_leavesThoseThatAreNotKept() {
    team(Link.Origin.CREATED, "ann", "bob");
    jira.linkedGroup("h", "crew", Link.Origin.CREATED, "ann");
    jira.linkedGroup("i", "adopted", Link.Origin.ADOPTED, "ann");
    okta.group("h", "crew", "1").group("i", "adopted", "1");
    okta.person("1", "ann", false, Reach.IN_SCOPE);
    inactive = LeaverPolicy.REMOVE_GROUPS;
    keptGroups = List.of("cr*");
    assertEquals(
        List.of(
            "PREPARE USER LEAVE ann, kept-inactive",
            "REMOVE_MEMBERS MEMBERSHIP REMOVE ann in team, inactive",
            "loss team 1 of 2"),
        plan());
    assertEquals(4, total("owned MEMBERSHIP"));
    assertEquals(3, total("unchanged MEMBERSHIP"));
    okta.incomplete.add(G);
    assertEquals("whoever lists them", 3, plan().size());
    jira.heldNames.add("ann");
    assertEquals(
        List.of(
            "PREPARE USER LEAVE ann, kept-inactive",
            "PREPARE MEMBERSHIP LEAVE ann in team, protected-member: team"),
        plan());
    assertEquals("all stay", 4, total("unchanged MEMBERSHIP"));
  }

  @Test
  public void whoIsSwitchedOffAlready_leavesTheGroupsWithoutAWord() {
    team(Link.Origin.CREATED, "ann", "bob");
    okta.person("1", "ann", false, Reach.IN_SCOPE);
    jira.deactivated("1", "ann", EARLY);
    inactive = LeaverPolicy.REMOVE_GROUPS;
    assertEquals(
        List.of("REMOVE_MEMBERS MEMBERSHIP REMOVE ann in team, inactive", "loss team 1 of 2"),
        plan());
  }

  @Test
  public void whoIsNewJoinsGroupsForNewcomers_andOthersDoNot() {
    annAndBob();
    okta.person("3", "eve").group("g", "team");
    okta.newcomers.add(G);
    jira.linkedGroup("g", "team", Link.Origin.CREATED);
    assertEquals("ADD_MEMBERS MEMBERSHIP ADD eve in team", plan().get(1));
    assertEquals(2, plan().size());
    okta.changes.put(G, new MemberChanges(Set.of(new ExternalId("1")), Set.of()));
    assertEquals(
        List.of("ADD_MEMBERS MEMBERSHIP ADD ann in team", "ADD_MEMBERS MEMBERSHIP ADD eve in team"),
        plan().subList(1, 3));
  }

  private void changed(Set<String> added, Set<String> removed) {
    okta.changes.put(
        G,
        new MemberChanges(
            Set.copyOf(added.stream().map(ExternalId::new).toList()),
            Set.copyOf(removed.stream().map(ExternalId::new).toList())));
  }

  @Test
  public void whereOnlyChangesAreKnown_eachIsComparedByItself() {
    team(Link.Origin.CREATED, "ann", "stranger");
    changed(Set.of("2"), Set.of("1"));
    assertEquals(
        List.of(
            "ADD_MEMBERS MEMBERSHIP ADD bob in team",
            "REMOVE_MEMBERS MEMBERSHIP REMOVE ann in team",
            "loss team 1 of 2"),
        plan());
    changed(Set.of("1"), Set.of("2", "9"));
    assertEquals("as it is already", List.of(), plan());
  }

  @Test
  public void whereOnlyChangesAreKnown_theSameSafeguardsHold() {
    team(Link.Origin.CREATED, "ann");
    changed(Set.of(), Set.of("1"));
    policy(false, "", false, true, false);
    assertEquals(List.of(), plan());
    policy(false, "", false, false, false);
    jira.heldNames.add("ann");
    assertEquals(List.of("PREPARE MEMBERSHIP LEAVE ann in team, protected-member: team"), plan());
    jira.heldNames.clear();
    jira.linkedGroup("g", "team", Link.Origin.ADOPTED, "ann");
    assertEquals("not by us", List.of(), plan());
    jira.addedByUs.add("1");
    assertEquals(2, plan().size());
    okta.person("1", "ann", false, Reach.IN_SCOPE);
    inactive = LeaverPolicy.KEEP;
    assertEquals(List.of("PREPARE USER LEAVE ann, kept-inactive"), plan());
    inactive = LeaverPolicy.REMOVE_GROUPS;
    assertEquals(
        List.of(
            "PREPARE USER LEAVE ann, kept-inactive",
            "REMOVE_MEMBERS MEMBERSHIP REMOVE ann in team, inactive",
            "loss team 1 of 1"),
        plan());
    jira.groups.get("team").clear();
    assertEquals(List.of("PREPARE USER LEAVE ann, kept-inactive"), plan());
  }

  @Test
  public void leaversAreListedByTheirNames() {
    okta.person("1", "zoe").person("2", "ann").group("g", "team");
    jira.linked("1", "zoe").linked("2", "ann");
    jira.linkedGroup("g", "team", Link.Origin.CREATED, "zoe", "ann");
    List<String> byName =
        List.of(
            "REMOVE_MEMBERS MEMBERSHIP REMOVE ann in team",
            "REMOVE_MEMBERS MEMBERSHIP REMOVE zoe in team",
            "loss team 2 of 2");
    assertEquals(byName, plan());
    changed(Set.of(), Set.of("1", "2"));
    assertEquals(byName, plan());
  }

  @Test
  public void whoHasNoAccountToBeAMemberWith_isNotAdded() {
    okta.person("1", "ann", false, Reach.IN_SCOPE).group("g", "team", "1", "9");
    jira.linkedGroup("g", "team", Link.Origin.CREATED);
    assertEquals(List.of(), plan());
    changed(Set.of("1", "9"), Set.of());
    assertEquals(List.of(), plan());
  }

  @Test
  public void leaversWithNewNamesAreListedByThem() {
    okta.person("1", "zoe").person("2", "bob").group("g", "team");
    jira.linked("1", "ann").linked("2", "bob");
    jira.linkedGroup("g", "team", Link.Origin.CREATED, "ann", "bob");
    assertEquals(
        List.of(
            "REMOVE_MEMBERS MEMBERSHIP REMOVE bob in team",
            "REMOVE_MEMBERS MEMBERSHIP REMOVE zoe in team",
            "loss team 2 of 2"),
        plan().subList(2, 5));
  }

  @Test
  public void whoIsRenamedIsTakenOutUnderTheNewName() {
    okta.person("1", "new").group("g", "team");
    jira.linked("1", "old");
    jira.linkedGroup("g", "team", Link.Origin.CREATED, "old");
    assertEquals("REMOVE_MEMBERS MEMBERSHIP REMOVE new in team", plan().get(2));
    assertEquals(1, total("owned MEMBERSHIP"));
  }
}
