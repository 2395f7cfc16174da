package org.oktasync.apply;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.oktasync.fakes.AssetsCall;
import org.oktasync.model.EntityKind;
import org.oktasync.model.assets.AttributeValue;
import org.oktasync.model.assets.ObjectLink;
import org.oktasync.plan.ObjectChange;
import org.oktasync.plan.Phase;
import org.oktasync.plan.assets.MissingPolicy;
import org.oktasync.record.Mark;
import org.oktasync.record.Plan;
import org.oktasync.record.PlannedChange;
import org.oktasync.record.Tally;
import org.oktasync.target.TargetException.Kind;

/** Objects of Okta become objects of Assets: planned, written, linked. */
public class ObjectSyncTest extends ObjectScenario {
  @Test
  public void peopleAndGroupsBecomeObjectsThatReferToOneAnother() {
    world.group("g1", "Staff").group("g2", "Sales");
    world.account("ann@x.org", "ann", "KEY1");
    world.person(
        "u1", "name", "Ann", "mail", "ann@x.org", "floor", "7", "groups", List.of("Staff"));
    world.person(
        "u2", "name", "Bob", "groups", List.of("Sales", "Staff"), "roles", List.of("Admin"));
    world.run();
    assertEquals(
        List.of(
            "{Account=ann, Floor=7, Groups=Staff, Name=Ann, Okta ID=u1}",
            "{Groups=Sales;Staff, Name=Bob, Okta ID=u2, Roles=Admin}"),
        world.hand.lines("Users"));
    assertEquals(List.of("{Name=Admin}"), world.hand.lines("Roles"));
    assertEquals(5, count(Tally.CREATED));
    assertEquals(0, count(Tally.UPDATED));
    assertEquals(5, world.links.count(ObjectWorld.CONNECTION));
    assertQuiet();
  }

  @Test
  public void onlyWhatDiffersIsWritten() {
    world.group("g1", "Staff");
    world.person("u1", "name", "Ann", "floor", "7", "groups", List.of("Staff"));
    world.person("u2", "name", "Bob");
    world.run();
    world.person("u1", "name", "Ann", "floor", "8", "groups", List.of("Staff"));
    Plan plan = world.run();
    assertEquals(1, world.changes(plan).size());
    ObjectChange.UpdateObject update =
        (ObjectChange.UpdateObject) world.changes(plan).get(0).row().toChange();
    assertEquals(Map.of("Floor", "7"), update.before());
    assertEquals(Map.of("Floor", "8"), update.after());
    assertEquals("Ann", update.subject());
    assertEquals(2, (long) plan.summary().unchanged().get(EntityKind.OBJECT));
    assertQuiet();
  }

  @Test
  public void whoeverGotAnotherKeyRightBeforeANodeDied_isNotTakenForSomebodyElse() {
    world.person("u5", "name", "Ann");
    world.run();
    world.person("u5", "key", "k5", "name", "Ann");
    world.person("u7", "name", "Tom", "manager", "u5");
    var faults = world.assets.world().faults();
    faults.failAfterWrite(
        faults.writesSoFar() + 1,
        () -> {
          world.links.die();
          return new IllegalStateException("the node dies here");
        });
    assertThrows(IllegalStateException.class, () -> world.apply(world.plan(), Mark.START));
    assertEquals(List.of("{Name=Ann, Okta ID=k5}"), world.hand.lines("Users"));
    world.links.revive();
    faults.clear();
    world.run();
    assertTrue(world.hand.lines("Users").contains("{Name=Ann, Okta ID=k5}"));
    world.run();
    assertEquals(
        List.of(
            "{Manager=u5, Name=Tom, Okta ID=u7}",
            "{Name=Ann, Okta ID=k5}",
            "{Name=u5, Okta ID=u5}"),
        world.hand.lines("Users").stream().sorted().toList());
    assertQuiet();
  }

  @Test
  public void ofTwoGroupsOfOneName_theOneIsReferredToThatIsNotArchivedInTheSameRun() {
    world.policy = new MissingPolicy(MissingPolicy.Action.ARCHIVE, "", 0, 2);
    world.group("g1", "Staff").person("u1", "name", "Ann", "groups", List.of("Staff"));
    world.run();
    world.groups.remove("g1");
    world.group("g2", "Staff");
    world.run();
    world.run();
    assertEquals(List.of(world.hand.id("Groups", "Okta ID", "g2")), groupsOf("u1"));
    assertQuiet();
  }

