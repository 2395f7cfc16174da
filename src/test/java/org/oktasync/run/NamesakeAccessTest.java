package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.oktasync.model.GroupName;
import org.oktasync.model.Message;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.target.ApplicationSeats.Application;
import org.oktasync.target.MembershipAggregation;
import org.oktasync.target.TargetDirectory;

/** Who may use what once accounts of another directory are taken over. */
public class NamesakeAccessTest extends NamesakeScene {
  @Test
  public void theSeatIsTheOneInUse_andWhoLosesItIsNamed() {
    world.applications.add(
        new Application("Jira", 100, 2, false, Set.of(new GroupName("developers"))));
    choose("1");
    SyncRun without = world.dryRun();
    assertTrue(
        without.notices().toString(),
        without.notices().stream()
            .anyMatch(
                notice ->
                    notice.code().equals("people-without-access")
                        && notice.arguments().toString().contains("ann")));
    bring("developers");
    SyncRun with = world.dryRun();
    assertTrue(
        with.notices().stream().noneMatch(notice -> notice.arguments().toString().contains("ann")));
  }

  private List<String> lossOfAccess() {
    return world.dryRun().notices().stream()
        .filter(notice -> notice.code().contains("access"))
        .map(notice -> notice.code() + notice.arguments())
        .toList();
  }

  /** Carl is in nothing that opens an application, whatever Jira does. */
  @Test
  public void whereMembershipsAddUpNobodyLosesAccess_andWhereNobodyKnowsItIsSaid() {
    world.applications.add(
        new Application("Jira", 100, 2, false, Set.of(new GroupName("developers"))));
    choose("1", "2");
    assertEquals(List.of("people-without-access[3, ann, bob, carl]"), lossOfAccess());
    world.aggregation = MembershipAggregation.ON;
    assertEquals(List.of("people-without-access[1, carl]"), lossOfAccess());
    world.aggregation = MembershipAggregation.UNKNOWN;
    assertEquals(
        List.of("people-without-access[3, ann, bob, carl]", "access-depends-on-aggregation[2]"),
        lossOfAccess());
    world.standing = new TargetDirectory(8, "LDAP", "CONNECTOR", true, 0, null);
    assertEquals(
        "the old account stays", List.of("people-without-access[1, carl]"), lossOfAccess());
  }

  /** Dora joins; Ann and Bob, who have the two seats, take over an account. */
  private RunState withOneMore(MembershipAggregation aggregation) {
    world.aggregation = aggregation;
    world.source.person("4", "dora").group("g", "tools", "4");
    world.applications.clear();
    world.applications.add(
        new Application(
            "Jira", 2, 2, false, Set.of(new GroupName("developers"), new GroupName("tools"))));
    return world.dryRun().breaches().isEmpty() ? RunState.SUCCEEDED : RunState.HELD;
  }

  @Test
  public void aSeatIsFreeOnlyWhereItIsKnownThatMembershipsDoNotAddUp() {
    world.change("{\"guardrails\":{\"seats\":true}}");
    choose("1", "2");
    assertEquals(RunState.SUCCEEDED, withOneMore(MembershipAggregation.OFF));
    assertEquals(RunState.HELD, withOneMore(MembershipAggregation.ON));
    assertEquals(RunState.HELD, withOneMore(MembershipAggregation.UNKNOWN));
  }

  /** The old account stands first and is in no group that opens the application. */
  @Test
  public void groupsOfAnAccountBehindCountOnlyWhereMembershipsAddUp() {
    world.change("{\"guardrails\":{\"seats\":true}}");
    world.standing = new TargetDirectory(8, "LDAP", "CONNECTOR", true, 0, null);
    world.source.group("g", "tools", "1");
    world.applications.add(new Application("Jira", 2, 2, false, Set.of(new GroupName("tools"))));
    choose("1");
    assertEquals(List.of(), world.dryRun().breaches());
    for (MembershipAggregation other :
        List.of(MembershipAggregation.ON, MembershipAggregation.UNKNOWN)) {
      world.aggregation = other;
      assertEquals("seats", world.dryRun().breaches().get(0).guardrail());
    }
  }

  @Test
  public void thePageSaysWhoseGroupsCount() {
    world.aggregation = MembershipAggregation.ON;
    assertEquals(Message.of("namesake-adds-up", "LDAP"), candidate("1").doubt());
    world.aggregation = MembershipAggregation.UNKNOWN;
    assertEquals(Message.of("namesake-may-add-up", "LDAP"), candidate("1").doubt());
  }

  @Test
  public void noSeatIsCountedTwice() {
    world.applications.add(
        new Application("Jira", 2, 2, false, Set.of(new GroupName("developers"))));
    world.change("{\"guardrails\":{\"seats\":true}}");
    bring("developers");
    choose("1", "2");
    assertEquals(RunState.SUCCEEDED, world.sync().state());
    assertEquals(List.of("ann", "bob"), members("developers"));
  }
}
