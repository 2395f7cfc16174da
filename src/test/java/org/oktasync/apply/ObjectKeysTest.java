package org.oktasync.apply;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.oktasync.fakes.AssetsCall;
import org.oktasync.model.EntityKind;
import org.oktasync.model.assets.ObjectLink;
import org.oktasync.plan.ChangeRow;
import org.oktasync.plan.assets.MissingPolicy;
import org.oktasync.record.Mark;
import org.oktasync.record.Plan;
import org.oktasync.record.Tally;
import org.oktasync.target.TargetException.Kind;

/**
 * By what objects are told apart, what they are called, and what changes between plan and write.
 */
public class ObjectKeysTest extends ObjectScenario {
  private List<String> rows(Plan plan) {
    return world.changes(plan).stream().map(change -> line(change.row())).toList();
  }

  private static String line(ChangeRow row) {
    return row.operation()
        + " "
        + row.subject()
        + " "
        + row.before()
        + " "
        + row.after()
        + (row.reason().isEmpty() ? "" : " " + row.reason());
  }

  @Test
  public void whoHasNoNameIsCalledByTheirKey() {
    world.person("u1", "floor", "7");
    assertEquals(List.of("CREATE u1 {} {Floor=7, Name=u1, Okta ID=u1}"), rows(world.run()));
    assertQuiet();
    world.person("u1", "floor", "8");
    assertEquals(List.of("UPDATE u1 {Floor=7} {Floor=8}"), rows(world.run()));
  }

  @Test
  public void aChangeIsShownUnderTheNewName() {
    world.person("u1", "name", "Ann");
    world.run();
    world.person("u1", "name", "Anna");
    assertEquals(List.of("UPDATE Anna {Name=Ann} {Name=Anna}"), rows(world.run()));
  }

  @Test
  public void aNameThatGoes_isNotTakenAway_becauseAssetsNeedsOne() {
    world.person("u1", "name", "Ann", "floor", "7");
    world.run();
    world.person("u1", "floor", "8");
    assertEquals(List.of("UPDATE Ann {Floor=7} {Floor=8}"), rows(world.run()));
    assertEquals(List.of("assets-value-required"), codes());
    assertEquals("{Floor=8, Name=Ann, Okta ID=u1}", user(0));
  }

  @Test
  public void valuesThatGo_areTakenAway() {
    world.account("ann@x.org", "ann", "KEY1");
    world.person("u1", "name", "Ann", "floor", "7", "mail", "ann@x.org");
    world.run();
    world.person("u1", "name", "Ann");
    assertEquals(
        List.of("UPDATE Ann {Account=ann, Floor=7} {Account=, Floor=}"), rows(world.run()));
    assertEquals("{Name=Ann, Okta ID=u1}", user(0));
    assertQuiet();
  }

  @Test
  public void aValueInAnotherSpellingIsTheSame() {
    world.person("u1", "name", "Ann", "floor", "7");
    world.run();
    world.person("u1", "name", " Ann ", "floor", "07.0");
    assertQuiet();
  }

  @Test
  public void aPersonWithAnotherUserName_isTheSamePersonOfJira() {
    world.account("ann@x.org", "ann", "KEY1");
    world.person("u1", "name", "Ann", "mail", "ann@x.org");
    world.run();
    world.users.clear();
    world.account("ann@x.org", "ann.lee", "KEY1");
    assertQuiet();
    world.account("ann@x.org", "eve", "KEY2");
    assertEquals(List.of("UPDATE Ann {Account=ann} {Account=eve}"), rows(world.run()));
    assertQuiet();
  }

  @Test
  public void whatIsLeftAloneSaysWhere() {
    world.hand.put("Users", Map.of("Name", "one", "Okta ID", "u3"));
    world.hand.put("Users", Map.of("Name", "two", "Okta ID", "U3"));
    world.person("u3", "name", "Eve");
    world.person("u4", "name", "Tom", "key", "");
    List<String> rows = rows(world.run());
    assertEquals(2, rows.size());
    assertEquals(
        List.of("LEAVE u4", "LEAVE u3"), rows.stream().map(row -> row.substring(0, 8)).toList());
    List<String> keys =
        world.assets.world().objectsOf(world.usersType()).stream()
            .map(object -> object.objectKey())
            .sorted()
            .toList();
    assertEquals(
        "LEAVE u3 {} {detail=" + String.join(", ", keys) + "} assets-found-twice", rows.get(1));
  }

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
    assertEquals(List.of("RETIRE Ann {Status=} {Status=Not in Okta} gone"), rows(world.run()));
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
        List.of("DELETE Ann {Floor=7, Groups=Staff, Name=Ann, Okta ID=u1} {} gone"),
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

