package org.oktasync.plan;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupLimit;
import org.oktasync.model.Limit;

/** Where each limit lies, one below and one above. */
public class GuardrailTest {
  private static final Limit WIDE = new Limit(null, 100);
  private static final GuardrailLimits LIMITS =
      new GuardrailLimits(
          new Limit(50, 5),
          new Limit(50, 5),
          new Limit(10, 1),
          3,
          WIDE,
          new GroupLimit(100, 0),
          1,
          50,
          true,
          new Limit(50, 5));

  private static List<GuardrailBreach> check(PlanSummary summary, ReadingFacts reading) {
    return new Guardrail(LIMITS).check(summary, reading);
  }

  private static List<GuardrailBreach> check(PlanSummary summary) {
    return check(summary, new ReadingFacts(true, 10_000, true, List.of()));
  }

  private static PlanSummary changes(EntityKind kind, Operation operation, long count, long owned) {
    return new PlanSummary(
        Map.of(kind, Map.of(operation, count)),
        Map.of(),
        Map.of(EntityKind.USER, owned),
        owned,
        List.of(),
        operation == Operation.RENAME ? count : 0,
        List.of(),
        AccessLoss.NONE);
  }

  private static GuardrailBreach breach(String name, long limit, long actual) {
    return new GuardrailBreach(name, "", limit, actual);
  }

  @Test
  public void objectsThatAreTakenAwayInAnyWayAreLimitedTogether() {
    PlanSummary plan =
        new PlanSummary(
            Map.of(
                EntityKind.OBJECT,
                Map.of(Operation.RETIRE, 4L, Operation.ARCHIVE, 4L, Operation.DELETE, 3L)),
            Map.of(),
            Map.of(EntityKind.USER, 10_000L, EntityKind.OBJECT, 200L),
            0,
            List.of(),
            0,
            List.of(),
            AccessLoss.NONE);
    assertEquals(List.of(breach("maxRetirements", 10, 11)), check(plan));
  }

  @Test
  public void deactivationsAreLimitedByShareAndByNumber() {
    assertEquals(List.of(), check(changes(EntityKind.USER, Operation.DEACTIVATE, 10, 200)));
    assertEquals(
        List.of(breach("maxDeactivations", 10, 11)),
        check(changes(EntityKind.USER, Operation.DEACTIVATE, 11, 200)));
    assertEquals(
        List.of(breach("maxDeactivations", 50, 51)),
        check(changes(EntityKind.USER, Operation.DEACTIVATE, 51, 10_000)));
  }

  @Test
  public void whoBeginsToWaitForItCountsAsDeactivated() {
    assertEquals(List.of(), check(changes(EntityKind.USER, Operation.WAIT, 10, 200)));
    assertEquals(
        List.of(breach("maxDeactivations", 10, 11)),
        check(changes(EntityKind.USER, Operation.WAIT, 11, 200)));
    PlanSummary both =
        new PlanSummary(
            Map.of(EntityKind.USER, Map.of(Operation.WAIT, 6L, Operation.DEACTIVATE, 5L)),
            Map.of(),
            Map.of(EntityKind.USER, 200L),
            200,
            List.of(),
            0,
            List.of(),
            AccessLoss.NONE);
    assertEquals(List.of(breach("maxDeactivations", 10, 11)), check(both));
  }

  private static GuardrailLimits removals(Limit all, GroupLimit ofOneGroup) {
    return new GuardrailLimits(WIDE, WIDE, WIDE, 3, all, ofOneGroup, 1, 50, true, WIDE);
  }

  private static PlanSummary removals(long removed, long owned, GroupLoss... losses) {
    return new PlanSummary(
        Map.of(EntityKind.MEMBERSHIP, Map.of(Operation.REMOVE, removed)),
        Map.of(),
        Map.of(EntityKind.MEMBERSHIP, owned),
        0,
        List.of(losses),
        0,
        List.of(),
        AccessLoss.NONE);
  }

  @Test
  public void membersWhoAreTakenOutAreLimitedOverAllGroups() {
    Guardrail guardrail = new Guardrail(removals(new Limit(500, 20), new GroupLimit(100, 0)));
    ReadingFacts facts = new ReadingFacts(true, 10, true, List.of());
    assertEquals(List.of(), guardrail.check(removals(20, 100), facts));
    assertEquals(List.of(breach("maxRemovals", 20, 21)), guardrail.check(removals(21, 100), facts));
    assertEquals(
        List.of(breach("maxRemovals", 500, 501)), guardrail.check(removals(501, 9_000), facts));
  }

  @Test
  public void noGroupLosesMoreThanItsShare_andItsNameIsTold() {
    Guardrail guardrail = new Guardrail(removals(WIDE, new GroupLimit(50, 10)));
    ReadingFacts facts = new ReadingFacts(true, 10, true, List.of());
    assertEquals(
        List.of(),
        guardrail.check(
            removals(0, 0, new GroupLoss("team", 10, 20), new GroupLoss("few", 5, 5)), facts));
    assertEquals(
        List.of(new GuardrailBreach("maxRemovalsPerGroup", "team", 10, 11)),
        guardrail.check(
            removals(0, 0, new GroupLoss("team", 11, 20), new GroupLoss("crew", 11, 22)), facts));
  }

