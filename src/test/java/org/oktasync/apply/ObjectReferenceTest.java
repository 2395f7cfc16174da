package org.oktasync.apply;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.oktasync.model.EntityKind;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.NewAttribute;
import org.oktasync.model.assets.ObjectIdentity;
import org.oktasync.model.assets.ObjectLink;
import org.oktasync.plan.ObjectChange;
import org.oktasync.plan.Operation;
import org.oktasync.plan.assets.MissingPolicy;
import org.oktasync.record.Plan;
import org.oktasync.record.PlannedChange;

/** What refers to what, whatever is renamed, archived, made or deleted in the same run. */
public class ObjectReferenceTest extends ObjectScenario {
  @Test
  public void aManagerWhoseKeyChangesInTheSameRun_isNotMadeTwice() {
    world.person("u1", "name", "Ann", "manager", "old");
    world.person("u9", "name", "Zoe", "key", "old");
    world.run();
    String zoe = idOf("old");
    world.person("u1", "name", "Ann", "manager", "new");
    world.person("u9", "name", "Zoe", "key", "new");
    world.run();
    assertEquals(
        List.of("{Manager=Zoe, Name=Ann, Okta ID=u1}", "{Name=Zoe, Okta ID=new}"),
        world.hand.lines("Users"));
    assertEquals(List.of(zoe), referred("u1", "Manager"));
    assertQuiet();
  }

  @Test
  public void keysThatChangePlaces_areFollowedByReferences() {
    world.person("u1", "name", "Ann", "key", "a");
    world.person("u2", "name", "Bob", "key", "b");
    world.person("u3", "name", "Eve", "manager", "a");
    world.run();
    String bob = idOf("b");
    world.person("u1", "name", "Ann", "key", "c");
    world.person("u2", "name", "Bob", "key", "a");
    world.run();
    assertEquals(List.of(bob), referred("u3", "Manager"));
    assertEquals(3, world.hand.lines("Users").size());
    assertQuiet();
  }

  @Test
  public void aKeyThatSomebodyGivesUpInThisVeryRun_meansThemNoLonger() {
    world.person("u1", "name", "Ann", "key", "a");
    world.person("u3", "name", "Eve", "key", "0", "manager", "a");
    world.run();
    world.person("u1", "name", "Ann", "key", "c");
    world.run();
    assertEquals(
        List.of("{Manager=a, Name=Eve, Okta ID=0}", "{Name=Ann, Okta ID=c}", "{Name=a, Okta ID=a}"),
        world.hand.lines("Users"));
    assertQuiet();
  }

  @Test
  public void aKeyThatSomebodyGaveUpInTheArchive_isFreeForAReference() {
    archiving();
    world.person("u9", "name", "Zoe", "key", "old");
    world.run();
    world.people.remove("u9");
    world.run();
    world.person("u9", "name", "Zoe", "key", "new").person("u1", "name", "Ann", "manager", "old");
    world.run();
    assertEquals(
        List.of(
            "{Manager=old, Name=Ann, Okta ID=u1}",
            "{Name=Zoe, Okta ID=new}",
            "{Name=old, Okta ID=old}"),
        world.hand.lines("Users"));
    assertQuiet();
  }

  @Test
  public void aManagerWhoCannotBe_isToldEachTime_andNothingIsWritten() {
    world.person("u1", "name", "Ann", "manager", "x".repeat(300));
    world.run();
    assertEquals(List.of("assets-reference-none"), codes());
    assertEquals("{Name=Ann, Okta ID=u1}", user(0));
    assertQuiet();
    assertEquals(List.of("assets-reference-none"), codes());
    Plan plan = world.plan();
    assertEquals(1, (long) plan.summary().unchanged().get(EntityKind.OBJECT));
  }

  @Test
  public void whatIsInTheArchiveBecauseItIsMissing_isNotMadeForAReference() {
    archiving();
    world.person("u9", "name", "Zoe");
    world.run();
    world.people.remove("u9");
    world.run();
    world.person("u1", "name", "Ann", "manager", "u9");
    world.run();
    assertEquals(
        List.of("{Name=Ann, Okta ID=u1}", "{Name=Zoe, Okta ID=u9} archived"),
        world.hand.lines("Users"));
    assertEquals(List.of("assets-reference-none"), codes());
    assertQuiet();
  }

