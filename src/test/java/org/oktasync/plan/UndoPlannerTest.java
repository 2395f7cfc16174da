package org.oktasync.plan;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.Lead;
import org.oktasync.model.Link;
import org.oktasync.plan.AppliedChanges.Made;

/** The way back from single changes, in a Jira that went on since. */
public class UndoPlannerTest {
  private static final Lead PROJECT = Lead.ofProject("ABC");

  private final JiraNow jira = new JiraNow();
  private final Map<Phase, List<Made>> made = new EnumMap<>(Phase.class);
  private PlanLines plan;

  private static ExternalId id(String id) {
    return new ExternalId(id);
  }

  private static AccountName name(String name) {
    return new AccountName(name);
  }

  private UndoPlannerTest did(Phase phase, Change... changes) {
    return did(true, phase, changes);
  }

  private UndoPlannerTest did(boolean certain, Phase phase, Change... changes) {
    List<Made> list = made.computeIfAbsent(phase, any -> new java.util.ArrayList<>());
    for (Change change : changes) {
      list.add(new Made(change, certain, true));
    }
    return this;
  }

  private List<String> undo() {
    plan = new PlanLines();
    new UndoPlanner(phase -> Cursor.over(made.getOrDefault(phase, List.of())), jira, plan).plan();
    return plan.lines;
  }

  private static Change rename(String id, String from, String to) {
    return new AccountChange.RenameAccount(id(id), name(from), name(to));
  }

  @Test
  public void aNameGoesBack_andEverythingElseUnderIt() {
    jira.linked("1", "new").linkedGroup("g", "team", Link.Origin.CREATED, "new");
    did(
        Phase.PREPARE,
        rename("1", "old", "new"),
        new AccountChange.UpdateAccount(
            id("1"), name("new"), Map.of("email", "a@x.org"), Map.of("email", "new@x.org")));
    did(
        Phase.ADD_MEMBERS,
        new Change.AddMember(id("1"), name("new"), id("g"), new GroupName("team")));
    assertEquals(
        List.of(
            "PREPARE USER RENAME old: {name=new} {name=old}",
            "PREPARE USER UPDATE old: {email=new@x.org} {email=a@x.org}",
            "REMOVE_MEMBERS MEMBERSHIP REMOVE old in team",
            "loss team 1 of 1"),
        undo());
    assertEquals(Map.of("linked", 1L, "owned USER", 1L, "owned MEMBERSHIP", 1L), plan.totals);
  }

  @Test
  public void aChainOfRenamesOfOneRunIsOne() {
    jira.linked("1", "c");
    did(Phase.PREPARE, rename("1", "a", "b"), rename("1", "b", "c"));
    assertEquals(List.of("PREPARE USER RENAME a: {name=c} {name=a}"), undo());
  }

  @Test
  public void aChangeBeforeARenameIsOfTheSameAccount() {
    jira.linked("1", "b");
    did(
        Phase.PREPARE,
        new AccountChange.UpdateAccount(
            id("1"), name("a"), Map.of("email", "x"), Map.of("email", "b@x.org")),
        rename("1", "a", "b"));
    assertEquals(
        List.of(
            "PREPARE USER RENAME a: {name=b} {name=a}",
            "PREPARE USER UPDATE a: {email=b@x.org} {email=x}"),
        undo());
  }

  @Test
  public void aNameThatIsNotToBeHadStaysAway() {
    jira.linked("1", "new").account("old", true);
    did(Phase.PREPARE, rename("1", "old", "new"));
    List<String> taken = List.of("PREPARE USER LEAVE new, undo-name-taken: old");
    assertEquals("somebody's who is not ours", taken, undo());
    jira.accounts.remove("old");
    jira.namesElsewhere.add("old");
    assertEquals("another directory's", taken, undo());
    jira.namesElsewhere.clear();
    jira.formerNames.add("old");
    assertEquals("a former user's", taken, undo());
    jira.keys.put("old", "K-new");
    assertEquals(
        "their own former name", List.of("PREPARE USER RENAME old: {name=new} {name=old}"), undo());
    jira.protectedNames.add("new");
    assertEquals(List.of("PREPARE USER LEAVE new, protected-account: old"), undo());
  }

