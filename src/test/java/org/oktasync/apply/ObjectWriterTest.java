package org.oktasync.apply;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.oktasync.fakes.AssetsCall;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Message;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.AttributeValue;
import org.oktasync.model.assets.NewAttribute;
import org.oktasync.model.assets.ObjectIdentity;
import org.oktasync.model.assets.ObjectLink;
import org.oktasync.plan.ObjectChange.CreateObject;
import org.oktasync.plan.ObjectChange.DeleteObject;
import org.oktasync.plan.ObjectChange.RestoreObject;
import org.oktasync.plan.ObjectChange.RetireObject;
import org.oktasync.plan.ObjectChange.UpdateObject;
import org.oktasync.plan.Phase;
import org.oktasync.plan.Reasons;
import org.oktasync.plan.assets.MissingPolicy;
import org.oktasync.record.Mark;
import org.oktasync.record.Plan;
import org.oktasync.record.Tally;
import org.oktasync.target.TargetException.Kind;

/** Single changes of objects, written to an Assets that is no longer as it was planned for. */
public class ObjectWriterTest extends ObjectScenario {
  private static final ExternalId U1 = new ExternalId("u1");
  private static final Map<String, String> NONE = Map.of();

  private static ObjectIdentity identity(String key) {
    return new ObjectIdentity("Users", key);
  }

  private ObjectLink link(String key) {
    return world.links.find(ObjectWorld.CONNECTION, identity(key)).orElse(null);
  }

  @Test
  public void creationsOfOneSortGoTogether_everythingElseAlone() {
    ObjectWriter writer = world.writer();
    CreateObject made = new CreateObject(U1, identity("u1"), "Ann", NONE, "");
    CreateObject other = new CreateObject(new ExternalId("u2"), identity("u2"), "Bob", NONE, "");
    CreateObject referred = new CreateObject(U1, identity("u1"), "Ann", NONE, Reasons.REFERRED_TO);
    CreateObject group = new CreateObject(U1, new ObjectIdentity("Groups", "u1"), "Ann", NONE, "");
    assertEquals(writer.together(made), writer.together(other));
    assertNotEquals(writer.together(made), writer.together(referred));
    assertNotEquals(writer.together(made), writer.together(group));
    assertNull(writer.together(new UpdateObject(U1, identity("u1"), "Ann", NONE, NONE)));
    assertEquals(25, writer.most());
  }

  @Test
  public void whatACheckForbidsIsLeftOut() {
    world.person("u1", "name", "Ann").person("u2", "name", "Bob");
    world.check =
        change ->
            change.subject().equals("Ann") ? Optional.of(Message.of("spared")) : Optional.empty();
    world.run();
    assertEquals(1, count(Tally.SKIPPED));
    assertEquals(List.of("{Name=Bob, Okta ID=u2}"), world.hand.lines("Users"));
  }

  @Test
  public void anAssetsThatFailsFiveTimesInARowIsOutOfReach() {
    for (int i = 10; i < 20; i++) {
      world.person("u" + i, "name", "p" + i);
    }
    var faults = world.assets.world().faults();
    for (int nth = 1; nth <= 100; nth++) {
      faults.failBefore(AssetsCall.CREATE, nth, () -> refusal(Kind.RETRY));
    }
    world.run();
    assertEquals(4, count(Tally.FAILED));
    assertEquals("test-fault", world.outcome.brokeOff().orElseThrow().code());
    assertEquals("three tries each", 15, faults.count(AssetsCall.CREATE));
  }

  @Test
  public void failuresWithASuccessBetweenThemAreNotInARow() {
    for (int i = 10; i < 20; i++) {
      world.person("u" + i, "name", "p" + i);
    }
    var faults = world.assets.world().faults();
    for (int nth = 1; nth <= 100; nth++) {
      if (nth != 13 && nth != 17) {
        faults.failBefore(
            AssetsCall.CREATE,
            nth,
            () -> refusal(faults.count(AssetsCall.CREATE) == 26 ? Kind.INVALID : Kind.RETRY));
      }
    }
    world.run();
    assertTrue(world.outcome.brokeOff().isEmpty());
    assertEquals(2, count(Tally.CREATED));
    assertEquals(8, count(Tally.FAILED));
  }

