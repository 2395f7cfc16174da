package org.oktasync.plan;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.oktasync.mapping.DesiredAccount;
import org.oktasync.mapping.Reach;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Link;

/** Who gets which name, and which word says why somebody does not. */
public class AccountNamesTest extends PlanScenario {
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
}