  @Test
  public void aGroupThatGetsTheNameOfOneThatIsGone_isStillTheOneReferredTo() {
    world.group("g1", "Six").group("g3", "Three").group("g2", "Two");
    world.person("u1", "name", "Ann", "groups", List.of("Three", "Six"));
    world.run();
    world.groups.remove("g1");
    world.group("g0", "Six");
    world.person("u1", "name", "Ann", "groups", List.of("Six"));
    world.run();
    String group = groupsOf("u1").get(0);
    world.group("g0", "Three");
    world.groups.remove("g3");
    world.person("u1", "name", "Ann", "groups", List.of("Three", "Two"));
    world.run();
    assertTrue(groupsOf("u1").contains(group));
    assertEquals(2, groupsOf("u1").size());
    assertQuiet();
  }

  private List<String> groupsOf(String key) {
    return world
        .assets
        .object(world.hand.id("Users", "Okta ID", key))
        .orElseThrow()
        .values("Groups")
        .stream()
        .map(AttributeValue::reference)
        .toList();
  }

  @Test
  public void aManagerWhoIsNotThereYetIsSetInASecondPass() {
    world.person("u1", "name", "Ann", "manager", "u9");
    world.person("u9", "name", "Zoe");
    Plan plan = world.run();
    assertEquals(
        List.of(Phase.OBJECTS, Phase.OBJECTS, Phase.OBJECT_REFERENCES),
        world.changes(plan).stream().map(PlannedChange::phase).toList());
    assertEquals("{Manager=Zoe, Name=Ann, Okta ID=u1}", user(0));
    assertQuiet();
    world.person("u5", "name", "New", "manager", "u9");
    assertEquals("the manager is there already", 1, world.changes(world.run()).size());
    assertQuiet();
  }

  @Test
  public void managersInACircleAreSet() {
    world.person("u1", "name", "Ann", "manager", "u2");
    world.person("u2", "name", "Bob", "manager", "u1");
    world.run();
    assertEquals(
        List.of("{Manager=Ann, Name=Bob, Okta ID=u2}", "{Manager=Bob, Name=Ann, Okta ID=u1}"),
        world.hand.lines("Users"));
    assertQuiet();
  }

  @Test
  public void whoeverIsReferredToAloneIsMadeAndNeverMissing() {
    world.person("u1", "name", "Ann", "manager", "u7");
    world.run();
    assertEquals(
        List.of("{Manager=u7, Name=Ann, Okta ID=u1}", "{Name=u7, Okta ID=u7}"),
        world.hand.lines("Users"));
    assertQuiet();
    world.person("u7", "name", "Tom");
    world.run();
    assertEquals("no second one", 2, world.hand.lines("Users").size());
    assertTrue(world.hand.lines("Users").contains("{Name=Tom, Okta ID=u7}"));
    assertQuiet();
  }

  @Test
  public void whatIsThereUnderTheKeyIsFoundAndNotMadeTwice() {
    world.hand.put("Users", Map.of("Name", "ann by hand", "Okta ID", "U1", "Floor", "7"));
    world.hand.put("Users", Map.of("Name", "other", "Okta ID", "x9"));
    world.person("u1", "name", "Ann", "floor", "7");
    world.run();
    assertEquals(
        List.of("{Floor=7, Name=Ann, Okta ID=u1}", "{Name=other, Okta ID=x9}"),
        world.hand.lines("Users"));
    assertEquals(ObjectLink.Origin.FOUND, world.links.all().get(0).origin());
    assertQuiet();
  }

  @Test
  public void whatIsThereAsItShouldBeIsOursWithoutAChange() {
    world.hand.put("Users", Map.of("Name", "Ann", "Okta ID", "u1"));
    world.person("u1", "name", "Ann");
    Plan plan = world.run();
    assertEquals(List.of(), world.changes(plan));
    assertEquals(1, world.links.count(ObjectWorld.CONNECTION));
    assertQuiet();
  }

  @Test
  public void twoWithOneKeyAreLeftAloneOnEitherSide() {
    world.person("u1", "name", "Ann", "key", "k");
    world.person("u2", "name", "Bob", "key", "K");
    world.hand.put("Users", Map.of("Name", "one", "Okta ID", "u3"));
    world.hand.put("Users", Map.of("Name", "two", "Okta ID", "u3"));
    world.person("u3", "name", "Eve");
    Plan plan = world.run();
    assertEquals(
        List.of("assets-key-twice", "assets-key-twice", "assets-found-twice"),
        world.changes(plan).stream().map(one -> one.row().reason()).toList());
    assertEquals(2, world.hand.lines("Users").size());
  }

