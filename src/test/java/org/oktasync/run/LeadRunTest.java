package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.GroupName;
import org.oktasync.model.Lead;
import org.oktasync.plan.ChangeRow;
import org.oktasync.plan.Operation;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.Tally;

/** Leads are replaced before they are deactivated, or are not deactivated. */
public class LeadRunTest {
  private static final Lead PROJECT = Lead.ofProject("ABC");
  private static final Lead COMPONENT = new Lead("ABC", "Backend");
  private static final String BOTH = "\"projectLead\":\"boss\",\"componentLead\":\"deputy\"";

  private SyncWorld world = world(BOTH);

  private static SyncWorld world(String leads) {
    SyncWorld world = new SyncWorld("{\"name\":\"w\",\"leavers\":{" + leads + "}}");
    world.source.person("1", "ann").person("2", "boss").person("3", "deputy").person("4", "dan");
    world.sync();
    world.leads.put(PROJECT, "ann").put(COMPONENT, "ann");
    return world;
  }

  private boolean active(String name) {
    return world.directory.account(new AccountName(name)).orElseThrow().active();
  }

  private List<ChangeRow> changes(SyncRun run) {
    return world.plans.all(run.id()).stream().map(change -> change.row()).toList();
  }

  private List<String> reasons(SyncRun run) {
    return changes(run).stream()
        .filter(row -> row.operation() == Operation.LEAVE)
        .map(row -> row.reason() + " " + row.after().getOrDefault("detail", ""))
        .toList();
  }

  @Test
  public void theReplacementsTakeOverBeforeTheLeadIsDeactivated() {
    world.source.deletePerson("1");
    SyncRun run = world.sync();
    assertEquals("boss", world.leads.of(PROJECT));
    assertEquals("deputy", world.leads.of(COMPONENT));
    assertFalse(active("ann"));
    assertEquals(2, run.counts().get(EntityKind.LEAD, Tally.UPDATED));
    List<ChangeRow> changes = changes(run);
    assertEquals(
        List.of(EntityKind.LEAD, EntityKind.LEAD, EntityKind.USER),
        changes.stream().map(ChangeRow::kind).toList());
    assertEquals("ABC", changes.get(0).subject());
    assertEquals("ann", changes.get(0).before().get("lead"));
    assertEquals("deputy", changes.get(1).after().get("lead"));
    assertEquals("ABC", changes.get(1).object());
  }

  @Test
  public void aDryRunNamesThePlacesAndChangesNone() {
    world.source.deletePerson("1");
    SyncRun dry = world.dryRun();
    assertEquals(2, dry.planned().get(EntityKind.LEAD, Tally.UPDATED));
    assertEquals("ann", world.leads.of(PROJECT));
    world.control.applyDryRun(dry.id(), "manual", "admin");
    assertEquals("boss", world.leads.of(PROJECT));
    assertFalse(active("ann"));
  }

  @Test
  public void whoCannotBeReplacedStaysActive_andTheRunSaysWhere() {
    world.leads.closed.add("ABC");
    world.source.deletePerson("1");
    SyncRun run = world.sync();
    assertTrue(active("ann"));
    assertEquals("ann", world.leads.of(COMPONENT));
    assertEquals(List.of("lead-replacement-not-assignable ABC"), reasons(run));
    world.leads.closed.clear();
    world.sync();
    assertFalse("once it can be done it is", active("ann"));
    assertEquals("boss", world.leads.of(PROJECT));
  }

  @Test
  public void whoIsRenamedAndCannotBeReplacedIsToldOfOnce() {
    world.leads.closed.add("ABC");
    world.source.person("1", "anna").status("1", "SUSPENDED");
    assertEquals(List.of("lead-replacement-not-assignable ABC"), reasons(world.sync()));
    assertTrue(active("anna"));
    assertEquals("nothing is new", List.of(), changes(world.sync()));
  }

  @Test
  public void aReplacementThatLeavesTooReplacesNobody() {
    world.source.deletePerson("1").deletePerson("2");
    SyncRun run = world.sync();
    assertTrue(active("ann"));
    assertFalse(active("boss"));
    assertEquals(List.of("lead-leaves ABC"), reasons(run));
    SyncRun later = world.sync();
    assertTrue("nobody is left", active("ann"));
    assertEquals(RunState.SUCCEEDED, later.state());
  }

  @Test
  public void theReplacementItselfIsNotReplacedByItself() {
    world.leads.put(PROJECT, "boss").put(COMPONENT, "deputy");
    world.source.deletePerson("2");
    SyncRun run = world.sync();
    assertTrue(active("boss"));
    assertEquals(List.of("lead-leaves ABC"), reasons(run));
  }

