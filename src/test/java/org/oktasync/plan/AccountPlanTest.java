package org.oktasync.plan;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.oktasync.mapping.CorrelationRule;
import org.oktasync.mapping.DesiredAccount;
import org.oktasync.mapping.MappingProblem;
import org.oktasync.mapping.Reach;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.ExternalId;

/** What is planned for single people, and which word says why nothing is. */
public class AccountPlanTest extends PlanScenario {
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
}