  @Test
  public void aNameThatAnotherOfOursHasNow_isTaken_untilTheyGiveItBack() {
    jira.linked("1", "b").linked("2", "a");
    did(Phase.PREPARE, rename("1", "a", "b"));
    assertEquals(List.of("PREPARE USER LEAVE b, undo-name-taken: a"), undo());
    did(Phase.PREPARE, rename("2", "c", "a"));
    assertEquals(
        List.of(
            "PREPARE USER RENAME c: {name=a} {name=c}", "PREPARE USER RENAME a: {name=b} {name=a}"),
        undo());
  }

  @Test
  public void aNameInAnotherCaseIsGivenBack() {
    jira.linked("1", "Ann");
    did(Phase.PREPARE, rename("1", "ann", "Ann"));
    assertEquals(List.of("PREPARE USER RENAME ann: {name=Ann} {name=ann}"), undo());
  }

  @Test
  public void anAccountThatIsNotTheOneItWas_isNamed() {
    Change update =
        new AccountChange.UpdateAccount(
            id("1"), name("ann"), Map.of("email", "x"), Map.of("email", "ann@x.org"));
    did(Phase.PREPARE, update);
    assertEquals(List.of("PREPARE USER LEAVE ann, undo-unlinked: ann"), undo());
    jira.linked("1", "ann");
    jira.accounts.remove("ann");
    assertEquals(List.of("PREPARE USER LEAVE ann, undo-account-gone: ann"), undo());
    jira.account("eve", true).keys.put("eve", "K-ann");
    jira.keys.remove("ann");
    assertEquals(List.of("PREPARE USER LEAVE ann, renamed-in-jira: ann"), undo());
    jira.linked("1", "other");
    assertEquals(List.of("PREPARE USER LEAVE other, undo-renamed: ann"), undo());
    made.clear();
    did(false, Phase.PREPARE, update);
    assertEquals("nobody knows whether there was anything", List.of(), undo());
  }

  @Test
  public void aRenameOfWhoIsNotOursAnyMore_isNotTakenBack() {
    did(Phase.PREPARE, rename("1", "old", "new"));
    assertEquals(List.of("PREPARE USER LEAVE new, undo-unlinked: new"), undo());
    jira.linked("1", "new");
    jira.accounts.clear();
    assertEquals(List.of("PREPARE USER LEAVE new, undo-account-gone: new"), undo());
  }

  @Test
  public void valuesThatSomebodyChangedSinceAreNamedTogether() {
    jira.linked("1", "ann");
    did(
        Phase.PREPARE,
        new AccountChange.UpdateAccount(
            id("1"),
            name("ann"),
            Map.of("email", "x", "displayName", "y"),
            Map.of("email", "z", "displayName", "w")));
    assertEquals(List.of("PREPARE USER LEAVE ann, undo-changed-since: displayName, email"), undo());
  }

  @Test
  public void whatIsAsItWasAlreadyIsUnchanged() {
    jira.linked("1", "ann");
    did(
        Phase.PREPARE,
        new AccountChange.UpdateAccount(
            id("1"), name("ann"), Map.of("email", "ann@x.org"), Map.of("email", "z")));
    assertEquals(List.of(), undo());
    assertEquals(Map.of("linked", 1L, "owned USER", 1L, "unchanged USER", 1L), plan.totals);
  }

  @Test
  public void theFirstValueBeforeTheRunComesBack_overTheLast() {
    jira.linked("1", "ann");
    did(
        Phase.PREPARE,
        new AccountChange.UpdateAccount(
            id("1"), name("ann"), Map.of("email", "1"), Map.of("email", "2")),
        new AccountChange.UpdateAccount(
            id("1"), name("ann"), Map.of("email", "2"), Map.of("email", "ann@x.org")));
    assertEquals(List.of("PREPARE USER UPDATE ann: {email=ann@x.org} {email=1}"), undo());
  }

