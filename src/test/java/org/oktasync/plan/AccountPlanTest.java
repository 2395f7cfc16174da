package org.oktasync.plan;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.oktasync.mapping.CorrelationRule;
import org.oktasync.mapping.DesiredAccount;
import org.oktasync.mapping.MappingProblem;
import org.oktasync.mapping.Reach;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Lead;
import org.oktasync.model.Link;
import org.oktasync.model.Message;

/** What is planned for single people, and which word says why nothing is. */
public class AccountPlanTest extends PlanScenario {
  private static final Lead PROJECT = Lead.ofProject("ABC");
  private static final Lead COMPONENT = new Lead("ABC", "Backend");

  private static String made(String name) {
    return "PREPARE USER CREATE "
        + name
        + ": {active=true, displayName="
        + name
        + ", email="
        + name
        + "@x.org, name="
        + name
        + "}";
  }

  @Test
  public void whoIsNewGetsAnAccount_unlessThatIsOff() {
    okta.person("1", "ann");
    assertEquals(List.of(made("ann")), plan());
    create = false;
    assertEquals(List.of("PREPARE USER LEAVE ann, create-off"), plan());
  }

  @Test
  public void whoIsInactiveOutOfScopeOrExcludedGetsNone() {
    okta.person("1", "ann", false, Reach.IN_SCOPE)
        .person("2", "bob", true, Reach.OUT_OF_SCOPE)
        .person("3", "cid", true, Reach.EXCLUDED);
    assertEquals(List.of(), plan());
  }

  @Test
  public void aNameThatSomebodyHasIsNotUsed() {
    okta.person("1", "ann");
    jira.account("ann", true);
    assertEquals(List.of("PREPARE USER LEAVE ann, name-taken: ann"), plan());
    jira.accounts.clear();
    jira.namesElsewhere.add("ann");
    assertEquals(List.of("PREPARE USER LEAVE ann, name-in-other-directory: ann"), plan());
    jira.namesElsewhere.clear();
    jira.formerNames.add("ann");
    assertEquals(List.of("PREPARE USER LEAVE ann, name-of-former-user: ann"), plan());
  }

  @Test
  public void whoseAccountWasDeletedInJira_getsItBackUnderTheirOwnKey() {
    okta.person("1", "ann");
    jira.linked("1", "ann");
    jira.accounts.clear();
    jira.formerNames.add("ann");
    assertEquals(List.of(made("ann")), plan());
    jira.keys.put("ann", "K-other");
    assertEquals(
        "the key is a stranger's",
        List.of("PREPARE USER LEAVE ann, name-of-former-user: ann"),
        plan());
    okta.person("1", "ann", false, Reach.IN_SCOPE);
    assertEquals("nobody misses it", List.of(), plan());
  }

  @Test
  public void anAccountThatJiraRenamedRests() {
    okta.person("1", "ann");
    jira.linked("1", "ann");
    jira.accounts.clear();
    jira.keys.clear();
    jira.account("eve", true).keys.put("eve", "K-ann");
    assertEquals(List.of("PREPARE USER LEAVE ann, renamed-in-jira: ann"), plan());
    jira.account("ann", true).keys.put("ann", "K-other");
    assertEquals(
        "somebody else has the name",
        List.of("PREPARE USER LEAVE ann, renamed-in-jira: ann"),
        plan());
  }

  @Test
  public void ofTwoWhoWantOneName_theOneWithTheSmallerIdGetsIt() {
    okta.person("2", "ann").person("1", "ANN");
    assertEquals(2, plan().size());
    assertEquals("PREPARE USER LEAVE ann, name-disputed: ann", plan().get(1));
  }

  @Test
  public void namesThatAnIndexCouldTakeForOne_areToldApart() {
    assertEquals("a~".hashCode(), "b_".hashCode());
    okta.person("1", "a~").person("2", "b_");
    assertEquals(List.of(made("a~"), made("b_")), plan());
    jira.linked("1", "a~").linked("2", "b_");
    assertEquals(List.of(), plan());
    okta.person("1", "b_").person("2", "a~");
    assertEquals("they swap names", 3, plan().stream().filter(l -> l.contains("RENAME")).count());
    okta.person("1", "a~").person("2", "b_").group("g", "team", "1");
    jira.linkedGroup("g", "team", Link.Origin.CREATED, "a~", "b_");
    assertEquals(
        List.of("REMOVE_MEMBERS MEMBERSHIP REMOVE b_ in team", "loss team 1 of 2"), plan());
  }

  @Test
  public void ofTwoLinkedPeopleWhoWantOneName_theFirstGetsIt() {
    okta.person("1", "new").person("2", "new");
    jira.linked("1", "a").linked("2", "b");
    List<String> lines = plan();
    assertEquals("PREPARE USER RENAME new: {name=a} {name=new}", lines.get(0));
    assertTrue(lines.contains("PREPARE USER LEAVE b, name-disputed: new"));
  }

