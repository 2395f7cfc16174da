package org.oktasync.apply;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.oktasync.fakes.AssetsCall;
import org.oktasync.model.assets.ObjectLink;
import org.oktasync.plan.assets.MissingPolicy;
import org.oktasync.record.Mark;
import org.oktasync.record.Plan;
import org.oktasync.record.Tally;
import org.oktasync.target.TargetException.Kind;

/** What is written when Assets changed between plan and write. */
public class ObjectSinceTest extends ObjectScenario {
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