  @Test
  public void whoWasMadeOrSwitchedOnIsSwitchedOff_unlessTheyAreProtected() {
    jira.linked("1", "ann").linked("2", "bob").deactivated("3", "cid", null);
    did(
        Phase.PREPARE,
        new AccountChange.CreateAccount(id("1"), new Account(name("ann"), "", "", true)),
        new AccountChange.ReactivateAccount(id("2"), name("bob")),
        new AccountChange.ReactivateAccount(id("3"), name("cid")));
    assertEquals(
        List.of(
            "DEACTIVATE USER DEACTIVATE ann, undo-created",
            "DEACTIVATE USER DEACTIVATE bob, undo-reactivated"),
        undo());
    assertEquals(1L, (long) plan.totals.get("unchanged USER"));
    jira.protectedNames.add("ann");
    jira.protectedNames.add("bob");
    assertEquals(
        List.of(
            "PREPARE USER LEAVE ann, protected-account",
            "PREPARE USER LEAVE bob, protected-account"),
        undo());
  }

  @Test
  public void sharesAreTakenOfTheActive_andOfAllWhoAreThere() {
    jira.linked("1", "ann").deactivated("2", "bob", null).linked("3", "cid");
    jira.accounts.remove("cid");
    undo();
    assertEquals(Map.of("linked", 2L, "owned USER", 1L), plan.totals);
  }

  @Test
  public void whoWasMadeSwitchedOffStaysSo() {
    jira.linked("1", "ann");
    did(
        Phase.PREPARE,
        new AccountChange.CreateAccount(id("1"), new Account(name("ann"), "", "", false)));
    assertEquals("somebody switched them on since", List.of(), undo());
  }

  @Test
  public void whoWasSwitchedOffComesBack() {
    jira.deactivated("1", "ann", null).linked("2", "bob");
    did(
        Phase.DEACTIVATE,
        new AccountChange.DeactivateAccount(id("1"), name("ann"), "gone"),
        new AccountChange.DeactivateAccount(id("2"), name("bob"), "gone"));
    assertEquals(List.of("PREPARE USER REACTIVATE ann"), undo());
  }

  @Test
  public void whatHasNoWayBackIsNamed() {
    jira.linked("1", "ann");
    did(
        Phase.PREPARE,
        new AccountChange.AdoptAccount(id("1"), name("ann")),
        new GroupChange.CreateGroup(id("g"), new GroupName("team")),
        new GroupChange.AdoptGroup(id("h"), new GroupName("crew")),
        new GroupChange.CopyGroup(id("i"), new GroupName("a"), new GroupName("b")));
    did(
        Phase.DELETE,
        new AccountChange.DeleteAccount(id("2"), new Account(name("bob"), "", "", false), "gone"));
    did(false, Phase.DELETE, new GroupChange.DeleteGroup(id("k"), new GroupName("k"), 3));
    assertEquals(
        List.of(
            "PREPARE GROUP LEAVE team, undo-group-stays",
            "PREPARE GROUP LEAVE crew, undo-link-stays",
            "PREPARE GROUP LEAVE b, undo-irreversible",
            "PREPARE USER LEAVE ann, undo-link-stays",
            "PREPARE USER LEAVE bob, undo-irreversible"),
        undo());
  }

  @Test
  public void membershipsGoBack_whereTheyAreAsTheRunLeftThem() {
    GroupName team = new GroupName("team");
    jira.linked("1", "ann").linked("2", "bob").linked("3", "cid").linked("4", "dora");
    jira.linkedGroup("g", "team", Link.Origin.CREATED, "ann", "cid", "stranger");
    jira.linkedGroup("h", "other", Link.Origin.CREATED, "dora", "stranger");
    did(
        Phase.REMOVE_MEMBERS,
        new Change.RemoveMember(id("2"), name("bob"), id("g"), team),
        new Change.RemoveMember(id("3"), name("cid"), id("g"), team));
    did(
        Phase.ADD_MEMBERS,
        new Change.AddMember(id("1"), name("ann"), id("g"), team),
        new Change.AddMember(id("4"), name("dora"), id("g"), team));
    assertEquals(
        List.of(
            "ADD_MEMBERS MEMBERSHIP ADD bob in team",
            "REMOVE_MEMBERS MEMBERSHIP REMOVE ann in team",
            "loss team 1 of 2"),
        undo());
    assertEquals("of all groups", 3L, (long) plan.totals.get("owned MEMBERSHIP"));
    assertEquals(2L, (long) plan.totals.get("unchanged MEMBERSHIP"));
  }