  @Test
  public void aKeyThatChangesInOktaIsFollowedByTheId() {
    world.person("u1", "name", "Ann", "key", "ann");
    world.run();
    world.person("u1", "name", "Ann", "key", "ann.lee");
    world.run();
    assertEquals(List.of("{Name=Ann, Okta ID=ann.lee}"), world.hand.lines("Users"));
    assertQuiet();
  }

  @Test
  public void anObjectWhoseKeySomebodyChangedGetsItBack() {
    world.person("u1", "name", "Ann");
    world.run();
    world.hand.edit(idOf("u1"), "Okta ID", "nonsense");
    world.run();
    assertEquals(List.of("{Name=Ann, Okta ID=u1}"), world.hand.lines("Users"));
    assertQuiet();
  }

  @Test
  public void aPersonWithoutAKeyIsLeftAloneAndIsNotMissing() {
    world.person("u1", "name", "Ann");
    world.run();
    world.person("u1", "name", "Ann", "key", "");
    Plan plan = world.run();
    assertEquals(1, world.changes(plan).size());
    assertEquals("object-key-missing", world.changes(plan).get(0).row().reason());
    assertEquals(0, count(Tally.RETIRED));
  }

  @Test
  public void missingObjectsGetAStatusOnceAndComeBackAsTheyWere() {
    world.person("u1", "name", "Ann").person("u2", "name", "Bob");
    world.run();
    world.hand.edit(idOf("u1"), "Status", "Active");
    world.people.remove("u1");
    world.run();
    assertEquals("{Name=Ann, Okta ID=u1, Status=Not in Okta}", user(0));
    assertEquals(1, count(Tally.RETIRED));
    assertQuiet();
    world.person("u1", "name", "Ann");
    world.run();
    assertEquals("{Name=Ann, Okta ID=u1, Status=Active}", user(0));
    assertQuiet();
  }

  @Test
  public void missingObjectsAreArchivedAndBroughtBackNotMadeTwice() {
    world.policy = new MissingPolicy(MissingPolicy.Action.ARCHIVE, "", 0, 1);
    world.person("u1", "name", "Ann");
    world.run();
    world.people.remove("u1");
    world.run();
    assertEquals(List.of("{Name=Ann, Okta ID=u1} archived"), world.hand.lines("Users"));
    assertQuiet();
    world.person("u1", "name", "Anna");
    world.run();
    assertEquals(List.of("{Name=Anna, Okta ID=u1}"), world.hand.lines("Users"));
    assertQuiet();
  }

  @Test
  public void onlyWhatWeMadeIsDeleted() {
    world.policy = new MissingPolicy(MissingPolicy.Action.DELETE, "", 0, 1);
    world.hand.put("Users", Map.of("Name", "Ann", "Okta ID", "u1"));
    world.hand.put("Users", Map.of("Name", "stranger", "Okta ID", "zz"));
    world.person("u1", "name", "Ann").person("u2", "name", "Bob");
    world.run();
    world.people.clear();
    world.run();
    assertEquals(
        List.of("{Name=Ann, Okta ID=u1} archived", "{Name=stranger, Okta ID=zz}"),
        world.hand.lines("Users"));
    assertQuiet();
  }

  @Test
  public void missingWaitsForDaysAndRuns() {
    world.policy = new MissingPolicy(MissingPolicy.Action.STATUS, "Not in Okta", 2, 3);
    world.person("u1", "name", "Ann");
    world.run();
    world.people.remove("u1");
    for (int run = 1; run <= 3; run++) {
      world.run();
      assertEquals("run " + run, List.of("{Name=Ann, Okta ID=u1}"), world.hand.lines("Users"));
    }
    world.now = world.now.plus(Duration.ofDays(2));
    world.run();
    assertEquals(1, count(Tally.RETIRED));
    assertQuiet();
  }

  @Test
  public void aListThatBrokeOffRetiresNobody() {
    world.person("u1", "name", "Ann");
    world.run();
    world.people.remove("u1");
    world.whole = false;
    assertQuiet();
  }

  @Test
  public void uncertainReferencesMayBeGainedAndAreNotLost() {
    world.group("g1", "Staff").group("g2", "Sales");
    world.person("u1", "name", "Ann", "groups", List.of("Staff"));
    world.run();
    world.person("u1", "name", "Ann", "groups", List.of("Sales"));
    world.uncertain = Set.of("Groups");
    world.run();
    assertEquals("{Groups=Sales;Staff, Name=Ann, Okta ID=u1}", user(0));
    assertQuiet();
  }