  @Test
  public void howFarThePlanIsIsKnownAfterEachObject() {
    world.person("u1", "name", "Ann").person("u2", "name", "Bob").person("u3", "name", "Eve");
    Plan plan = world.plan();
    world.assets.world().faults().failBefore(AssetsCall.CREATE, 3, () -> refusal(Kind.FATAL));
    world.apply(plan, Mark.START);
    assertEquals(new Mark(Phase.OBJECTS, 2), world.journal.find(plan.id()).orElseThrow().mark());
  }

  @Test
  public void whatSomebodyBroughtBackSinceThePlan_isStillOurs() {
    world.person("u1", "name", "Ann", "floor", "7");
    world.run();
    String id = idOf("u1");
    world.hand.archive(id);
    Plan plan = world.plan();
    world.assets.restore(id);
    world.hand.edit(id, "Floor", "9");
    world.apply(plan, Mark.START);
    assertEquals(List.of("{Floor=7, Name=Ann, Okta ID=u1}"), world.hand.lines("Users"));
    assertEquals(ObjectLink.Origin.CREATED, link("u1").origin());
    assertQuiet();
  }

  @Test
  public void whatSomebodyTookOutOfTheArchiveSinceThePlan_isOutOfItForUsToo() {
    archiving();
    world.person("u1", "name", "Ann");
    world.run();
    String id = idOf("u1");
    world.people.remove("u1");
    world.run();
    world.person("u1", "name", "Ann");
    Plan plan = world.plan();
    world.assets.restore(id);
    world.apply(plan, Mark.START);
    assertEquals(id, link("u1").objectId());
    assertEquals(ObjectLink.Retired.NO, link("u1").retired());
    assertQuiet();
  }

  @Test
  public void whatIsMadeForAReference_isLookedForByWhatItIsReferredBy() {
    world.person("u1", "name", "Ann", "groups", List.of("Staff"));
    Plan plan = world.plan();
    world.hand.put("Groups", Map.of("Name", "staff"));
    world.apply(plan, Mark.START);
    assertEquals(1, world.hand.lines("Groups").size());
    assertEquals(0, count(Tally.FAILED));
    assertEquals("{Groups=Staff, Name=Ann, Okta ID=u1}", user(0));
  }

  @Test
  public void whatSomebodyBroughtBackUnderAnotherKey_isLeftAlone() {
    world.person("u1", "name", "Ann");
    world.run();
    String id = idOf("u1");
    world.hand.archive(id);
    Plan plan = world.plan();
    world.assets.restore(id);
    world.hand.edit(id, "Okta ID", "other");
    world.apply(plan, Mark.START);
    assertEquals(1, count(Tally.SKIPPED));
    assertEquals(List.of("{Name=Ann, Okta ID=other}"), world.hand.lines("Users"));
  }

  @Test
  public void anObjectOfAnotherPersonIsNotTakenOver() {
    world.person("u1", "name", "Ann");
    world.run();
    world.write(
        Phase.OBJECTS,
        new CreateObject(
            new ExternalId("u2"),
            identity("u1"),
            "Bob",
            Map.of("Name", "Bob", "Okta ID", "u1"),
            ""));
    assertEquals(1, count(Tally.SKIPPED));
    assertEquals(List.of("{Name=Ann, Okta ID=u1}"), world.hand.lines("Users"));
  }