  @Test
  public void whoHasTheNameKeepsIt_andWhoIsLinkedGoesFirst() {
    okta.person("1", "ann").person("2", "ann");
    jira.linked("2", "ann");
    assertEquals(List.of("PREPARE USER LEAVE ann, name-disputed: ann"), plan());
    jira.people.clear();
    jira.accounts.clear();
    jira.linked("2", "old");
    assertEquals(
        List.of(
            "PREPARE USER RENAME ann: {name=old} {name=ann}",
            "PREPARE USER LEAVE ann, name-disputed: ann",
            "PREPARE USER UPDATE ann: {displayName=old, email=old@x.org} {displayName=ann,"
                + " email=ann@x.org}"),
        plan());
  }

  @Test
  public void whoHasTheNameKeepsIt_beforeAnybodyElseWhoIsLinked() {
    okta.person("1", "ann").person("2", "ann");
    jira.linked("1", "old").linked("2", "ann");
    jira.protectedNames.add("old");
    assertEquals("PREPARE USER LEAVE old, name-disputed: ann", plan().get(0));
  }

  @Test
  public void whoIsInactiveDisputesNoName() {
    okta.person("1", "ann", false, Reach.IN_SCOPE).person("2", "ann");
    assertEquals(List.of(made("ann")), plan());
  }

  @Test
  public void aNameIsGivenOnceItsHolderIsRenamedAway() {
    okta.person("1", "ann").person("2", "bob");
    jira.linked("2", "ann");
    List<String> lines = plan();
    assertEquals("PREPARE USER RENAME bob: {name=ann} {name=bob}", lines.get(0));
    assertEquals(made("ann"), lines.get(1));
    jira.protectedNames.add("ann");
    assertEquals("PREPARE USER LEAVE ann, name-disputed: ann", plan().get(0));
    assertEquals("PREPARE USER LEAVE ann, protected-account: bob", plan().get(1));
  }

  @Test
  public void aRenameThatWaitsForOneThatDoesNotCome_isNamed() {
    okta.person("1", "ann").person("2", "bob");
    jira.linked("1", "x").linked("2", "ann");
    jira.protectedNames.add("ann");
    List<String> lines = plan();
    assertEquals("PREPARE USER LEAVE x, name-disputed: ann", lines.get(0));
    assertTrue(lines.contains("PREPARE USER LEAVE ann, protected-account: bob"));
    assertEquals(0, lines.stream().filter(line -> line.contains("RENAME")).count());
  }

  @Test
  public void whoIsRenamedAndNothingElseIsNotUnchanged() {
    okta.put(
        new DesiredAccount(
            new ExternalId("1"),
            "new",
            true,
            "",
            new Account(new AccountName("new"), "old", "old@x.org", true),
            null));
    jira.linked("1", "old");
    assertEquals(List.of("PREPARE USER RENAME new: {name=old} {name=new}"), plan());
    assertEquals(0, total("unchanged USER"));
  }

  @Test
  public void aRenameThatCannotBe_isNamed_andTheRestIsUpdated() {
    okta.person("1", "new");
    jira.linked("1", "old").account("new", true);
    assertEquals(
        List.of(
            "PREPARE USER LEAVE old, name-taken: new",
            "PREPARE USER UPDATE old: {displayName=old, email=old@x.org} {displayName=new,"
                + " email=new@x.org}"),
        plan());
    update = false;
    assertEquals("nothing is kept in step", List.of(), plan());
    assertEquals(1, total("unchanged USER"));
  }

  @Test
  public void whoIsAsTheyShouldBeIsUnchangedAndCounted() {
    okta.person("1", "ann").person("2", "bob", false, Reach.IN_SCOPE).person("3", "cid");
    jira.linked("1", "ann").deactivated("2", "bob", EARLY).linked("3", "cid");
    assertEquals(List.of(), plan());
    assertEquals(Map.of("linked", 3L, "owned USER", 2L, "unchanged USER", 3L), plan.totals);
  }

  @Test
  public void whoIsActiveAgainComesBack_unlessThatIsOff() {
    okta.person("1", "ann");
    jira.deactivated("1", "ann", EARLY);
    assertEquals(List.of("PREPARE USER REACTIVATE ann"), plan());
    reactivate = false;
    assertEquals(List.of("PREPARE USER LEAVE ann, reactivate-off"), plan());
  }

  @Test
  public void anExistingAccountIsAdoptedWhenTheSettingsSaySo() {
    adopt = true;
    okta.person("1", "ann");
    jira.account("ann", false);
    assertEquals(List.of("PREPARE USER ADOPT ann", "PREPARE USER REACTIVATE ann"), plan());
    jira.customers.add("ann");
    assertEquals(List.of("PREPARE USER LEAVE ann, name-taken: ann"), plan());
    jira.protectedNames.add("ann");
    assertEquals(List.of("PREPARE USER LEAVE ann, protected-account: ann"), plan());
  }

  @Test
  public void anAdoptedAccountIsKeptInStepFromTheFirst() {
    adopt = true;
    okta.person("1", "ann");
    jira.accounts.put("ann", new Account(new AccountName("ann"), "Old", "ann@x.org", true));
    assertEquals(
        List.of(
            "PREPARE USER ADOPT ann",
            "PREPARE USER UPDATE ann: {displayName=Old} {displayName=ann}"),
        plan());
  }