  @Test
  public void aReferenceThatFindsSeveralIsNotSetAndTold() {
    world.hand.put("Roles", Map.of("Name", "Admin"));
    world.hand.put("Roles", Map.of("Name", "admin"));
    world.person("u1", "name", "Ann", "roles", List.of("Admin"));
    world.run();
    assertEquals("{Name=Ann, Okta ID=u1}", user(0));
    assertEquals(List.of("assets-reference-several"), codes());
  }

  @Test
  public void aConditionThatIsNoPlainEqualityFindsAndMakesNothing() {
    world.groupCondition = "Name = ${groups} AND \"Okta ID\" = \"s\"";
    world.group("s", "Staff");
    world.run();
    world.person("u1", "name", "Ann", "groups", List.of("Staff", "None"));
    world.run();
    assertEquals("{Groups=Staff, Name=Ann, Okta ID=u1}", user(0));
    assertEquals(List.of("assets-reference-none"), codes());
    assertEquals(1, world.hand.lines("Groups").size());
  }

  @Test
  public void aHostileNameLinksNothingElse() {
    String hostile = "x\" OR Name != \"y";
    world.group("g1", "Staff").group("g2", hostile);
    world.person("u1", "name", "Ann", "groups", List.of(hostile));
    world.run();
    assertEquals("{Groups=" + hostile + ", Name=Ann, Okta ID=u1}", user(0));
    assertQuiet();
  }

  @Test
  public void nobodyInJiraLeavesTheUserEmptyAndIsTold() {
    world.person("u1", "name", "Ann", "mail", "ann@x.org");
    world.run();
    assertEquals("{Name=Ann, Okta ID=u1}", user(0));
    assertEquals(List.of("assets-user-unknown"), codes());
    assertQuiet();
    world.account("ann@x.org", "ann", "KEY1");
    world.run();
    assertEquals("{Account=ann, Name=Ann, Okta ID=u1}", user(0));
    assertQuiet();
  }

  @Test
  public void aValueOfTheWrongTypeIsToldAndLeftAsItIs() {
    world.person("u1", "name", "Ann", "floor", "7");
    world.run();
    world.person("u1", "name", "Ann", "floor", "seventh");
    world.run();
    assertEquals("{Floor=7, Name=Ann, Okta ID=u1}", user(0));
    assertEquals(List.of("assets-value-mismatch"), codes());
    assertEquals(List.of("Users", "Floor", "1", "seventh"), world.problems.get(0).arguments());
  }

  @Test
  public void anAttributeThatIsGoneIsToldAndTheRestGoesOn() {
    world.person("u1", "name", "Ann", "floor", "7");
    world.run();
    world.assets.world().removeAttribute(world.usersType(), "Floor");
    world.person("u1", "name", "Anna", "floor", "8");
    world.run();
    assertEquals("{Name=Anna, Okta ID=u1}", user(0));
    assertEquals(List.of("assets-attribute-missing"), codes());
  }

  @Test
  public void oneRefusedObjectFailsAloneAndIsMadeUpFor() {
    world.person("u1", "name", "Ann").person("u2", "name", "Bob");
    world.assets.world().faults().failBefore(AssetsCall.CREATE, 1, () -> refusal(Kind.INVALID));
    world.run();
    assertEquals(1, count(Tally.FAILED));
    assertEquals(1, count(Tally.CREATED));
    world.run();
    assertEquals(2, world.hand.lines("Users").size());
    assertQuiet();
  }

  @Test
  public void anAnswerThatIsLostMakesNoSecondObject() {
    world.person("u1", "name", "Ann").person("u2", "name", "Bob");
    world.assets.world().faults().failAfter(AssetsCall.CREATE, 1, () -> refusal(Kind.RETRY));
    world.run();
    assertEquals(2, world.hand.lines("Users").size());
    assertEquals(2, count(Tally.CREATED));
    assertTrue(
        world.links.all().stream().allMatch(link -> link.origin() == ObjectLink.Origin.CREATED));
    assertQuiet();
  }

