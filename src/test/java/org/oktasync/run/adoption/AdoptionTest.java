package org.oktasync.run.adoption;

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
import org.oktasync.model.SourceUsage;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.Tally;
import org.oktasync.run.SyncWorld;
import org.oktasync.run.adoption.AdoptionCandidate.Verdict;
import org.oktasync.run.ports.RunRefusedException;

public class AdoptionTest {
  private final SyncWorld world = SyncWorld.unguarded();

  private void hold(String name, String email) {
    world.directory.world().hold(new Account(new AccountName(name), "Old " + name, email, true));
  }

  private Verdict verdict(String sourceId) {
    return world.adoption.preview(world.connectionId(), "operator").stream()
        .filter(candidate -> candidate.sourceId().value().equals(sourceId))
        .findFirst()
        .orElseThrow()
        .verdict();
  }

  private SyncRun confirm(Set<Verdict> verdicts, String... ids) {
    return world.stored(
        world.adoption.confirm(
            world.connectionId(), new AdoptionChoice(verdicts, Set.of(ids)), "operator"));
  }

  private List<AccountName> members(String group) {
    return world.directory.world().membersOf(new GroupName(group));
  }

  @Test
  public void eachCandidateGetsTheVerdictThatMatters() {
    hold("ann", "ann@example.com");
    hold("robert", "bob@example.com");
    hold("t1", "team@example.com");
    hold("t2", "team@example.com");
    hold("root", "");
    hold("hidden", "");
    hold("client", "");
    world.administrators.add("root");
    world.shadowed.add("hidden");
    world.customers.add("client");
    world.source.person("1", "ann").person("2", "bob").person("4", "root").person("5", "hidden");
    world.source.person("3", "tea", "ACTIVE", "team@example.com", "T").person("6", "client");
    assertEquals(Verdict.EXACT, verdict("1"));
    assertEquals(Verdict.BY_EMAIL, verdict("2"));
    assertEquals(Verdict.AMBIGUOUS, verdict("3"));
    assertEquals(Verdict.ADMINISTRATOR, verdict("4"));
    assertEquals(Verdict.SHADOWED, verdict("5"));
    assertEquals(Verdict.CUSTOMER, verdict("6"));
  }

  @Test
  public void adoptionWritesLinksAndNothingElse() {
    hold("ann", "old@example.com");
    world.directory.world().holdGroup(new GroupName("team"), new AccountName("ann"));
    world.source.person("1", "ann").group("g", "team");
    String before = world.directory.world().text();
    SyncRun run = confirm(Set.of(Verdict.EXACT));
    assertEquals(RunState.SUCCEEDED, run.state());
    assertEquals(before, world.directory.world().text());
    assertEquals(0, world.directory.writes());
    assertEquals(1, run.counts().get(EntityKind.USER, Tally.ADOPTED));
    assertEquals(1, run.counts().get(EntityKind.GROUP, Tally.ADOPTED));
    assertEquals(
        world.directory.keyOf(new AccountName("ann")),
        world.linksOf(EntityKind.USER).get(0).userKey());
  }

  @Test
  public void theNextDryRunNamesEveryDifferenceAndTheRunMakesItSo() {
    hold("robert", "bob@example.com");
    world.source.person("2", "bob");
    confirm(Set.of(Verdict.BY_EMAIL));
    SyncRun dry = world.dryRun();
    assertEquals(1, dry.planned().get(EntityKind.USER, Tally.RENAMED));
    assertEquals(1, dry.planned().get(EntityKind.USER, Tally.UPDATED));
    world.sync();
    assertTrue(world.directory.account(new AccountName("bob")).isPresent());
  }

  @Test
  public void afterAnAdoptionARunLooksAtEverybody() {
    world.source.person("9", "zoe");
    world.sync();
    hold("robert", "bob@example.com");
    world.source.person("2", "bob");
    world.incremental();
    confirm(Set.of(Verdict.BY_EMAIL));
    world.incremental();
    assertTrue(world.directory.account(new AccountName("bob")).isPresent());
  }

  @Test
  public void nobodyGetsASecondAccountBesideTheOneToBeAdopted() {
    hold("robert", "bob@example.com");
    world.source.person("2", "bob");
    SyncRun run = world.sync();
    assertEquals(0, run.counts().get(EntityKind.USER, Tally.CREATED));
    assertEquals(
        "adoption-candidate",
        world.findings.standing(world.connectionId()).iterator().next().reason());
    world.change("{\"users\":{\"adopt\":\"never\"}}");
    assertEquals(1, world.sync().counts().get(EntityKind.USER, Tally.CREATED));
  }

  @Test
  public void bulkNeverReachesWhoMustBeChosenSingly() {
    hold("root", "");
    hold("client", "");
    world.administrators.add("root");
    world.customers.add("client");
    world.source.person("1", "root").person("2", "client");
    confirm(Set.of(Verdict.EXACT, Verdict.BY_EMAIL, Verdict.ADMINISTRATOR));
    assertEquals(List.of(), world.linksOf(EntityKind.USER));
    confirm(Set.of(), "1");
    assertEquals(1, world.linksOf(EntityKind.USER).size());
    confirm(Set.of(Verdict.CUSTOMER));
    assertEquals("named on purpose", 2, world.linksOf(EntityKind.USER).size());
  }

