package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.GroupName;
import org.oktasync.model.Message;
import org.oktasync.plan.GuardrailBreach;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.target.ApplicationSeats.Application;

/** Application seats: a plan that needs more than the licence has is held. */
public class SeatRunTest {
  private static final String WIDE =
      "{\"name\":\"w\",\"guardrails\":{\"maxRemovals\":{\"percent\":100},"
          + "\"maxDeactivations\":{\"percent\":100},\"maxRenames\":{\"percent\":100},\"maxGroupDeletions\":9,"
          + "\"maxRemovalsPerGroup\":{\"percent\":100},\"minUsersPercent\":0}}";

  private final SyncWorld world = new SyncWorld(WIDE);

  /** An application that these groups open; its use is what the directory shows now. */
  private void application(String name, long seats, boolean basic, String... groups) {
    Set<GroupName> opening = Arrays.stream(groups).map(GroupName::new).collect(Collectors.toSet());
    long used =
        opening.stream()
            .flatMap(group -> world.directory.world().membersOf(group).stream())
            .distinct()
            .filter(person -> world.directory.account(person).orElseThrow().active())
            .count();
    world.applications.removeIf(one -> one.name().equals(name));
    world.applications.add(new Application(name, seats, used, basic, opening));
  }

  private void software(long seats, String... groups) {
    application("Software", seats, false, groups);
  }

  private void people(int from, int to) {
    for (int i = from; i < to; i++) {
      world.source.person("u" + i, "p" + i);
    }
  }

  private void members(String group, int... people) {
    world.source.group(
        "id-" + group, group, Arrays.stream(people).mapToObj(i -> "u" + i).toArray(String[]::new));
  }

  private void assertHeld(long seats, long actual) {
    String before = world.directory.world().text();
    SyncRun run = world.sync();
    assertEquals(RunState.HELD, run.state());
    assertEquals(List.of(new GuardrailBreach("seats", "Software", seats, actual)), run.breaches());
    assertEquals("nothing is written", before, world.directory.world().text());
  }

  private void assertGoes() {
    SyncRun run = world.sync();
    assertEquals(run.breaches().toString(), RunState.SUCCEEDED, run.state());
  }

  @Test
  public void aFirstSyncBeyondTheLicenceIsHeld() {
    people(0, 5);
    members("team", 0, 1, 2, 3);
    software(3, "team");
    assertHeld(3, 4);
    software(4, "team");
    assertGoes();
  }

  @Test
  public void aPersonInTwoGroupsUsesOneSeat() {
    people(0, 3);
    members("team", 0, 1, 2);
    members("leads", 0, 1);
    software(3, "team", "leads");
    assertGoes();
    members("leads", 0, 1, 2);
    software(3, "team", "leads");
    assertGoes();
  }

  @Test
  public void whoUsesASeatAlreadyNeedsNoSecond() {
    people(0, 3);
    members("team", 0, 1);
    software(2, "team", "leads");
    assertGoes();
    members("leads", 0, 1);
    software(2, "team", "leads");
    assertGoes();
    members("leads", 0, 1, 2);
    software(2, "team", "leads");
    assertHeld(2, 3);
  }

  @Test
  public void whoIsFreedByTheSamePlanIsSetOff() {
    people(0, 4);
    members("team", 0, 1, 2);
    software(3, "team");
    assertGoes();
    world.source.status("u0", "SUSPENDED");
    members("team", 1, 3);
    software(2, "team");
    assertGoes();
  }

  @Test
  public void aReactivationTakesASeatWhenPresentGroupsOpenOne() {
    people(0, 2);
    members("team", 0, 1);
    software(2, "team");
    assertGoes();
    world.source.status("u0", "SUSPENDED");
    assertGoes();
    world.source.status("u0", "ACTIVE");
    software(1, "team");
    assertHeld(1, 2);
    software(2, "team");
    assertGoes();
  }

  @Test
  public void aRenamedPersonIsKnownByTheNameBefore() {
    people(0, 3);
    members("team", 0, 1);
    software(2, "team");
    assertGoes();
    world.source.person("u0", "p0.new");
    members("team", 1, 2);
    software(2, "team");
    assertGoes();
  }

  @Test
  public void whoWouldBeInactiveTakesNone() {
    people(0, 2);
    members("team", 0);
    software(1, "team");
    assertGoes();
    world.source.status("u1", "SUSPENDED");
    members("team", 0, 1);
    software(1, "team");
    assertGoes();
  }

  @Test
  public void theBasicApplicationComesWithEveryOther() {
    people(0, 2);
    members("team", 0, 1);
    software(2, "team");
    application("Work Management", 1, true, "team", "basic");
    assertGoes();
  }

  @Test
  public void aLicenceThatIsExceededAlreadyHoldsNobodyBack() {
    people(0, 3);
    members("team", 0, 1, 2);
    assertGoes();
    software(1, "team");
    members("team", 0, 1);
    assertGoes();
  }

  @Test
  public void withoutALimitOrWithTheGuardrailOffNothingIsHeld() {
    people(0, 3);
    members("team", 0, 1);
    software(0, "team");
    assertGoes();
    members("team", 0, 1, 2);
    software(1, "team");
    world.change("{\"guardrails\":{\"seats\":false}}");
    assertGoes();
  }

  @Test
  public void aGroupThatIsDeletedFreesItsSeats() {
    world.change("{\"groups\":{\"notFound\":\"delete\"}}");
    people(0, 4);
    members("team", 0, 1);
    members("other");
    software(2, "team", "other");
    assertGoes();
    world.source.deleteGroup("id-team");
    members("other", 2, 3);
    software(2, "team", "other");
    SyncRun run = world.sync();
    assertEquals(RunState.SUCCEEDED, run.state());
    assertEquals(List.of(Message.of("people-without-access", 2, "p0, p1")), run.notices());
  }

  @Test
  public void whoIsLeftWithoutAccessIsReportedAndNotHeld() {
    people(0, 9);
    members("team", 0, 1);
    software(0, "team");
    SyncRun first = world.sync();
    assertEquals(
        List.of(Message.of("people-without-access", 7, "p2, p3, p4, p5, p6")), first.notices());
    assertTrue(world.findings.standing(world.connectionId()).isEmpty());
    assertEquals("said once", List.of(), world.sync().notices());
    members("team", 1);
    assertEquals(List.of(Message.of("people-without-access", 1, "p0")), world.dryRun().notices());
    world.source.status("u5", "SUSPENDED");
    world.sync();
    world.source.status("u5", "ACTIVE");
    assertEquals(List.of(Message.of("people-without-access", 1, "p5")), world.sync().notices());
  }

  @Test
  public void membersOfOtherDirectoriesKeepTheSeatsThatTheyHave() {
    world.directory.world().hold(new Account(new AccountName("local"), "L", "", true));
    world.directory.world().holdGroup(new GroupName("team"), new AccountName("local"));
    world.change("{\"groups\":{\"collision\":\"adopt\"}}");
    people(0, 2);
    members("team", 0, 1);
    software(2, "team");
    assertHeld(2, 3);
  }
}
