package org.oktasync.plan;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;

/** What guardrails judge: the totals of a plan, added up while it streams by. */
public class SummaryBuilderTest {
  private static final ExternalId ID = new ExternalId("1");
  private final SummaryBuilder totals = new SummaryBuilder();

  @Test
  public void everythingIsAddedUp() {
    AccountName ann = new AccountName("ann");
    totals.change(Phase.PREPARE, new AccountChange.ReactivateAccount(ID, ann));
    totals.change(Phase.PREPARE, new AccountChange.ReactivateAccount(ID, ann));
    totals.change(
        Phase.PREPARE,
        new Change.LeaveAlone(EntityKind.USER, ID, "ann", "", Reasons.NAME_TAKEN, ""));
    totals.unchanged(EntityKind.USER, 2);
    totals.unchanged(EntityKind.USER, 3);
    totals.owned(EntityKind.MEMBERSHIP, 4);
    totals.owned(EntityKind.MEMBERSHIP, 5);
    totals.linked(6);
    totals.linked(7);
    totals.groupLoss(new GroupName("team"), 1, 8);

    PlanSummary summary = totals.summary();

    assertEquals(2, summary.count(EntityKind.USER, Operation.REACTIVATE));
    assertEquals(0, summary.count(EntityKind.GROUP, Operation.CREATE));
    assertEquals("what is left alone writes nothing", 2, summary.writes());
    assertEquals(5L, (long) summary.unchanged().get(EntityKind.USER));
    assertEquals(9L, (long) summary.owned().get(EntityKind.MEMBERSHIP));
    assertEquals(13, summary.linked());
    assertEquals(List.of(new GroupLoss("team", 1, 8)), summary.losses());
    assertEquals(0, summary.renamed());
  }
}