  @Test
  public void whoIsNewWithARemarkGetsAnAccount_andTheRemarkIsTold() {
    okta.put(
        new DesiredAccount(
            new ExternalId("1"),
            "ann",
            true,
            "",
            new Account(new AccountName("ann"), "ann", "ann@x.org", true),
            null,
            Reach.IN_SCOPE,
            Set.of(),
            List.of(new MappingProblem("value-cut", "x"))));
    assertEquals(List.of(made("ann"), "PREPARE USER LEAVE ann, value-cut: x"), plan());
  }

  @Test
  public void anAccountThatTwoPeopleCouldMeanIsNotAdopted() {
    adopt = true;
    okta.person("1", "ann").person("2", "ann");
    jira.account("ann", true);
    assertEquals(
        List.of(
            "PREPARE USER LEAVE ann, name-disputed: ann",
            "PREPARE USER LEAVE ann, name-disputed: ann"),
        plan());
    okta.person("2", "ann", false, Reach.IN_SCOPE);
    assertEquals("one of them is inactive", List.of("PREPARE USER ADOPT ann"), plan());
  }

  @Test
  public void anAccountWithThePersonsAddressIsHeldForThem() {
    heldRules = List.of(CorrelationRule.EMAIL);
    okta.person("1", "ann");
    jira.accounts.put("al", new Account(new AccountName("al"), "Ann", "ANN@x.org", true));
    assertEquals(List.of("PREPARE USER LEAVE ann, adoption-candidate: al"), plan());
    create = false;
    assertEquals(
        "where nobody new gets an account, whose is there already is all the more worth telling",
        List.of("PREPARE USER LEAVE ann, adoption-candidate: al"),
        plan());
    create = true;
    jira.linked("9", "al");
    jira.accounts.put("al", new Account(new AccountName("al"), "Ann", "ANN@x.org", true));
    okta.peopleComplete = false;
    assertEquals("it is somebody's", List.of(made("ann")), plan());
  }

  @Test
  public void whoHadAnAccountOfTheirOwnGetsItBack_whoeverHasTheirAddress() {
    heldRules = List.of(CorrelationRule.EMAIL);
    okta.person("1", "ann");
    jira.linked("1", "ann");
    jira.accounts.clear();
    jira.accounts.put("al", new Account(new AccountName("al"), "Ann", "ann@x.org", true));
    assertEquals(List.of(made("ann")), plan());
  }

  @Test
  public void whatCannotBeMappedIsNamed_andWhoHasAnAccountKeepsIt() {
    okta.put(
        new DesiredAccount(
            new ExternalId("1"),
            "Ann",
            true,
            "ACTIVE",
            null,
            new MappingProblem("login-missing", "d")));
    assertEquals(List.of("PREPARE USER LEAVE Ann, login-missing: d"), plan());
    jira.deactivated("1", "ann", EARLY);
    assertEquals(
        List.of("PREPARE USER LEAVE ann, login-missing: d", "PREPARE USER REACTIVATE ann"), plan());
  }

  @Test
  public void firstAndLastName_areWrittenWithTheNameThatChangesThem() {
    jira.linked("1", "ann");
    jira.accounts.put(
        "ann",
        new Account(
            new AccountName("ann"), "Ann", "", true, Map.of("firstName", "A", "property:x", "1")));
    Account wanted =
        new Account(
            new AccountName("ann"), "Anna", "", true, Map.of("firstName", "A", "property:x", "1"));
    okta.put(new DesiredAccount(new ExternalId("1"), "ann", true, "", wanted, null));
    assertEquals(
        List.of(
            "PREPARE USER UPDATE ann: {displayName=Ann, firstName=A} {displayName=Anna,"
                + " firstName=A}"),
        plan());
  }

  @Test
  public void attributesThatAreKeptAreNotWritten_andRemarksAreTold() {
    jira.linked("1", "ann");
    Account wanted = new Account(new AccountName("ann"), "Anna", "", true);
    okta.put(
        new DesiredAccount(
            new ExternalId("1"),
            "ann",
            true,
            "",
            wanted,
            null,
            Reach.IN_SCOPE,
            Set.of("displayName", "email"),
            List.of(new MappingProblem("value-too-long", "email"))));
    assertEquals(List.of("PREPARE USER LEAVE ann, value-too-long: email"), plan());
    assertEquals(0, total("unchanged USER"));
  }

  @Test
  public void propertiesOfNewPeopleComeBehindAllCreations() {
    Account ann =
        new Account(
            new AccountName("ann"),
            "Ann",
            "",
            true,
            Map.of("firstName", "A", "property:x", "1", "property:y", ""));
    okta.put(new DesiredAccount(new ExternalId("1"), "ann", true, "", ann, null));
    okta.person("2", "bob");
    assertEquals(
        List.of(
            "PREPARE USER CREATE ann: {active=true, displayName=Ann, email=, firstName=A,"
                + " name=ann}",
            made("bob"),
            "PREPARE USER UPDATE ann: {property:x=} {property:x=1}"),
        plan());
  }

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
