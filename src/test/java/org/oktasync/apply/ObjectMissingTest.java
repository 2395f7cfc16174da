package org.oktasync.apply;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.oktasync.model.EntityKind;
import org.oktasync.model.assets.ObjectLink;
import org.oktasync.plan.assets.MissingPolicy;
import org.oktasync.record.Plan;
import org.oktasync.record.Tally;

/** What becomes of objects whose source is gone, and when it comes back. */
public class ObjectMissingTest extends ObjectScenario {
  @Test
  public void whatIsThereTwice_isNotMissing_evenWhenOneOfThemIsOurs() {
    world.person("u1", "name", "Ann");
    world.run();
    world.hand.put("Users", Map.of("Name", "other", "Okta ID", "u1"));
    Plan plan = world.run();
    assertEquals(
        "our own is known by its link",
        List.of(),
        rows(plan).stream().filter(r -> !r.startsWith("LEAVE")).toList());
    assertEquals(0, count(Tally.RETIRED));
  }

  @Test
  public void anObjectThatSomebodyDeletedIsForgottenWithItsSource() {
    world.person("u1", "name", "Ann").person("u2", "name", "Bob");
    world.run();
    world.hand.delete(idOf("u1"));
    world.people.remove("u1");
    Plan plan = world.run();
    assertEquals(List.of(), rows(plan));
    assertEquals(1, world.links.count(ObjectWorld.CONNECTION));
    assertEquals(1, (long) plan.summary().owned().get(EntityKind.OBJECT));
    assertQuiet();
  }

  @Test
  public void ignoringMissingObjectsCountsAndWritesNothing() {
    world.policy = new MissingPolicy(MissingPolicy.Action.IGNORE, "", 0, 1);
    world.person("u1", "name", "Ann");
    world.run();
    world.people.remove("u1");
    assertQuiet();
    assertEquals(null, world.links.all().get(0).missingSince());
  }

  @Test
  public void anObjectThatHasTheStatusAlreadyIsLeftAsItIs() {
    world.person("u1", "name", "Ann");
    world.run();
    world.hand.edit(idOf("u1"), "Status", "Not in Okta");
    world.people.remove("u1");
    assertEquals(List.of(), rows(world.run()));
    world.run();
    assertEquals(0, count(Tally.RETIRED));
  }

  @Test
  public void withoutAStatusInTheSchema_itIsTold() {
    world.person("u1", "name", "Ann");
    world.run();
    world.assets.world().removeAttribute(world.usersType(), "Status");
    world.people.remove("u1");
    assertEquals(List.of(), rows(world.run()));
    assertEquals(List.of("assets-status-unknown"), codes());
    assertEquals(List.of("Users", "", "1", "Ann"), world.problems.get(0).arguments());
  }

  @Test
  public void aStatusThatSomebodyGaveSinceStays_whenThePersonComesBack() {
    world.person("u1", "name", "Ann");
    world.run();
    world.people.remove("u1");
    assertEquals(
        List.of("RETIRE Ann {Status=} {Status=Not in Okta} assets-object-gone"), rows(world.run()));
    world.hand.edit(idOf("u1"), "Status", "Active");
    world.person("u1", "name", "Ann");
    assertEquals(List.of(), rows(world.run()));
    assertEquals("{Name=Ann, Okta ID=u1, Status=Active}", user(0));
    assertEquals(ObjectLink.Retired.NO, world.links.all().get(0).retired());
    assertQuiet();
  }

  @Test
  public void whoComesBackWithOtherValues_getsThemWithTheStatus() {
    world.person("u1", "name", "Ann");
    world.run();
    world.people.remove("u1");
    world.run();
    world.person("u1", "name", "Anna");
    assertEquals(
        List.of("RESTORE Anna {Name=Ann, Status=Not in Okta} {Name=Anna, Status=}"),
        rows(world.run()));
    assertEquals("{Name=Anna, Okta ID=u1}", user(0));
    assertQuiet();
  }

  @Test
  public void aStatusThatTheMappingGives_isTheMappings() {
    world.further.add(ObjectWorld.plain("state", "Status"));
    world.person("u1", "name", "Ann", "state", "Active");
    world.run();
    world.people.remove("u1");
    world.run();
    world.assets.world().addStatus(world.assets.schemaId(), "Leaving");
    world.person("u1", "name", "Ann", "state", "Leaving");
    assertEquals(List.of("RESTORE Ann {Status=Not in Okta} {Status=Leaving}"), rows(world.run()));
    assertEquals("{Name=Ann, Okta ID=u1, Status=Leaving}", user(0));
    assertQuiet();
  }

  @Test
  public void whatSomebodyTookOutOfTheArchive_isComparedAgain() {
    world.policy = new MissingPolicy(MissingPolicy.Action.ARCHIVE, "", 0, 1);
    world.person("u1", "name", "Ann", "floor", "7");
    world.run();
    String id = idOf("u1");
    world.people.remove("u1");
    world.run();
    world.assets.restore(id);
    world.person("u1", "name", "Anna", "floor", "7");
    assertEquals(List.of("UPDATE Anna {Name=Ann} {Name=Anna}"), rows(world.run()));
    assertEquals(ObjectLink.Retired.NO, world.links.all().get(0).retired());
    assertQuiet();
  }

  @Test
  public void whatIsDeletedIsKeptInThePlan() {
    world.policy = new MissingPolicy(MissingPolicy.Action.DELETE, "", 0, 1);
    world.group("g1", "Staff");
    world.person("u1", "name", "Ann", "floor", "7", "groups", List.of("Staff"));
    world.run();
    world.people.remove("u1");
    assertEquals(
        List.of("DELETE Ann {Floor=7, Groups=Staff, Name=Ann, Okta ID=u1} {} assets-object-gone"),
        rows(world.run()));
    assertEquals(List.of(), world.hand.lines("Users"));
    assertEquals(1, count(Tally.DELETED));
    assertEquals(1, world.links.count(ObjectWorld.CONNECTION));
    assertQuiet();
  }

  @Test
  public void aMissingObjectWaitsFromTheFirstReadingWithoutIt_andNotAgainAfterItCameBack() {
    world.policy = new MissingPolicy(MissingPolicy.Action.STATUS, "Not in Okta", 0, 2);
    world.person("u1", "name", "Ann");
    world.run();
    world.people.remove("u1");
    world.run();
    assertEquals(1, world.links.all().get(0).missingRuns());
    world.person("u1", "name", "Ann");
    world.run();
    assertEquals(0, world.links.all().get(0).missingRuns());
    world.people.remove("u1");
    world.run();
    assertEquals("{Name=Ann, Okta ID=u1}", user(0));
    world.run();
    assertEquals("{Name=Ann, Okta ID=u1, Status=Not in Okta}", user(0));
  }
}
