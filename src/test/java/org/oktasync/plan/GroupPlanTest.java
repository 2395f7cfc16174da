package org.oktasync.plan;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.oktasync.mapping.DesiredGroup.Standing;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Link;

/** What is planned for single groups, and which word says why nothing is. */
public class GroupPlanTest extends PlanScenario {
  private static final ExternalId G = new ExternalId("g");

  private void policy(boolean adopt, String suffix, boolean copy, boolean never, boolean delete) {
    groups = new GroupPolicy(true, adopt, suffix, copy, never, delete);
  }

  /** Ann and Bob, who are as they should be. */
  private void annAndBob() {
    okta.person("1", "ann").person("2", "bob");
    jira.linked("1", "ann").linked("2", "bob");
  }

  private void named(String id) {
    jira.groupLinks.compute(new ExternalId(id), (any, link) -> link.namedByAdministrator(true));
  }

  @Test
  public void aNewGroupIsMadeAndFilled() {
    annAndBob();
    okta.group("g", "team", "1", "2");
    assertEquals(
        List.of(
            "PREPARE GROUP CREATE team",
            "ADD_MEMBERS MEMBERSHIP ADD ann in team",
            "ADD_MEMBERS MEMBERSHIP ADD bob in team"),
        plan());
    groups = new GroupPolicy(false, false, "", false, false, false);
    assertEquals("groups are not kept", List.of(), plan());
  }

  @Test
  public void aGroupThatCannotBeMappedIsNamed() {
    okta.badGroup("g", "Team");
    assertEquals(List.of("PREPARE GROUP LEAVE Team, group-name-too-long: x"), plan());
  }

  @Test
  public void ofTwoGroupsOfOneName_theLinkedOneHasIt_elseTheFirst() {
    okta.group("g", "team").group("h", "TEAM");
    assertEquals(
        List.of("PREPARE GROUP CREATE team", "PREPARE GROUP LEAVE TEAM, group-name-disputed"),
        plan());
    jira.linkedGroup("h", "team", Link.Origin.CREATED);
    assertEquals(List.of("PREPARE GROUP LEAVE team, group-name-disputed"), plan());
    assertEquals(1, total("unchanged GROUP"));
  }

  @Test
  public void aGroupThatAnAdministratorNamedComesBeforeTheSources() {
    okta.group("g", "team").group("jira-group:team", "team", Standing.NAMED);
    assertEquals(
        List.of(
            "PREPARE GROUP LEAVE team, group-name-disputed", "PREPARE GROUP CREATE team, named"),
        plan());
  }

  @Test
  public void aProtectedGroupIsNotFilled_unlessAnAdministratorNamedItToAdminister() {
    okta.group("g", "team");
    jira.protectedNames.add("team");
    assertEquals(List.of("PREPARE GROUP LEAVE team, protected-group"), plan());
    okta.group("g", "team", Standing.NAMED);
    assertEquals(List.of("PREPARE GROUP LEAVE team, protected-group"), plan());
    okta.group("g", "team", Standing.NAMED_TO_ADMINISTER);
    assertEquals(List.of("PREPARE GROUP CREATE team, named-to-administer"), plan());
    okta.group("g", "team");
    jira.linkedGroup("g", "team", Link.Origin.CREATED);
    assertEquals("by now", List.of("PREPARE GROUP LEAVE team, protected-group"), plan());
    named("g");
    assertEquals(List.of(), plan());
  }

  @Test
  public void aNameThatIsTakenIsLeftAlone_adopted_orGivenASuffix() {
    okta.group("g", "team");
    jira.group("team");
    assertEquals(List.of("PREPARE GROUP LEAVE team, group-name-taken"), plan());
    policy(false, "-okta", false, false, false);
    assertEquals(List.of("PREPARE GROUP CREATE team-okta"), plan());
    policy(true, "-okta", false, false, false);
    assertEquals(List.of("PREPARE GROUP ADOPT team"), plan());
    policy(false, "", false, false, false);
    okta.group("g", "team", Standing.NAMED);
    assertEquals(List.of("PREPARE GROUP ADOPT team, named"), plan());
  }

  @Test
  public void aNameOfAnotherDirectoryIsLeftAlone_unlessAnAdministratorNamedIt() {
    okta.group("g", "team");
    jira.groupsElsewhere.add("team");
    assertEquals(List.of("PREPARE GROUP LEAVE team, group-name-in-other-directory"), plan());
    okta.group("g", "team", Standing.NAMED);
    assertEquals(List.of("PREPARE GROUP CREATE team, named"), plan());
    okta.group("g", "team");
    policy(false, "-okta", false, false, false);
    assertEquals(List.of("PREPARE GROUP CREATE team-okta"), plan());
  }

  @Test
  public void aSuffixGivesNoNameThatIsNotFree() {
    policy(false, "-okta", false, false, false);
    okta.group("g", "team");
    jira.group("team");
    String taken = "PREPARE GROUP LEAVE team, group-name-taken";
    jira.protectedNames.add("team-okta");
    assertEquals(List.of(taken), plan());
    jira.protectedNames.clear();
    jira.groupsElsewhere.add("team-okta");
    assertEquals(List.of(taken), plan());
    jira.groupsElsewhere.clear();
    okta.group("h", "team-okta");
    assertEquals(List.of(taken, "PREPARE GROUP CREATE team-okta"), plan());
    okta.groups.clear();
    String longName = "x".repeat(251);
    okta.group("g", longName);
    jira.group(longName);
    assertTrue(plan().get(0).startsWith("PREPARE GROUP LEAVE"));
    String fits = "x".repeat(250);
    okta.group("g", fits);
    jira.group(fits);
    assertEquals(List.of("PREPARE GROUP CREATE " + fits + "-okta"), plan());
  }