  @Test
  public void whoGoesMissingInThisVeryRun_isReferredToByNobody() {
    archiving();
    world.person("u9", "name", "Zoe");
    world.run();
    world.people.remove("u9");
    world.person("u1", "name", "Ann", "manager", "u9");
    world.run();
    assertEquals(
        List.of("{Name=Ann, Okta ID=u1}", "{Name=Zoe, Okta ID=u9} archived"),
        world.hand.lines("Users"));
    assertQuiet();
  }

  @Test
  public void whoIsDeletedInThisVeryRun_isReferredToByNobody() {
    world.policy = new MissingPolicy(MissingPolicy.Action.DELETE, "", 0, 1);
    world.person("u9", "name", "Zoe");
    world.run();
    world.people.remove("u9");
    world.person("u1", "name", "Ann", "manager", "u9");
    Plan plan = world.run();
    assertEquals(List.of("{Name=Ann, Okta ID=u1}"), world.hand.lines("Users"));
    assertEquals(2, world.changes(plan).size());
  }

  @Test
  public void whatAConditionFound_isNotReferredToOnceItIsMissing() {
    archiving();
    world.groupCondition = "Name = ${groups} AND \"Okta ID\" = \"s\"";
    world.group("s", "Staff");
    world.run();
    world.groups.clear();
    world.person("u1", "name", "Ann", "groups", List.of("Staff"));
    world.run();
    assertEquals(List.of("{Name=Ann, Okta ID=u1}"), world.hand.lines("Users"));
    assertEquals(List.of("assets-reference-none"), codes());
    assertQuiet();
  }

  @Test
  public void whoComesBackFromTheArchive_isReferredToAtOnce() {
    archiving();
    world.person("u1", "name", "Ann").person("u9", "name", "Zoe", "floor", "7");
    world.run();
    String zoe = idOf("u9");
    world.people.remove("u9");
    world.run();
    world.person("u9", "name", "Zoe").person("u1", "name", "Ann", "manager", "u9");
    world.run();
    world.run();
    assertEquals(
        "what it held before is not kept",
        List.of("{Manager=Zoe, Name=Ann, Okta ID=u1}", "{Name=Zoe, Okta ID=u9}"),
        world.hand.lines("Users"));
    assertEquals(List.of(zoe), referred("u1", "Manager"));
    assertQuiet();
  }

  @Test
  public void aRoleThatSomebodyArchived_isBroughtBackForWhoeverHasIt() {
    world.person("u1", "name", "Ann", "roles", List.of("Admin"));
    world.run();
    world.hand.archive(world.hand.id("Roles", "Name", "Admin"));
    world.person("u2", "name", "Bob", "roles", List.of("Admin"));
    world.run();
    assertEquals(List.of("{Name=Admin}"), world.hand.lines("Roles"));
    world.run();
    assertTrue(world.hand.lines("Users").contains("{Name=Bob, Okta ID=u2, Roles=Admin}"));
  }

  @Test
  public void aRoleIsMadeOnce_whoeverHasItAndHoweverItIsWritten() {
    world.person("u1", "name", "Ann", "roles", List.of("Admin", "ADMIN"));
    world.person("u2", "name", "Bob", "roles", List.of("admin"));
    Plan plan = world.run();
    assertEquals(List.of("{Name=Admin}"), world.hand.lines("Roles"));
    assertEquals(
        1,
        world.changes(plan).stream()
            .filter(change -> change.row().sourceId().equals(ObjectChange.NO_SOURCE.value()))
            .count());
    assertQuiet();
  }

  @Test
  public void aTypeWhoseKeyIsNotItsName_isNotFilledWhileItsListIsNotWhole() {
    world.person("u1", "name", "Ann", "groups", List.of("Staff"));
    world.whole = false;
    world.run();
    assertEquals(List.of(), world.hand.lines("Groups"));
    world.person("u1", "name", "Ann", "manager", "u8");
    world.run();
    assertEquals(
        "a person is told by the key itself",
        List.of("{Manager=u8, Name=Ann, Okta ID=u1}", "{Name=u8, Okta ID=u8}"),
        world.hand.lines("Users"));
  }

