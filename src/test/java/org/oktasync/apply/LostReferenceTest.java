package org.oktasync.apply;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.oktasync.fakes.AssetsCall;
import org.oktasync.model.Message;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.AttributeValue;
import org.oktasync.model.assets.NewAttribute;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectLink;
import org.oktasync.plan.ObjectChange;
import org.oktasync.plan.ObjectChange.CreateObject;
import org.oktasync.record.ChangeResult;
import org.oktasync.record.Mark;
import org.oktasync.record.Plan;
import org.oktasync.record.PlannedChange;
import org.oktasync.record.Tally;
import org.oktasync.target.TargetException.Kind;

/** Objects that refer to what Assets refused: everything else of them is written. */
public class LostReferenceTest extends ObjectScenario {
  private static final String ANYTHING = "(?s).*";
  private static final String NOT_BAD = "(?!Bad).*";

  private void demand(String type, String attribute, String pattern) {
    String id = world.assets.schema().type(type).orElseThrow().id();
    world.assets.world().demand(id, attribute, pattern);
  }

  private List<String> told(Plan plan) {
    return world.journal.results(plan.id(), Mark.START, 100).stream()
        .map(LostReferenceTest::line)
        .toList();
  }

  private static String line(ChangeResult result) {
    return result.change().row().subject() + " " + result.outcome() + " " + result.message().code();
  }

  @Test
  public void whoseRoleIsRefusedIsMadeWithEverythingElse_andTheNextRunMakesUpForIt() {
    demand("Roles", "Name", NOT_BAD);
    world.group("g1", "Staff");
    world.person("u1", "name", "Ann", "groups", List.of("Staff"), "roles", List.of("Admin", "Bad"));
    Plan plan = world.run();
    assertEquals("{Groups=Staff, Name=Ann, Okta ID=u1, Roles=Admin}", user(0));
    assertEquals(3, count(Tally.CREATED));
    assertEquals(1, count(Tally.FAILED));
    assertEquals(
        List.of("Bad FAILED assets-refused", "Ann APPLIED assets-reference-lost"), told(plan));
    assertEquals(List.of(Message.of("assets-references-left", 1L)), world.written());
    assertTrue(world.outcome.inPart());

    long writes = world.assets.world().writes();
    Plan again = world.run();
    assertEquals("nothing of it can be done", writes, world.assets.world().writes());
    assertEquals(
        List.of("Bad FAILED assets-refused", "Ann FAILED assets-reference-lost"), told(again));
    assertFalse(world.outcome.inPart());

    demand("Roles", "Name", ANYTHING);
    world.run();
    assertEquals("{Groups=Staff, Name=Ann, Okta ID=u1, Roles=Admin;Bad}", user(0));
    assertTrue(
        world.links.all().stream().allMatch(link -> link.origin() == ObjectLink.Origin.CREATED));
    assertQuiet();
  }

  @Test
  public void whatIsReferredToStaysWhileWhatComesInItsPlaceIsRefused() {
    world.person("u1", "name", "Ann", "roles", List.of("Old", "Other"));
    world.run();
    demand("Roles", "Name", NOT_BAD);
    world.person("u1", "name", "Anna", "roles", List.of("New", "Bad"));
    world.run();
    assertEquals("{Name=Anna, Okta ID=u1, Roles=New;Old;Other}", user(0));
    demand("Roles", "Name", ANYTHING);
    world.run();
    assertEquals("{Name=Anna, Okta ID=u1, Roles=Bad;New}", user(0));
    assertQuiet();
  }

  @Test
  public void aGroupWhoseNewNameIsRefused_isReferredToAsBefore() {
    world.group("g1", "Staff").group("g2", "Sales");
    world.person("u1", "name", "Ann", "groups", List.of("Staff"));
    world.run();
    demand("Groups", "Name", NOT_BAD);
    world.group("g1", "Bad");
    world.person("u1", "name", "Anna", "groups", List.of("Bad", "Sales"));
    world.run();
    assertEquals("{Groups=Sales;Staff, Name=Anna, Okta ID=u1}", user(0));
    demand("Groups", "Name", ANYTHING);
    world.run();
    assertEquals("{Groups=Bad;Sales, Name=Anna, Okta ID=u1}", user(0));
    assertQuiet();
  }

  @Test
  public void aManagerWhoIsRefusedFailsInTheSecondPassAlone_andTheFormerOneStays() {
    demand("Users", "Okta ID", NOT_BAD);
    world.person("u1", "name", "Ann", "manager", "Bad1").person("u2", "name", "Bob");
    Plan plan = world.run();
    assertEquals(List.of("{Name=Ann, Okta ID=u1}", "{Name=Bob, Okta ID=u2}"), lines());
    assertEquals(
        List.of("Bad1 FAILED assets-refused", "u1 FAILED assets-reference-lost"), told(plan));
    world.person("u1", "name", "Ann", "manager", "u2");
    world.run();
    world.person("u1", "name", "Anna", "manager", "Bad1");
    world.run();
    assertEquals("{Manager=Bob, Name=Anna, Okta ID=u1}", user(0));
  }