  @Test
  public void aGroupWithASuffixIsNotTakenForRenamed() {
    policy(false, "-okta", true, false, false);
    okta.group("g", "team");
    jira.linkedGroup("g", "team-okta", Link.Origin.CREATED);
    assertEquals(List.of(), plan());
    assertEquals(1, total("unchanged GROUP"));
  }

  @Test
  public void aGroupThatTheSourceRenamed_keepsItsName_orIsMadeAnew() {
    annAndBob();
    okta.group("g", "crew", "1");
    jira.linkedGroup("g", "team", Link.Origin.ADOPTED, "ann");
    assertEquals(List.of("PREPARE GROUP LEAVE team, group-renamed: crew"), plan());
    policy(false, "", true, false, false);
    assertEquals(
        List.of(
            "PREPARE GROUP UPDATE crew: {name=team} {name=crew}",
            "ADD_MEMBERS MEMBERSHIP ADD ann in crew"),
        plan());
    String kept = "PREPARE GROUP LEAVE team, group-renamed: crew";
    jira.protectedNames.add("crew");
    assertEquals(List.of(kept), plan());
    jira.protectedNames.clear();
    jira.groupsElsewhere.add("crew");
    assertEquals(List.of(kept), plan());
    jira.groupsElsewhere.clear();
    okta.group("h", "crew");
    assertEquals("another group wants it", List.of(kept, "PREPARE GROUP CREATE crew"), plan());
  }

  @Test
  public void aGroupThatWasDeletedInJiraComesBack_unlessItsNameIsAnothersByNow() {
    annAndBob();
    okta.group("g", "team", "1");
    jira.linkedGroup("g", "team", Link.Origin.CREATED);
    jira.groups.clear();
    assertEquals(
        List.of("PREPARE GROUP CREATE team", "ADD_MEMBERS MEMBERSHIP ADD ann in team"), plan());
    jira.groupsElsewhere.add("team");
    assertEquals(List.of("PREPARE GROUP LEAVE team, group-name-in-other-directory"), plan());
    named("g");
    assertEquals("PREPARE GROUP CREATE team", plan().get(0));
    jira.groupLinks.put(G, jira.groupLinks.get(G).namedByAdministrator(false));
    okta.group("g", "team", Standing.NAMED);
    assertEquals("PREPARE GROUP CREATE team, named", plan().get(0));
  }

  @Test
  public void aRenamedGroupThatIsGoneComesBackUnderItsOldName() {
    policy(false, "", true, false, false);
    okta.group("g", "crew");
    jira.linkedGroup("g", "team", Link.Origin.CREATED);
    jira.groups.clear();
    assertEquals(
        List.of("PREPARE GROUP LEAVE team, group-renamed: crew", "PREPARE GROUP CREATE team"),
        plan());
  }

  @Test
  public void sourcesThatAreMissingAreNamed() {
    okta.group("jira-group:team", "team", Standing.NAMED, "g7", "g8");
    assertEquals(
        List.of(
            "PREPARE GROUP LEAVE team, mapped-group-gone: g7",
            "PREPARE GROUP LEAVE team, mapped-group-gone: g8",
            "PREPARE GROUP CREATE team, named"),
        plan());
  }

  @Test
  public void whatTheSettingsNoLongerWantStays_orGoesOver() {
    annAndBob();
    okta.group("g", "team", Standing.LEFT_OUT);
    jira.linkedGroup("g", "team", Link.Origin.CREATED, "ann");
    jira.linkedGroup("jira-group:crew", "crew", Link.Origin.ADOPTED, "bob");
    assertEquals(
        List.of(
            "PREPARE GROUP LEAVE team, group-left-out", "PREPARE GROUP LEAVE crew, group-left-out"),
        plan());
    okta.group("h", "team", "2");
    assertEquals(
        List.of(
            "PREPARE GROUP ADOPT team",
            "PREPARE GROUP LEAVE crew, group-left-out",
            "ADD_MEMBERS MEMBERSHIP ADD bob in team",
            "REMOVE_MEMBERS MEMBERSHIP REMOVE ann in team",
            "loss team 1 of 1"),
        plan());
  }

  @Test
  public void aGroupThatTheSourceNoLongerHasStays_unlessItIsToBeDeleted() {
    annAndBob();
    jira.linkedGroup("g", "team", Link.Origin.CREATED, "ann");
    String stays = "PREPARE GROUP LEAVE team, group-not-found";
    assertEquals(List.of(stays), plan());
    policy(false, "", false, false, true);
    assertEquals(List.of("DELETE GROUP DELETE team: {members=1} {}"), plan());
    jira.group("team", "stranger");
    assertEquals(List.of("PREPARE GROUP LEAVE team, group-has-others: 1"), plan());
    jira.protectedNames.add("team");
    assertEquals(List.of("PREPARE GROUP LEAVE team, protected-group"), plan());
    jira.groups.clear();
    assertEquals("it is not there", List.of(stays), plan());
    jira.protectedNames.clear();
    jira.linkedGroup("g", "team", Link.Origin.ADOPTED);
    assertEquals("we only found it", List.of(stays), plan());
    okta.groupsComplete = false;
    assertEquals(List.of(), plan());
  }

  @Test
  public void aGroupWhoseNameIsWantedAgainIsNotDeleted() {
    policy(false, "", false, false, true);
    jira.linkedGroup("g", "team", Link.Origin.CREATED);
    okta.group("h", "Team");
    assertEquals(
        List.of(
            "PREPARE GROUP LEAVE team, group-name-disputed",
            "PREPARE GROUP LEAVE Team, group-name-disputed"),
        plan());
  }
}