  @Test
  public void aReplacementThatFailsWhileItIsWrittenKeepsTheLeadActive() {
    world.leads.stuck.add(COMPONENT);
    world.source.deletePerson("1").deletePerson("4");
    SyncRun run = world.sync();
    assertTrue(active("ann"));
    assertFalse("others go on", active("dan"));
    assertEquals("what had gone over is given back", "ann", world.leads.of(PROJECT));
    assertEquals(1, run.counts().get(EntityKind.LEAD, Tally.FAILED));
    assertEquals(1, run.counts().get(EntityKind.LEAD, Tally.SKIPPED));
    assertEquals(1, run.counts().get(EntityKind.USER, Tally.SKIPPED));
    assertEquals(RunState.PARTIAL, run.state());
  }

  @Test
  public void whoCameToLeadSomethingSinceADryRunStaysActive() {
    world.source.deletePerson("4");
    SyncRun dry = world.dryRun();
    world.leads.put(Lead.ofProject("NEW"), "dan");
    world.control.applyDryRun(dry.id(), "manual", "admin");
    assertTrue(active("dan"));
    world.sync();
    assertFalse(active("dan"));
    assertEquals("boss", world.leads.of(Lead.ofProject("NEW")));
  }

  @Test
  public void whoCameToLeadOneMoreThingSinceADryRunKeepsAll() {
    Lead other = Lead.ofProject("NEW");
    world.source.deletePerson("1");
    SyncRun dry = world.dryRun();
    world.leads.put(other, "ann");
    world.control.applyDryRun(dry.id(), "manual", "admin");
    assertKeepsPlaces();
    world.sync();
    assertFalse(active("ann"));
    assertEquals("boss", world.leads.of(other));
  }

  @Test
  public void whoHasOneClosedPlaceSinceADryRunKeepsTheOthersToo() {
    world.leads.put(new Lead("XYZ", "Front"), "ann");
    world.source.deletePerson("1");
    SyncRun dry = world.dryRun();
    world.leads.closed.add("XYZ");
    world.control.applyDryRun(dry.id(), "manual", "admin");
    assertKeepsPlaces();
  }

  private List<String> groupsOfAnn() {
    return world.directory.world().groups().stream()
        .filter(group -> world.directory.isMember(group, new AccountName("ann")))
        .map(GroupName::value)
        .toList();
  }

  @Test
  public void whoStaysForTheSakeOfAPlaceStaysInTheirGroups() {
    world.source.group("g1", "team", "1", "2").group("g2", "crew", "1");
    world.sync();
    world.source.deletePerson("1");
    world.leads.closed.add("ABC");
    world.sync();
    assertKeepsPlaces();
    assertEquals("found when it is planned", List.of("crew", "team"), groupsOfAnn());
    world.leads.closed.clear();
    world.leads.stuck.add(PROJECT);
    world.sync();
    assertKeepsPlaces();
    assertEquals("found when it is written", List.of("crew", "team"), groupsOfAnn());
  }

  @Test
  public void whoTookOverAndIsRenamedBackGivesThePlaceBack() {
    world.source.deletePerson("1").person("2", "bigboss");
    SyncRun run = world.sync();
    assertEquals("bigboss", world.leads.of(PROJECT));
    world.undo(run);
    assertEquals("ann", world.leads.of(PROJECT));
    assertTrue(active("ann"));
  }

  @Test
  public void aJiraThatCannotTellLeavesEverybodyActive() {
    world.leads.silent = true;
    world.source.deletePerson("1").deletePerson("4");
    SyncRun run = world.sync();
    assertTrue(active("ann"));
    assertTrue(active("dan"));
    assertEquals(List.of("leads-unknown ", "leads-unknown "), reasons(run));
  }

  @Test
  public void withoutReplacementsNobodyIsAskedAndNothingIsReplaced() {
    world = world("\"projectLead\":\"\"");
    world.leads.silent = true;
    world.source.deletePerson("1");
    world.sync();
    assertFalse(active("ann"));
  }

  @Test
  public void componentsStayWhenOnlyProjectsAreHandedOver() {
    world = world("\"projectLead\":\"boss\"");
    world.source.deletePerson("1");
    world.sync();
    assertFalse(active("ann"));
    assertEquals("boss", world.leads.of(PROJECT));
    assertEquals("ann", world.leads.of(COMPONENT));
  }

  @Test
  public void whatARunHandedOverIsGivenBackWhenItIsUndone() {
    world.source.deletePerson("1");
    SyncRun run = world.sync();
    world.leads.put(COMPONENT, "dan");
    SyncRun undo = world.undo(run);
    assertTrue(active("ann"));
    assertEquals("ann", world.leads.of(PROJECT));
    assertEquals("somebody else has it by now", "dan", world.leads.of(COMPONENT));
    assertEquals(List.of("undo-lead-changed ABC: Backend"), reasons(undo));
  }