  @Test
  public void aSecondManager_isToldAndTheFirstStays() {
    world.person("u1", "name", "Ann", "manager", "u8");
    world.run();
    world.person("u1", "name", "Ann", "manager", List.of("u7", "u8"));
    world.run();
    assertTrue(world.hand.lines("Users").contains("{Manager=u8, Name=Ann, Okta ID=u1}"));
    assertEquals(List.of("assets-values-too-many"), codes());
    assertEquals("[\"u7\",\"u8\"]", world.problems.get(0).arguments().get(3));
  }

  @Test
  public void ofSeveralThatAValueMeans_theOneReferredToStays() {
    world.person("u1", "name", "Ann", "roles", List.of("Admin"));
    world.run();
    List<String> before = referred("u1", "Roles");
    world.hand.put("Roles", Map.of("Name", "admin"));
    world.run();
    assertEquals(before, referred("u1", "Roles"));
    assertEquals(List.of("assets-reference-several"), codes());
    assertQuiet();
  }

  @Test
  public void whatIsNoLongerWanted_isNotReferredToAnyMore() {
    world.group("g1", "Staff");
    world.person("u1", "name", "Ann", "groups", List.of("Staff"), "roles", List.of("A", "B"));
    world.run();
    world.person("u1", "name", "Ann", "roles", List.of("B"));
    Plan plan = world.run();
    assertEquals("{Name=Ann, Okta ID=u1, Roles=B}", user(0));
    PlannedChange change = world.changes(plan).get(0);
    assertEquals(Map.of("Groups", "Staff", "Roles", "[\"A\",\"B\"]"), change.row().before());
    assertEquals(Map.of("Groups", "", "Roles", "B"), change.row().after());
    assertQuiet();
  }

  @Test
  public void referencesInAnotherOrderAreTheSame() {
    world.person("u1", "name", "Ann", "roles", List.of("A", "B"));
    world.run();
    world.person("u1", "name", "Ann", "roles", List.of("B", "A"));
    assertQuiet();
  }

  @Test
  public void whatOthersReferToAloneIsNeverMissing_andBelongsToWhoeverItTurnsOutToBe() {
    archiving();
    world.person("u1", "name", "Ann", "manager", "u7");
    world.run();
    world.person("u1", "name", "Ann");
    world.run();
    assertTrue(world.hand.lines("Users").contains("{Name=u7, Okta ID=u7}"));
    ObjectLink alone =
        world.links.find(ObjectWorld.CONNECTION, new ObjectIdentity("Users", "u7")).orElseThrow();
    assertEquals(ObjectChange.NO_SOURCE, alone.sourceId());
    world.person("u7", "name", "u7");
    assertEquals(0, world.changes(world.run()).size());
    assertEquals(
        "u7",
        world
            .links
            .find(ObjectWorld.CONNECTION, new ObjectIdentity("Users", "u7"))
            .orElseThrow()
            .sourceId()
            .value());
    assertQuiet();
  }

  @Test
  public void whatIsLookedForByANumber_isMadeFromNumbersAlone() {
    String rooms = world.assets.world().addType(world.assets.schemaId(), "Rooms").id();
    world.assets.world().addAttribute(rooms, NewAttribute.of("No", AttributeType.INTEGER));
    world.groupCondition = "No = ${groups}";
    world.assets.world().removeAttribute(world.usersType(), "Groups");
    world
        .assets
        .world()
        .addAttribute(
            world.usersType(), NewAttribute.of("Groups", AttributeType.REFERENCE).many().to(rooms));
    world.hand.put("Rooms", Map.of("Name", "Hall", "No", "7"));
    world.person("u1", "name", "Ann", "groups", List.of("7", "8"));
    world.person("u2", "name", "Bob", "groups", List.of("none"));
    Plan plan = world.run();
    assertEquals(List.of("{Name=8, No=8}", "{Name=Hall, No=7}"), world.hand.lines("Rooms"));
    assertEquals("{Groups=8;Hall, Name=Ann, Okta ID=u1}", user(0));
    assertEquals(List.of("assets-reference-none"), codes());
    assertEquals(
        3,
        world.changes(plan).stream()
            .filter(change -> change.row().operation() == Operation.CREATE)
            .count());
    assertQuiet();
  }
}