  @Test
  public void whoWasMissingAndIsBackWithOtherValues_isMissingNoMore() {
    world.policy = new MissingPolicy(MissingPolicy.Action.STATUS, "Not in Okta", 0, 3);
    world.person("u1", "name", "Ann");
    world.run();
    world.people.remove("u1");
    world.run();
    assertEquals(1, link("u1").missingRuns());
    world.person("u1", "name", "Anna");
    world.run();
    assertEquals(0, link("u1").missingRuns());
    assertNull(link("u1").missingSince());
    assertQuiet();
  }

  @Test
  public void whatIsOursAlreadyIsNotNotedAgain() {
    world.person("u1", "name", "Ann");
    world.run();
    long stored = world.links.writes();
    world.person("u1", "name", "Anna");
    world.run();
    assertEquals(stored, world.links.writes());
  }

  @Test
  public void anObjectComesBackAsItWas_whenAnUndoSaysSo() {
    world.policy = new MissingPolicy(MissingPolicy.Action.ARCHIVE, "", 0, 1);
    world.person("u1", "name", "Ann", "floor", "7");
    world.run();
    world.people.remove("u1");
    world.run();
    world.write(Phase.OBJECTS, new RestoreObject(U1, identity("u1"), "Ann", NONE, NONE));
    assertEquals(List.of("{Floor=7, Name=Ann, Okta ID=u1}"), world.hand.lines("Users"));
    assertEquals(ObjectLink.Retired.NO, link("u1").retired());
    assertEquals(1, count(Tally.UPDATED));
  }

  @Test
  public void whatNobodyCanBringBackAsItWas_isSkipped() {
    world.policy = new MissingPolicy(MissingPolicy.Action.ARCHIVE, "", 0, 1);
    world.person("u1", "name", "Ann");
    world.run();
    String id = idOf("u1");
    world.people.remove("u1");
    world.run();
    world.hand.delete(id);
    RestoreObject restore = new RestoreObject(U1, identity("u1"), "Ann", NONE, NONE);
    world.write(Phase.OBJECTS, restore);
    assertEquals("deleted", 1, count(Tally.SKIPPED));
    world.links.release(List.of(link("u1").id()));
    world.write(Phase.OBJECTS, restore);
    assertEquals("not ours", 1, count(Tally.SKIPPED));
    assertEquals(List.of(), world.hand.lines("Users"));
  }

  @Test
  public void whatIsInTheArchiveAndWasDeletedThere_isMadeAnew() {
    world.policy = new MissingPolicy(MissingPolicy.Action.ARCHIVE, "", 0, 1);
    world.person("u1", "name", "Ann");
    world.run();
    String id = idOf("u1");
    world.people.remove("u1");
    world.run();
    world.hand.delete(id);
    world.person("u1", "name", "Ann");
    world.run();
    assertEquals(List.of("{Name=Ann, Okta ID=u1}"), world.hand.lines("Users"));
    assertEquals(idOf("u1"), link("u1").objectId());
    assertQuiet();
  }

  @Test
  public void whatWasFoundIsNeverDeleted_whateverAPlanSays() {
    world.hand.put("Users", Map.of("Name", "Ann", "Okta ID", "u1"));
    world.person("u1", "name", "Ann");
    world.run();
    world.write(
        Phase.DELETE_OBJECTS, new DeleteObject(U1, identity("u1"), "Ann", NONE, Reasons.NOT_FOUND));
    assertEquals(1, count(Tally.SKIPPED));
    assertEquals(1, world.hand.lines("Users").size());
  }

  @Test
  public void whatIsNotOursIsNeitherArchivedNorGivenAStatus() {
    String id = world.hand.put("Users", Map.of("Name", "Ann", "Okta ID", "u1"));
    world.write(
        Phase.RETIRE_OBJECTS,
        new RetireObject(U1, identity("u1"), "Ann", NONE, NONE, Reasons.NOT_FOUND),
        new RetireObject(
            U1,
            identity("u1"),
            "Ann",
            Map.of("Status", ""),
            Map.of("Status", "Not in Okta"),
            Reasons.NOT_FOUND));
    assertEquals(2, count(Tally.SKIPPED));
    assertEquals(List.of("{Name=Ann, Okta ID=u1}"), world.hand.lines("Users"));
    assertTrue(world.assets.object(id).isPresent());
  }