  private void assertKeepsPlaces() {
    assertTrue(active("ann"));
    assertEquals("ann", world.leads.of(PROJECT));
    assertEquals("ann", world.leads.of(COMPONENT));
  }

  private void assertLeavesThePlacesOfTheOtherOne() {
    assertFalse(active("ann"));
    assertEquals("ann", world.leads.of(PROJECT));
    assertEquals("ann", world.leads.of(COMPONENT));
  }

  @Test
  public void whatTheOneWhoShadowsThemLeadsStaysTheirs() {
    world.shadowed.add("ann");
    world.source.deletePerson("1");
    SyncRun run = world.sync();
    assertLeavesThePlacesOfTheOtherOne();
    assertEquals(0, run.counts().get(EntityKind.LEAD, Tally.SKIPPED));
  }

  @Test
  public void whoIsShadowedSinceADryRunGivesAwayNothing() {
    world.source.deletePerson("1");
    SyncRun dry = world.dryRun();
    world.shadowed.add("ann");
    world.control.applyDryRun(dry.id(), "manual", "admin");
    assertLeavesThePlacesOfTheOtherOne();
  }

  @Test
  public void whoCanNoLongerTakeOverSinceADryRunDoesNot() {
    world.source.deletePerson("1");
    SyncRun dry = world.dryRun();
    world.leads.closed.add("ABC");
    world.control.applyDryRun(dry.id(), "manual", "admin");
    assertKeepsPlaces();
  }

  @Test
  public void whoseLinkWasReleasedSinceADryRunKeepsTheirPlaces() {
    world.source.deletePerson("1");
    SyncRun dry = world.dryRun();
    world.linksOf(EntityKind.USER).stream()
        .filter(link -> link.name().equals("ann"))
        .forEach(link -> world.links.release(link.id()));
    world.control.applyDryRun(dry.id(), "manual", "admin");
    assertKeepsPlaces();
  }

  @Test
  public void whoIsBackSinceADryRunKeepsTheirPlaces() {
    world.source.status("1", "SUSPENDED");
    SyncRun dry = world.dryRun();
    world.source.status("1", "ACTIVE");
    world.control.applyDryRun(dry.id(), "manual", "admin");
    assertKeepsPlaces();
  }

  @Test
  public void whomOnlyALaggingSearchLacksKeepsTheirPlaces() {
    for (String id : List.of("1", "2", "3", "4")) {
      world.source.attribute(id, "profile.department", "R");
    }
    world.change(
        "{\"scope\":{\"people\":\"search\","
            + "\"expression\":\"profile.department eq \\\"R\\\"\"},"
            + "\"leavers\":{\"outOfScope\":\"deactivate\"}}");
    world.sync();
    world.source.lag("1");
    world.sync();
    assertKeepsPlaces();
    world.source.lag();
    world.source.attribute("1", "profile.department", "S");
    world.sync();
    assertFalse("who did leave hands over", active("ann"));
    assertEquals("boss", world.leads.of(PROJECT));
  }

  /** Ann left while nobody was to take over, and her account is to go by now. */
  private void annIsToBeDeleted() {
    world = world("\"notFound\":\"delete\"");
    world.source.deletePerson("1");
    world.sync();
    assertLeavesThePlacesOfTheOtherOne();
    world.change("{\"leavers\":{\"notFound\":\"delete\"," + BOTH + "}}");
    world.passHours(1 + 30 * 24);
  }

  private boolean exists() {
    return world.directory.account(new AccountName("ann")).isPresent();
  }

  @Test
  public void whatADeactivatedAccountLeadsIsHandedOverBeforeItIsDeleted() {
    annIsToBeDeleted();
    SyncRun run = world.sync();
    assertEquals(List.of("deletion-hands-over "), reasons(run));
    assertTrue(exists());
    assertEquals("boss", world.leads.of(PROJECT));
    assertEquals("deputy", world.leads.of(COMPONENT));
    world.sync();
    assertFalse(exists());
  }

  @Test
  public void aDeactivatedAccountWhosePlaceNobodyCanTakeIsNotDeleted() {
    annIsToBeDeleted();
    world.leads.closed.add("ABC");
    SyncRun run = world.sync();
    assertEquals(List.of("lead-replacement-not-assignable ABC"), reasons(run));
    assertTrue(exists());
    assertEquals("ann", world.leads.of(PROJECT));
  }

  @Test
  public void aDeactivatedAccountThatMustStayKeepsItsPlaces() {
    annIsToBeDeleted();
    world.administrators.add("ann");
    SyncRun run = world.sync();
    assertEquals(List.of("protected-account ann"), reasons(run));
    assertEquals("ann", world.leads.of(PROJECT));
  }
}
