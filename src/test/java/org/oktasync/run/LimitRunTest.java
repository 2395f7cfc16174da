package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.plan.GuardrailBreach;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.Tally;

/** Limits on what a reading must hold and on renames, through whole runs. */
public class LimitRunTest {
  private final SyncWorld world = SyncWorld.guarded();

  /** Forty people p0..p39. */
  private void settle() {
    for (int i = 0; i < 40; i++) {
      world.source.person(id(i), "p" + i);
    }
    world.source.group("g", "team", id(0), id(1));
    assertEquals(RunState.SUCCEEDED, world.sync().state());
  }

  private static String id(int number) {
    return String.format("id%02d", number);
  }

  /** The next run is held for this one reason, and nothing is written. */
  private void assertHeld(String guardrail, String subject, long limit, long actual) {
    long before = world.directory.writes();
    SyncRun run = world.sync();
    assertEquals(RunState.HELD, run.state());
    assertEquals(List.of(new GuardrailBreach(guardrail, subject, limit, actual)), run.breaches());
    assertEquals("nothing is written", before, world.directory.writes());
  }

  @Test
  public void tooManyRenamesHoldTheRun() {
    settle();
    for (int i = 0; i < 6; i++) {
      world.source.person(id(i), "renamed" + i);
    }
    assertHeld("maxRenames", "", 5, 6);
  }

  @Test
  public void fewRenamesPassAndSwapsCountThePeople() {
    settle();
    for (int i = 0; i < 3; i++) {
      world.source.person(id(i), "renamed" + i);
    }
    world.source.person(id(10), "p11").person(id(11), "p10");
    SyncRun run = world.sync();
    assertEquals(RunState.SUCCEEDED, run.state());
    assertEquals("one of them twice", 6, run.counts().get(EntityKind.USER, Tally.RENAMED));
  }

  @Test
  public void aSourceOfLessThanHalfThePeopleHoldsTheRun() {
    world.change("{\"leavers\":{\"notFound\":\"keep\"}}");
    settle();
    for (int i = 0; i < 21; i++) {
      world.source.deletePerson(id(i));
    }
    world.source.person("new", "newcomer");
    world.source.deletePerson(id(21));
    assertHeld("minUsersPercent", "", 20, 19);
    world.source.person(id(21), "p21");
    assertEquals("exactly half", RunState.SUCCEEDED, world.sync().state());
  }

  @Test
  public void aListThatBrokeOffIsNotTakenForASmallOne() {
    settle();
    world.change("{\"guardrails\":{\"canary\":{\"user\":\"p39\"},\"minUsersPercent\":90}}");
    world.source.person("a-new-one", "newcomer").breakUsers(true);
    SyncRun run = world.sync();
    assertEquals(RunState.PARTIAL, run.state());
    assertEquals(List.of(), run.breaches());
    assertTrue(world.directory.account(new AccountName("newcomer")).isPresent());
    assertEquals(41, world.directory.world().accounts().stream().filter(a -> a.active()).count());
  }

  @Test
  public void aMissingCanaryHoldsTheRun() {
    settle();
    world.change("{\"guardrails\":{\"canary\":{\"user\":\"P0@Example.com\"}}}");
    world.source.person("new", "newcomer");
    assertEquals("found by its address", RunState.SUCCEEDED, world.sync().state());
    world.source.deletePerson(id(0)).person("other", "someone.else");
    assertHeld("canary", "P0@Example.com", 1, 0);
  }

  @Test
  public void aCanaryIsKnownByLoginAndIdToo() {
    settle();
    world.change("{\"guardrails\":{\"canary\":{\"user\":\"P0\",\"group\":\"TEAM\"}}}");
    assertEquals(RunState.SUCCEEDED, world.sync().state());
    world.change("{\"guardrails\":{\"canary\":{\"user\":\"id00\",\"group\":\"g\"}}}");
    assertEquals(RunState.SUCCEEDED, world.sync().state());
  }

  @Test
  public void anInactiveCanaryHoldsTheRunEvenWhenTheListBrokeOff() {
    settle();
    world.change("{\"guardrails\":{\"canary\":{\"user\":\"p0\"}}}");
    world.source.status(id(0), "SUSPENDED").person("other", "someone.else");
    assertHeld("canary", "p0", 1, 0);
    world.source.breakUsers(true);
    assertHeld("canary", "p0", 1, 0);
  }

  @Test
  public void aMissingCanaryGroupHoldsTheRun() {
    settle();
    world.change("{\"guardrails\":{\"canary\":{\"group\":\"team\"}}}");
    world.source.group("g", "renamed", id(0), id(1)).person("other", "someone.else");
    assertHeld("canary", "team", 1, 0);
  }
}
