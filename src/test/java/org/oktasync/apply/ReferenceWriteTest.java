package org.oktasync.apply;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.oktasync.model.ExternalId;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.AttributeValue;
import org.oktasync.model.assets.NewAttribute;
import org.oktasync.model.assets.ObjectIdentity;
import org.oktasync.plan.ObjectChange;
import org.oktasync.plan.Phase;
import org.oktasync.record.Mark;
import org.oktasync.record.Plan;
import org.oktasync.record.Tally;

/** To what references are written, whatever became of the others since the plan. */
public class ReferenceWriteTest extends ObjectScenario {
  @Test
  public void aManagerWhomSomebodyChangedSinceThePlanStays() {
    world.person("u1", "name", "Ann", "manager", "u7");
    world.person("u7", "name", "Tom").person("u8", "name", "Udo").person("u9", "name", "Zoe");
    world.run();
    world.person("u1", "name", "Ann", "manager", "u8");
    Plan plan = world.plan();
    world.hand.edit(idOf("u1"), "Manager", "");
    world.assets.update(
        world.assets.schema().type("Users").orElseThrow(),
        idOf("u1"),
        Map.of("Manager", List.of(new AttributeValue("Zoe", idOf("u9")))));
    world.apply(plan, Mark.START);
    assertEquals(1, count(Tally.SKIPPED));
    assertEquals("{Manager=Zoe, Name=Ann, Okta ID=u1}", user(0));
  }

  @Test
  public void aManagerWhoIsAsPlannedAlreadyIsNotWrittenAgain() {
    world.person("u1", "name", "Ann", "manager", "u7");
    world.person("u7", "name", "Tom").person("u8", "name", "Udo");
    world.run();
    world.person("u1", "name", "Ann", "manager", "u8");
    Plan plan = world.plan();
    world.assets.update(
        world.assets.schema().type("Users").orElseThrow(),
        idOf("u1"),
        Map.of("Manager", List.of(new AttributeValue("Udo", idOf("u8")))));
    long writes = world.assets.world().writes();
    world.apply(plan, Mark.START);
    assertEquals(writes, world.assets.world().writes());
    assertEquals(1, count(Tally.UPDATED));
  }

  @Test
  public void aReferenceOfNoLineOfTheMapping_isFoundByWhatTheOtherIsCalled() {
    String roles = world.assets.schema().type("Roles").orElseThrow().id();
    world
        .assets
        .world()
        .addAttribute(
            world.usersType(), NewAttribute.of("Duty", AttributeType.REFERENCE).to(roles));
    world.person("u1", "name", "Ann", "roles", List.of("A"));
    world.run();
    ObjectIdentity ann = new ObjectIdentity("Users", "u1");
    world.write(
        Phase.OBJECTS,
        new ObjectChange.UpdateObject(
            new ExternalId("u1"), ann, "Ann", Map.of("Duty", ""), Map.of("Duty", "A")));
    assertEquals("{Duty=A, Name=Ann, Okta ID=u1, Roles=A}", user(0));
    world.write(
        Phase.OBJECTS,
        new ObjectChange.UpdateObject(
            new ExternalId("u1"), ann, "Ann", Map.of("Duty", "A"), Map.of("Duty", "none")));
    assertEquals("nothing is called so", 1, count(Tally.FAILED));
    assertEquals("{Duty=A, Name=Ann, Okta ID=u1, Roles=A}", user(0));
  }

  @Test
  public void aGroupThatIsDeletedByHandBetweenPlanAndWrite_costsNobodyAnythingElse() {
    world.group("g1", "Staff");
    world.run();
    world.person("u1", "name", "Ann", "groups", List.of("Staff"));
    Plan plan = world.plan();
    world.hand.delete(world.hand.id("Groups", "Name", "Staff"));
    world.apply(plan, Mark.START);
    assertTrue(world.outcome.inPart());
    assertEquals(List.of("{Name=Ann, Okta ID=u1}"), world.hand.lines("Users"));
    world.run();
    assertEquals(List.of("{Groups=Staff, Name=Ann, Okta ID=u1}"), world.hand.lines("Users"));
    assertQuiet();
  }

  @Test
  public void aGroupThatCameTwiceSinceThePlan_isReferredToByNobody_andTold() {
    world.group("g1", "Staff");
    world.run();
    world.person("u1", "name", "Ann", "groups", List.of("Staff"));
    Plan plan = world.plan();
    world.hand.put("Groups", Map.of("Name", "staff"));
    world.apply(plan, Mark.START);
    assertTrue(world.outcome.inPart());
    assertEquals(List.of("{Name=Ann, Okta ID=u1}"), world.hand.lines("Users"));
  }

  @Test
  public void aGroupThatIsRenamedInTheSameRun_isFoundByBothNames() {
    world.group("g1", "Staff");
    world.person("u1", "name", "Ann", "groups", List.of("Staff"));
    world.person("u2", "name", "Bob");
    world.run();
    String staff = world.hand.id("Groups", "Name", "Staff");
    world.group("g1", "People");
    world.person("u1", "name", "Anna", "groups", List.of("People"));
    world.person("u2", "name", "Bob", "groups", List.of("People"));
    world.run();
    assertEquals(List.of(staff), referred("u1", "Groups"));
    assertEquals(List.of(staff), referred("u2", "Groups"));
    assertEquals(List.of("{Name=People, Okta ID=g1}"), world.hand.lines("Groups"));
    assertQuiet();
  }

  @Test
  public void groupsThatSwapNames_areToldApart() {
    world.group("g1", "Red").group("g2", "Blue");
    world.person("u1", "name", "Ann", "groups", List.of("Red"));
    world.run();
    String red = world.hand.id("Groups", "Okta ID", "g1");
    String blue = world.hand.id("Groups", "Okta ID", "g2");
    world.group("g1", "Blue").group("g2", "Red");
    world.run();
    world.run();
    assertEquals("by name it is the other one now", List.of(blue), referred("u1", "Groups"));
    world.person("u1", "name", "Ann", "groups", List.of("Blue"));
    world.run();
    assertEquals(List.of(red), referred("u1", "Groups"));
    assertQuiet();
  }
}