  @Test
  public void whatSomebodyMadeSinceThePlanIsTakenOver_notMadeTwice() {
    world.person("u1", "name", "Ann", "floor", "7").person("u2", "name", "Bob");
    Plan plan = world.plan();
    world.hand.put("Users", Map.of("Name", "by hand", "Okta ID", "u1"));
    world.hand.put("Users", Map.of("Name", "Bob", "Okta ID", "u2"));
    world.apply(plan, Mark.START);
    assertEquals(
        List.of("{Floor=7, Name=Ann, Okta ID=u1}", "{Name=Bob, Okta ID=u2}"),
        world.hand.lines("Users"));
    assertEquals(
        "only what is just as planned may be our own work of a moment ago",
        List.of(ObjectLink.Origin.FOUND, ObjectLink.Origin.CREATED),
        world.links.all().stream().map(ObjectLink::origin).toList());
    assertQuiet();
  }

  @Test
  public void whatIsThereTwiceSinceThePlanFails() {
    world.person("u1", "name", "Ann");
    Plan plan = world.plan();
    world.hand.put("Users", Map.of("Name", "one", "Okta ID", "u1"));
    world.hand.put("Users", Map.of("Name", "two", "Okta ID", "u1"));
    world.apply(plan, Mark.START);
    assertEquals(1, count(Tally.FAILED));
    assertEquals(2, world.hand.lines("Users").size());
  }

  @Test
  public void aStatusThatSomebodyChangedSinceThePlanStays() {
    world.person("u1", "name", "Ann");
    world.run();
    world.people.remove("u1");
    Plan plan = world.plan();
    world.hand.edit(idOf("u1"), "Status", "Active");
    world.apply(plan, Mark.START);
    assertEquals(1, count(Tally.SKIPPED));
    assertEquals("{Name=Ann, Okta ID=u1, Status=Active}", user(0));
  }

  @Test
  public void whatHoldsTheWantedValueByNowCountsAsDone() {
    world.person("u1", "name", "Ann", "floor", "7");
    world.run();
    world.person("u1", "name", "Ann", "floor", "8");
    Plan plan = world.plan();
    world.hand.edit(idOf("u1"), "Floor", "8");
    long writes = world.assets.world().writes();
    world.apply(plan, Mark.START);
    assertEquals(1, count(Tally.UPDATED));
    assertEquals(writes, world.assets.world().writes());
  }

  @Test
  public void aPersonWhoLeftJiraSinceThePlanFailsTheirObject() {
    world.account("ann@x.org", "ann", "KEY1");
    world.person("u1", "name", "Ann", "mail", "ann@x.org");
    Plan plan = world.plan();
    world.users.clear();
    world.apply(plan, Mark.START);
    assertEquals(1, count(Tally.FAILED));
    assertEquals(List.of(), world.hand.lines("Users"));
  }

  @Test
  public void aTypeThatIsGoneSinceThePlanFailsItsObjects() {
    world.person("u1", "name", "Ann");
    world.group("g1", "Staff");
    Plan plan = world.plan();
    world.assets.world().removeType(world.usersType());
    world.apply(plan, Mark.START);
    assertEquals(1, count(Tally.FAILED));
    assertEquals(1, count(Tally.CREATED));
  }

  @Test
  public void whatWasRetiredByHandSinceThePlanIsSkipped() {
    world.policy = new MissingPolicy(MissingPolicy.Action.DELETE, "", 0, 1);
    world.person("u1", "name", "Ann").person("u2", "name", "Bob");
    world.run();
    world.people.clear();
    Plan plan = world.plan();
    world.links.release(List.of(world.links.all().get(0).id()));
    world.apply(plan, Mark.START);
    assertEquals(1, count(Tally.SKIPPED));
    assertEquals(1, count(Tally.DELETED));
    assertEquals(1, world.hand.lines("Users").size());
  }

  @Test
  public void manyAreLookedForTogether_andEachIsMade() {
    String longKey = "k".repeat(200);
    for (int i = 10; i < 40; i++) {
      world.person("u" + i, "name", "p" + i, "key", longKey + i);
    }
    world.hand.put("Users", Map.of("Name", "there", "Okta ID", longKey + "39"));
    Plan plan = world.plan();
    world.hand.put("Users", Map.of("Name", "p20", "Okta ID", longKey + "20"));
    world.apply(plan, Mark.START);
    assertEquals(30, world.hand.lines("Users").size());
    assertQuiet();
  }

  @Test
  public void aSearchThatAssetsRefuses_makesEachLookForItself() {
    world.person("u1", "name", "Ann").person("u2", "name", "Bob");
    Plan plan = world.plan();
    world.assets.world().faults().failBefore(AssetsCall.FIND, 1, () -> refusal(Kind.INVALID));
    world.apply(plan, Mark.START);
    assertEquals(2, count(Tally.CREATED));
    assertEquals(2, world.hand.lines("Users").size());
    assertQuiet();
  }

  @Test
  public void aSearchThatShowsAssetsOutOfUse_endsTheObjects() {
    world.person("u1", "name", "Ann");
    Plan plan = world.plan();
    world.assets.world().faults().failBefore(AssetsCall.FIND, 1, () -> refusal(Kind.FATAL));
    world.apply(plan, Mark.START);
    assertEquals("test-fault", world.outcome.brokeOff().orElseThrow().code());
    assertEquals(0, count(Tally.CREATED));
  }
}