  @Test
  public void whatIsAmbiguousCannotBeAdopted() {
    hold("t1", "team@example.com");
    hold("t2", "team@example.com");
    world.source.person("3", "tea", "ACTIVE", "team@example.com", "T");
    confirm(Set.of(), "3");
    assertEquals(List.of(), world.linksOf(EntityKind.USER));
  }

  @Test
  public void theRunTellsWhatReadingHasCost() {
    SourceUsage cost = new SourceUsage(7, 1, 2_000, 7);
    world.source.cost(cost);
    assertEquals(cost, confirm(Set.of(Verdict.EXACT)).progress().usage());
  }

  @Test
  public void whoIsChosenAndCannotBeLinkedIsNamed() {
    hold("ann", "ann@example.com");
    hold("t1", "team@example.com");
    hold("t2", "team@example.com");
    world.source.person("1", "ann").person("3", "tea", "ACTIVE", "team@example.com", "T");
    SyncRun some = confirm(Set.of(), "1", "3", "nobody", "");
    assertEquals(RunState.PARTIAL, some.state());
    assertEquals(List.of(Message.of("adoption-left-out", 3, ", 3, nobody")), some.notices());
    assertEquals(1, world.linksOf(EntityKind.USER).size());
    SyncRun again = confirm(Set.of(), "1");
    assertEquals("linked already, as was wanted", RunState.SUCCEEDED, again.state());
    assertEquals(List.of(), again.notices());
  }

  @Test
  public void anAdoptedGroupKeepsItsMembersUntilThatIsSwitchedOff() {
    hold("ann", "ann@example.com");
    hold("bob", "bob@example.com");
    AccountName ann = new AccountName("ann");
    AccountName bob = new AccountName("bob");
    world.directory.world().holdGroup(new GroupName("team"), ann);
    world.source.person("1", "ann").person("2", "bob").group("g", "team", "2");
    confirm(Set.of(Verdict.EXACT));
    world.sync();
    assertEquals("one came, nobody went", List.of(ann, bob), members("team"));
    world.source.group("g", "team");
    world.sync();
    assertEquals("who was added by us may go", List.of(ann), members("team"));
    Link group = world.linksOf(EntityKind.GROUP).get(0);
    world.links.store(List.of(group.keepingUnownedMembers(false)));
    world.sync();
    assertEquals(List.of(), members("team"));
  }

  @Test
  public void aProtectedGroupIsFilledOnlyWhenItWasChosenByName() {
    world.directory.world().holdGroup(new GroupName("jira-admins"));
    world.administratorGroups.add("jira-admins");
    world.source.person("1", "ann").group("g", "jira-admins", "1");
    confirm(Set.of(Verdict.EXACT));
    world.sync();
    assertEquals(List.of(), members("jira-admins"));
    confirm(Set.of(), "g");
    world.sync();
    assertEquals(List.of(new AccountName("ann")), members("jira-admins"));
  }

  @Test
  public void aLinkedAccountIsNoCandidateAnyMore() {
    hold("ann", "ann@example.com");
    world.source.person("1", "ann");
    confirm(Set.of(Verdict.EXACT));
    assertFalse(
        world.adoption.preview(world.connectionId(), "operator").stream().findAny().isPresent());
  }

  @Test
  public void adoptionOffIsRefused() {
    world.change("{\"users\":{\"adopt\":\"never\"}}");
    RunRefusedException refused =
        org.junit.Assert.assertThrows(
            RunRefusedException.class, () -> confirm(Set.of(Verdict.EXACT)));
    assertEquals("adoption-off", refused.problem().code());
  }

  private void recogniseByNumber() {
    world.change(
        "{\"users\":{\"correlate\":[\"property:number\",\"login\"]},\"mapping\":{\"attributes\":["
            + "{\"target\":\"username\",\"source\":\"profile.login\"},"
            + "{\"target\":\"property\",\"key\":\"number\",\"name\":\"Number\","
            + "\"source\":\"profile.employeeNumber\"}]}}");
  }

  @Test
  public void anAccountIsRecognisedByAnAttributeOfOnesOwn() {
    recogniseByNumber();
    hold("robert", "");
    world.directory.world().set(new AccountName("robert"), Map.of("property:number", "7"));
    world.source.person("2", "bob").attribute("2", "profile.employeeNumber", "7");
    world.source.person("3", "eve").attribute("3", "profile.employeeNumber", "");
    SyncRun before = world.dryRun();
    assertEquals(
        "Bob gets no second account", 1, before.planned().get(EntityKind.USER, Tally.CREATED));
    assertEquals(Verdict.BY_PROPERTY, verdict("2"));
    confirm(Set.of(Verdict.BY_PROPERTY));
    world.sync();
    assertFalse(world.directory.account(new AccountName("robert")).isPresent());
    assertEquals("7", world.directory.world().further(new AccountName("bob"), "property:number"));
    assertTrue(world.directory.account(new AccountName("eve")).isPresent());
  }
}