  @Test
  public void anUpdateOfWhatHasNoLink_goesToTheOnlyObjectOfItsKey() {
    world.hand.put("Users", Map.of("Name", "Ann", "Okta ID", "u1"));
    UpdateObject update =
        new UpdateObject(U1, identity("u1"), "Ann", Map.of("Name", "Ann"), Map.of("Name", "Anna"));
    world.write(Phase.OBJECTS, update);
    assertEquals(List.of("{Name=Anna, Okta ID=u1}"), world.hand.lines("Users"));
    assertEquals(ObjectLink.Origin.FOUND, link("u1").origin());
    world.links.release(List.of(link("u1").id()));
    world.hand.put("Users", Map.of("Name", "Ann", "Okta ID", "U1"));
    world.write(Phase.OBJECTS, update);
    assertEquals("which of two", 1, count(Tally.SKIPPED));
  }

  @Test
  public void anAttributeThatIsGoneSinceThePlanFailsTheChange() {
    world.person("u1", "name", "Ann", "floor", "7").person("u2", "name", "Bob");
    Plan plan = world.plan();
    world.assets.world().removeAttribute(world.usersType(), "Floor");
    world.apply(plan, Mark.START);
    assertEquals(1, count(Tally.FAILED));
    assertEquals(List.of("{Name=Bob, Okta ID=u2}"), world.hand.lines("Users"));
  }

  @Test
  public void whoIsNamedAlreadyStays_thoughNobodyFindsThemAnyMore() {
    world.assets.world().removeAttribute(world.usersType(), "Account");
    world
        .assets
        .world()
        .addAttribute(world.usersType(), NewAttribute.of("Account", AttributeType.USER).many());
    world.account("ann@x.org", "ann", "KEY1");
    world.account("bob@x.org", "bob", "KEY2");
    world.person("u1", "name", "Ann", "mail", List.of("ann@x.org"));
    world.run();
    world.person("u1", "name", "Ann", "mail", List.of("ann@x.org", "bob@x.org"));
    Plan plan = world.plan();
    world.users.remove("ann@x.org");
    world.apply(plan, Mark.START);
    assertEquals("{Account=ann;bob, Name=Ann, Okta ID=u1}", user(0));
    assertEquals(
        List.of("KEY1", "KEY2"),
        world.assets.object(idOf("u1")).orElseThrow().values("Account").stream()
            .map(AttributeValue::reference)
            .sorted()
            .toList());
  }

  @Test
  public void whatIsThereTwiceSinceThePlan_failsForEachOfTheBatch() {
    world.person("u1", "name", "Ann").person("u2", "name", "Bob").person("u3", "name", "Eve");
    Plan plan = world.plan();
    for (String key : List.of("u1", "U1", "u2", "U2", "u3", "U3")) {
      world.hand.put("Users", Map.of("Name", key, "Okta ID", key));
    }
    world.apply(plan, Mark.START);
    assertEquals(3, count(Tally.FAILED));
    assertEquals(6, world.hand.lines("Users").size());
  }

  @Test
  public void whatIsThereInTheFormOfARelease_isNotMadeTwice() {
    world.assets.world().refuseNames();
    world.person("u1", "name", "Ann", "roles", List.of("R&D: Core"));
    Plan plan = world.plan();
    world.hand.put("Roles", Map.of("Name", "R&D Core"));
    world.apply(plan, Mark.START);
    assertEquals(List.of("{Name=R&D Core}"), world.hand.lines("Roles"));
    assertEquals("{Name=Ann, Okta ID=u1, Roles=R&D Core}", user(0));
    assertEquals(0, count(Tally.FAILED));
    assertQuiet();
  }
}