  @Test
  public void whereNobodyLosesAnything_noShareIsTold() {
    jira.linked("1", "ann").linkedGroup("g", "team", Link.Origin.CREATED);
    did(
        Phase.REMOVE_MEMBERS,
        new Change.RemoveMember(id("1"), name("ann"), id("g"), new GroupName("team")));
    undo();
    assertNull(plan.totals.get("owned MEMBERSHIP"));
  }

  @Test
  public void aGroupThatIsNotTheOneItWas_isLeftAlone() {
    GroupName team = new GroupName("team");
    jira.linked("1", "ann");
    did(Phase.ADD_MEMBERS, new Change.AddMember(id("1"), name("ann"), id("g"), team));
    String row = "PREPARE MEMBERSHIP LEAVE ann in team, ";
    assertEquals(List.of(row + "undo-unlinked: ann"), undo());
    jira.linkedGroup("g", "crew", Link.Origin.CREATED, "ann");
    assertEquals("another name", List.of(row + "undo-unlinked: ann"), undo());
    jira.linkedGroup("g", "team", Link.Origin.CREATED, "ann");
    jira.protectedNames.add("team");
    assertEquals(List.of(row + "protected-group: ann"), undo());
    jira.groupLinks.put(id("g"), jira.groupLinks.get(id("g")).namedByAdministrator(true));
    assertEquals(
        "an administrator named it",
        List.of("REMOVE_MEMBERS MEMBERSHIP REMOVE ann in team", "loss team 1 of 1"),
        undo());
    jira.groups.clear();
    assertEquals(List.of(row + "undo-group-gone: ann"), undo());
    jira.people.clear();
    jira.group("team");
    assertEquals("the person", List.of(row + "undo-unlinked: ann"), undo());
    made.clear();
    did(false, Phase.ADD_MEMBERS, new Change.AddMember(id("1"), name("ann"), id("g"), team));
    assertEquals(List.of(), undo());
  }

  @Test
  public void groupsAreLookedAtOneAfterTheOther() {
    jira.linked("1", "ann");
    jira.linkedGroup("g", "team", Link.Origin.CREATED, "ann");
    jira.linkedGroup("h", "crew", Link.Origin.CREATED, "ann");
    did(
        Phase.ADD_MEMBERS,
        new Change.AddMember(id("1"), name("ann"), id("g"), new GroupName("team")),
        new Change.AddMember(id("1"), name("ann"), id("h"), new GroupName("crew")));
    assertEquals(
        List.of(
            "REMOVE_MEMBERS MEMBERSHIP REMOVE ann in team",
            "REMOVE_MEMBERS MEMBERSHIP REMOVE ann in crew",
            "loss team 1 of 1",
            "loss crew 1 of 1"),
        undo());
  }

  @Test
  public void whoHandedAPlaceOverGetsItBack() {
    jira.linked("1", "ann").linked("2", "boss").account("eve", true);
    did(Phase.LEADS, new LeadChange(id("1"), PROJECT, name("ann"), name("boss")));
    jira.leads.put(PROJECT, "boss");
    assertEquals(List.of("LEADS LEAD UPDATE ABC: {lead=boss} {lead=ann}"), undo());
    jira.leads.put(PROJECT, "ann");
    assertEquals(List.of(), undo());
    assertEquals(1L, (long) plan.totals.get("unchanged LEAD"));
    jira.leads.put(PROJECT, "eve");
    assertEquals(List.of("PREPARE LEAD LEAVE ABC, undo-lead-changed: ABC"), undo());
    jira.leadsKnown = false;
    assertEquals(List.of("PREPARE LEAD LEAVE ABC, undo-lead-changed: ABC"), undo());
    jira.accounts.remove("ann");
    assertEquals(List.of("PREPARE LEAD LEAVE ABC, undo-unlinked: ABC"), undo());
    jira.people.clear();
    assertEquals(List.of("PREPARE LEAD LEAVE ABC, undo-unlinked: ABC"), undo());
    made.clear();
    did(false, Phase.LEADS, new LeadChange(id("1"), PROJECT, name("ann"), name("boss")));
    assertEquals(List.of(), undo());
  }
}
