package org.oktasync.plan;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.oktasync.mapping.Reach;
import org.oktasync.model.AccountName;
import org.oktasync.model.Lead;
import org.oktasync.model.Message;

/** What is planned for whoever leaves, for what they lead, and when an account is deleted. */
public class LeaverPlanTest extends PlanScenario {
  private static final Lead PROJECT = Lead.ofProject("ABC");
  private static final Lead COMPONENT = new Lead("ABC", "Backend");

  @Test
  public void whoLeavesIsDealtWithByTheReason() {
    okta.person("1", "ann", false, Reach.IN_SCOPE)
        .person("2", "bob", true, Reach.OUT_OF_SCOPE)
        .person("4", "dan", true, Reach.EXCLUDED)
        .person("5", "eve", false, Reach.OUT_OF_SCOPE);
    jira.linked("1", "ann").linked("2", "bob").linked("3", "cid").linked("4", "dan");
    jira.linked("5", "eve");
    assertEquals(
        List.of(
            "DEACTIVATE USER DEACTIVATE ann, inactive",
            "DEACTIVATE USER DEACTIVATE bob, out-of-scope",
            "DEACTIVATE USER DEACTIVATE cid, gone",
            "PREPARE USER LEAVE dan, excluded",
            "DEACTIVATE USER DEACTIVATE eve, inactive"),
        plan());
    inactive = LeaverPolicy.KEEP;
    outOfScope = LeaverPolicy.KEEP;
    gone = LeaverPolicy.KEEP;
    assertEquals(
        List.of(
            "PREPARE USER LEAVE ann, kept-inactive",
            "PREPARE USER LEAVE bob, kept-out-of-scope",
            "PREPARE USER LEAVE cid, kept-gone",
            "PREPARE USER LEAVE dan, excluded",
            "PREPARE USER LEAVE eve, kept-inactive"),
        plan());
    byStatus = Map.of("SUSPENDED", LeaverPolicy.DEACTIVATE);
    assertEquals("DEACTIVATE USER DEACTIVATE ann, inactive", plan().get(0));
    assertEquals("PREPARE USER LEAVE cid, kept-gone", plan().get(2));
  }

  @Test
  public void whoIsRenamedAndStaysIsCalledAsTheNextRunCallsThem() {
    inactive = LeaverPolicy.KEEP;
    okta.person("1", "anna", false, Reach.IN_SCOPE).person("2", "bob", false, Reach.IN_SCOPE);
    jira.linked("1", "ann").linked("2", "rob");
    jira.protectedNames.add("rob");
    List<String> left = plan().stream().filter(line -> line.contains(" LEAVE ")).toList();
    assertEquals(
        List.of(
            "PREPARE USER LEAVE anna, kept-inactive",
            "PREPARE USER LEAVE rob, protected-account: bob",
            "PREPARE USER LEAVE rob, kept-inactive"),
        left);
  }

  @Test
  public void aListThatBrokeOffProvesNothing() {
    okta.peopleComplete = false;
    jira.linked("3", "cid");
    assertEquals(List.of(), plan());
    assertEquals(1, total("unchanged USER"));
  }

  @Test
  public void whoIsProtectedIsNotDeactivated() {
    jira.linked("3", "cid");
    jira.protectedNames.add("cid");
    assertEquals(List.of("PREPARE USER LEAVE cid, protected-account: cid"), plan());
    gone = LeaverPolicy.REMOVE_GROUPS;
    assertEquals(List.of("PREPARE USER LEAVE cid, protected-account: cid"), plan());
  }

  @Test
  public void whoWasDeactivatedLongAgoIsDeleted_ifJiraHasNothingAgainstIt() {
    gone = LeaverPolicy.DELETE;
    jira.deactivated("3", "cid", EARLY);
    assertEquals(List.of("DELETE USER DELETE cid, gone"), plan());
    jira.deletionObstacles.put("cid", Message.of("deletion-refused", "7 issues"));
    assertEquals(List.of("PREPARE USER LEAVE cid, deletion-refused: 7 issues"), plan());
    jira.deactivated("3", "cid", LATE);
    assertEquals(List.of("PREPARE USER LEAVE cid, deletion-waits"), plan());
    jira.deactivated("3", "cid", null);
    assertEquals(List.of("PREPARE USER LEAVE cid, deletion-not-ours"), plan());
    jira.protectedNames.add("cid");
    assertEquals(List.of("PREPARE USER LEAVE cid, protected-account: cid"), plan());
    jira.protectedNames.clear();
    jira.linked("3", "cid");
    assertEquals(
        "first deactivated",
        List.of("DEACTIVATE USER DEACTIVATE cid, gone", "PREPARE USER LEAVE cid, deletion-waits"),
        plan());
  }