  private List<String> lines() {
    return world.hand.lines("Users");
  }

  @Test
  public void whoMustReferToSomethingFails_andIsNotMade() {
    String roles = world.assets.schema().type("Roles").orElseThrow().id();
    NewAttribute duty = NewAttribute.of("Duty", AttributeType.REFERENCE).to(roles);
    ObjectAttribute made = world.assets.world().addAttribute(world.usersType(), duty);
    world
        .assets
        .world()
        .put(
            world.usersType(),
            new ObjectAttribute(
                made.id(),
                "Duty",
                AttributeType.REFERENCE,
                true,
                false,
                1,
                1,
                false,
                roles,
                List.of()));
    world.further.add(ObjectWorld.refer("duty", "Duty", "Name = ${duty}"));
    demand("Roles", "Name", NOT_BAD);
    world.person("u1", "name", "Ann", "duty", "Bad").person("u2", "name", "Bob", "duty", "Good");
    world.run();
    assertEquals(List.of("{Duty=Good, Name=Bob, Okta ID=u2}"), lines());
    assertEquals(2, count(Tally.FAILED));
  }

  @Test
  public void anAnswerThatIsLostMakesNoSecondObject_andItIsOurs() {
    demand("Roles", "Name", NOT_BAD);
    world.person("u1", "name", "Ann", "roles", List.of("Bad", "Good"));
    var faults = world.assets.world().faults();
    faults.failAfter(AssetsCall.CREATE, 3, () -> refusal(Kind.RETRY));
    Plan plan = world.run();
    assertEquals(List.of("{Name=Ann, Okta ID=u1, Roles=Good}"), lines());
    assertTrue(
        world.links.all().stream().allMatch(link -> link.origin() == ObjectLink.Origin.CREATED));
    assertTrue(told(plan).contains("Ann APPLIED assets-reference-lost"));
  }

  @Test
  public void whatADeadNodeMadeWithoutAReferenceIsOurs() {
    world.person("u1", "name", "Ann", "roles", List.of("Bad", "Good"));
    Plan plan = world.plan();
    String good = world.hand.put("Roles", Map.of("Name", "Good"));
    String ann = world.hand.put("Users", Map.of("Name", "Ann", "Okta ID", "u1"));
    world.assets.update(
        world.assets.schema().type("Users").orElseThrow(),
        ann,
        Map.of("Roles", List.of(new AttributeValue("Good", good))));
    world.recover(
        world.changes(plan).stream()
            .map(PlannedChange::row)
            .map(row -> row.toChange())
            .filter(CreateObject.class::isInstance)
            .map(CreateObject.class::cast)
            .filter(create -> create.subject().equals("Ann"))
            .map(create -> (ObjectChange) create)
            .toList());
    assertEquals(
        List.of(ObjectLink.Origin.CREATED),
        world.links.all().stream().map(ObjectLink::origin).toList());
  }

  @Test
  public void anUndoArchivesWhatCouldNotBeMadeWhole_unlessSomebodyWorkedOnIt() {
    demand("Roles", "Name", NOT_BAD);
    world.person("u1", "name", "Ann", "roles", List.of("Bad", "Good"));
    world.person("u2", "name", "Bob", "roles", List.of("Bad", "Good"));
    Plan plan = world.run();
    String other = world.hand.put("Roles", Map.of("Name", "By hand"));
    world.assets.update(
        world.assets.schema().type("Users").orElseThrow(),
        idOf("u2"),
        Map.of("Roles", List.of(new AttributeValue("By hand", other))));
    Plan undo = world.undo(plan);
    assertEquals("{Name=Ann, Okta ID=u1, Roles=Good} archived", user(0));
    assertEquals("{Name=Bob, Okta ID=u2, Roles=By hand}", user(1));
    assertEquals(
        1,
        world.changes(undo).stream()
            .filter(change -> change.row().reason().equals("undo-changed-since"))
            .count());
  }

  @Test
  public void anUndoTakesBackWhatCameBesideALostReference() {
    world.person("u1", "name", "Ann", "roles", List.of("Old"));
    world.run();
    demand("Roles", "Name", NOT_BAD);
    world.person("u1", "name", "Ann", "roles", List.of("New", "Bad"));
    Plan plan = world.run();
    assertEquals("{Name=Ann, Okta ID=u1, Roles=New;Old}", user(0));
    world.undo(plan);
    assertEquals("{Name=Ann, Okta ID=u1, Roles=Old}", user(0));
  }
}