  @Test
  public void aPlanThatTakesNoSeatMoreThanThereAreExceedsNothing() {
    assertFalse(new SeatUse("Jira", 10, 9, 10).exceeded());
    assertTrue(new SeatUse("Jira", 10, 9, 11).exceeded());
    assertFalse("too many already", new SeatUse("Jira", 10, 12, 12).exceeded());
    assertTrue(new SeatUse("Jira", 10, 12, 13).exceeded());
  }

  @Test
  public void policiesForLeaversAreKnownByTheirNames() {
    for (LeaverPolicy policy : LeaverPolicy.values()) {
      assertEquals(Optional.of(policy), LeaverPolicy.of(policy.label()));
    }
    assertEquals("remove-groups", LeaverPolicy.REMOVE_GROUPS.label());
    assertEquals(Optional.empty(), LeaverPolicy.of("KEEP"));
  }

  @Test
  public void renamesAreLimitedByShareAndByNumber() {
    assertEquals(List.of(), check(changes(EntityKind.USER, Operation.RENAME, 10, 200)));
    assertEquals(
        List.of(breach("maxRenames", 10, 11)),
        check(changes(EntityKind.USER, Operation.RENAME, 11, 200)));
    assertEquals(
        List.of(breach("maxRenames", 50, 51)),
        check(changes(EntityKind.USER, Operation.RENAME, 51, 10_000)));
  }

  @Test
  public void aRenameOverAThirdNameIsOnePersonRenamed() {
    SummaryBuilder totals = new SummaryBuilder();
    ExternalId ann = new ExternalId("1");
    for (String to : List.of("parked", "bob")) {
      totals.change(
          Phase.PREPARE,
          new AccountChange.RenameAccount(ann, new AccountName("ann"), new AccountName(to)));
    }
    assertEquals(1, totals.summary().renamed());
  }

  @Test
  public void deletionsOfPeopleHaveATighterLimit() {
    assertEquals(List.of(), check(changes(EntityKind.USER, Operation.DELETE, 2, 200)));
    assertEquals(
        List.of(breach("maxDeletions", 2, 3)),
        check(changes(EntityKind.USER, Operation.DELETE, 3, 200)));
    assertEquals(
        List.of(breach("maxDeletions", 10, 11)),
        check(changes(EntityKind.USER, Operation.DELETE, 11, 10_000)));
  }

  @Test
  public void groupsAreCountedOneByOne() {
    assertEquals(List.of(), check(changes(EntityKind.GROUP, Operation.DELETE, 3, 0)));
    assertEquals(
        List.of(breach("maxGroupDeletions", 3, 4)),
        check(changes(EntityKind.GROUP, Operation.DELETE, 4, 0)));
  }

  @Test
  public void theFewestPeopleAndHalfOfThemAreEnough() {
    PlanSummary one = changes(EntityKind.USER, Operation.UPDATE, 0, 2);
    assertEquals(List.of(), check(one, new ReadingFacts(true, 1, true, List.of())));
    assertEquals(
        List.of(breach("minUsers", 1, 0)), check(one, new ReadingFacts(true, 0, true, List.of())));
  }

  @Test
  public void theSourceMustAnswerWithHalfOfThePeople() {
    PlanSummary quiet = changes(EntityKind.USER, Operation.UPDATE, 0, 201);
    assertEquals(List.of(), check(quiet, new ReadingFacts(true, 101, true, List.of())));
    assertEquals(
        List.of(breach("minUsersPercent", 101, 100)),
        check(quiet, new ReadingFacts(true, 100, true, List.of())));
    assertEquals(
        "broke off, and removes nobody",
        List.of(),
        check(quiet, new ReadingFacts(true, 100, false, List.of())));
    assertEquals(
        "only what changed was asked for",
        List.of(),
        check(quiet, new ReadingFacts(false, 0, true, List.of())));
    assertEquals(
        "one short list, one breach",
        List.of(breach("minUsers", 1, 0)),
        check(quiet, new ReadingFacts(true, 0, true, List.of())));
    PlanSummary first = changes(EntityKind.USER, Operation.CREATE, 10, 0);
    assertEquals(List.of(), check(first, new ReadingFacts(true, 10, true, List.of())));
  }

  @Test
  public void eachMissingCanaryIsNamed() {
    PlanSummary quiet = changes(EntityKind.USER, Operation.UPDATE, 0, 1);
    assertEquals(
        List.of(new GuardrailBreach("canary", "ann", 1, 0)),
        check(quiet, new ReadingFacts(true, 10, true, List.of("ann"))));
  }

  @Test
  public void seatsHoldOnlyWhatMakesThingsWorse() {
    PlanSummary quiet = changes(EntityKind.USER, Operation.UPDATE, 0, 1);
    assertEquals(List.of(), check(seated(quiet, 100, 90, 100)));
    assertEquals(
        List.of(new GuardrailBreach("seats", "Software", 100, 101)),
        check(seated(quiet, 100, 90, 101)));
    assertEquals("fewer than before", List.of(), check(seated(quiet, 100, 110, 105)));
    GuardrailLimits without =
        new GuardrailLimits(WIDE, WIDE, WIDE, 3, WIDE, new GroupLimit(100, 0), 0, 0, false, WIDE);
    assertEquals(
        List.of(),
        new Guardrail(without)
            .check(seated(quiet, 100, 90, 101), new ReadingFacts(true, 10_000, true, List.of())));
  }

  private static PlanSummary seated(PlanSummary summary, long seats, long used, long after) {
    return summary.seated(List.of(new SeatUse("Software", seats, used, after)), AccessLoss.NONE);
  }
}