  private void replacements() {
    leads =
        new LeadPolicy(Optional.of(new AccountName("boss")), Optional.of(new AccountName("dep")));
    okta.person("7", "boss").person("8", "dep");
    jira.linked("7", "boss").linked("8", "dep").linked("3", "cid");
  }

  @Test
  public void placesAreHandedOverBeforeTheLeadIsDeactivated() {
    replacements();
    jira.leads.put(PROJECT, "cid");
    jira.leads.put(COMPONENT, "cid");
    assertEquals(
        List.of(
            "LEADS LEAD UPDATE ABC: {lead=cid} {lead=boss}",
            "LEADS LEAD UPDATE Backend in ABC: {lead=cid} {lead=dep}",
            "DEACTIVATE USER DEACTIVATE cid, gone"),
        plan());
    leads = new LeadPolicy(leads.project(), Optional.empty());
    assertEquals(
        "components stay as they are",
        List.of(
            "LEADS LEAD UPDATE ABC: {lead=cid} {lead=boss}",
            "DEACTIVATE USER DEACTIVATE cid, gone"),
        plan());
    jira.shadowed.add("cid");
    assertEquals(
        "what Jira says is said of another",
        List.of("DEACTIVATE USER DEACTIVATE cid, gone"),
        plan());
  }

  @Test
  public void aPlaceThatNobodyCanTakeKeepsTheLeadActive() {
    replacements();
    jira.leads.put(PROJECT, "cid");
    jira.leads.put(COMPONENT, "cid");
    jira.leadObstacles.put(COMPONENT, Message.of("lead-replacement-unknown", "ABC: Backend"));
    assertEquals(List.of("PREPARE USER LEAVE cid, lead-replacement-unknown: ABC: Backend"), plan());
    jira.leadObstacles.clear();
    okta.person("7", "boss", false, Reach.IN_SCOPE);
    assertEquals(List.of("PREPARE USER LEAVE cid, lead-leaves: ABC"), List.of(plan().get(0)));
    jira.leadsKnown = false;
    assertEquals("PREPARE USER LEAVE cid, leads-unknown", plan().get(0));
  }

  @Test
  public void nobodyTakesTheirOwnPlace() {
    replacements();
    leads = new LeadPolicy(Optional.of(new AccountName("CID")), Optional.empty());
    jira.leads.put(PROJECT, "cid");
    assertEquals(List.of("PREPARE USER LEAVE cid, lead-leaves: ABC"), plan());
  }

  @Test
  public void whoTakesAPlaceIsNamedAsTheyAreThen() {
    replacements();
    jira.leads.put(PROJECT, "cid");
    okta.person("7", "chief");
    assertEquals(
        List.of(
            "PREPARE USER RENAME chief: {name=boss} {name=chief}",
            "LEADS LEAD UPDATE ABC: {lead=cid} {lead=chief}",
            "DEACTIVATE USER DEACTIVATE cid, gone"),
        plan().stream().filter(line -> !line.contains("UPDATE chief")).toList());
  }

  @Test
  public void whoStillLeadsSomethingIsNotDeletedButHandsItOver() {
    replacements();
    gone = LeaverPolicy.DELETE;
    jira.deactivated("3", "cid", EARLY);
    jira.leads.put(PROJECT, "cid");
    jira.deletionObstacles.put("cid", Message.of("deletion-refused", "leads"));
    assertEquals(
        List.of(
            "LEADS LEAD UPDATE ABC: {lead=cid} {lead=boss}",
            "PREPARE USER LEAVE cid, deletion-hands-over"),
        plan());
    jira.leadsKnown = false;
    assertEquals(List.of("PREPARE USER LEAVE cid, leads-unknown"), plan());
  }
}