  @Test
  public void whatChangedSinceThePlanIsLeftAlone() {
    world.person("u1", "name", "Ann", "floor", "7").person("u2", "name", "Bob", "floor", "1");
    world.run();
    world.person("u1", "name", "Ann", "floor", "8").person("u2", "name", "Bob", "floor", "2");
    Plan plan = world.plan();
    world.hand.edit(idOf("u1"), "Floor", "99");
    world.apply(plan, Mark.START);
    assertEquals(1, count(Tally.SKIPPED));
    assertEquals("{Floor=99, Name=Ann, Okta ID=u1}", user(1));
    Plan next = world.plan();
    world.hand.delete(idOf("u1"));
    world.apply(next, Mark.START);
    assertEquals("deleted meanwhile", 1, count(Tally.SKIPPED));
    world.run();
    assertEquals(2, world.hand.lines("Users").size());
  }

  @Test
  public void anObjectDeletedByHandIsMadeAnewAndOneArchivedIsBroughtBack() {
    world.person("u1", "name", "Ann").person("u2", "name", "Bob");
    world.run();
    world.hand.delete(idOf("u1"));
    world.hand.archive(idOf("u2"));
    world.run();
    assertEquals(
        List.of("{Name=Ann, Okta ID=u1}", "{Name=Bob, Okta ID=u2}"), world.hand.lines("Users"));
    assertEquals(2, world.links.count(ObjectWorld.CONNECTION));
    assertQuiet();
  }

  @Test
  public void anAssetsThatIsGoneEndsTheObjectsAndIsMadeUpFor() {
    world.person("u1", "name", "Ann").person("u2", "name", "Bob").person("u3", "name", "Eve");
    world.assets.world().faults().failBefore(AssetsCall.CREATE, 2, () -> refusal(Kind.FATAL));
    world.run();
    assertTrue(world.outcome.brokeOff().isPresent());
    assertEquals(1, count(Tally.CREATED));
    world.run();
    assertFalse(world.outcome.brokeOff().isPresent());
    assertEquals(3, world.hand.lines("Users").size());
    assertQuiet();
  }

  @Test
  public void anAssetsThatNeverAnswersEndsTheObjectsBeforeLong() {
    for (int i = 10; i < 60; i++) {
      world.person("u" + i, "name", "p" + i);
    }
    Plan plan = world.plan();
    for (int nth = 1; nth <= 200; nth++) {
      world.assets.world().faults().failBeforeWrite(nth, () -> refusal(Kind.RETRY));
    }
    world.apply(plan, Mark.START);
    assertTrue(world.outcome.brokeOff().isPresent());
    assertTrue(count(Tally.FAILED) < 10);
    world.assets.world().faults().clear();
    world.run();
    assertEquals(50, world.hand.lines("Users").size());
    assertQuiet();
  }

  @Test
  public void aGroupWithAnotherNameIsTheSameObject() {
    world.group("g1", "Staff");
    world.person("u1", "name", "Ann", "groups", List.of("Staff"));
    world.run();
    world.group("g1", "People");
    world.person("u1", "name", "Ann", "groups", List.of("People"));
    Plan plan = world.run();
    assertEquals(1, world.changes(plan).size());
    assertEquals(List.of("{Name=People, Okta ID=g1}"), world.hand.lines("Groups"));
    assertQuiet();
  }

  @Test
  public void aGroupThatMayStillComeIsNotMadeForAReference() {
    world.whole = false;
    world.person("u1", "name", "Ann", "groups", List.of("Staff"));
    world.run();
    assertEquals(List.of(), world.hand.lines("Groups"));
    assertEquals(List.of("assets-reference-none"), codes());
    world.whole = true;
    world.group("g1", "Staff");
    world.run();
    assertEquals(List.of("{Name=Staff, Okta ID=g1}"), world.hand.lines("Groups"));
    assertQuiet();
  }

  @Test
  public void namesThatAReleaseRefusesStandInItsForm() {
    world.assets.world().refuseNames();
    world.group("g1", "R&D: Core");
    world.person("u1", "name", "Dr. Ann", "groups", List.of("R&D: Core"));
    world.hand.put("Users", Map.of("Name", "Dr Ann", "Okta ID", "u1"));
    world.hand.put("Groups", Map.of("Name", "R&D Core", "Okta ID", "g1"));
    world.run();
    assertEquals(List.of("{Groups=R&D Core, Name=Dr Ann, Okta ID=u1}"), world.hand.lines("Users"));
    assertQuiet();
  }

  @Test
  public void aNameOfNothingButRefusedCharactersIsWrittenAtOnceWhereItIsTaken() {
    world.person("u1", "name", "=;:?.\"");
    world.run();
    assertEquals(List.of("{Name==;:?.\", Okta ID=u1}"), world.hand.lines("Users"));
    assertQuiet();
  }
}
