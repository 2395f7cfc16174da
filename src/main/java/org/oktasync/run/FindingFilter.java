package org.oktasync.run;

import java.util.HashSet;
import java.util.Set;
import org.oktasync.model.EntityKind;
import org.oktasync.model.GroupName;
import org.oktasync.plan.Change;
import org.oktasync.plan.Phase;
import org.oktasync.plan.PlanSink;
import org.oktasync.record.Finding;

/**
 * Lets through what a plan leaves alone only when that is new; what stands since an earlier run is
 * counted and not reported again.
 */
final class FindingFilter implements PlanSink {
  private final PlanSink plan;
  private final PlanSink totals;
  private final Set<Finding> standing;
  private final Set<Finding> now = new HashSet<>();

  /**
   * @param plan takes what is to be stored
   * @param totals takes everything
   */
  FindingFilter(PlanSink plan, PlanSink totals, Set<Finding> standing) {
    this.plan = plan;
    this.totals = totals;
    this.standing = standing;
  }

  /** Everything that this plan leaves alone. */
  Set<Finding> now() {
    return now;
  }

  @Override
  public void change(Phase phase, Change change) {
    totals.change(phase, change);
    if (!(change instanceof Change.LeaveAlone left) || isNew(left)) {
      plan.change(phase, change);
    }
  }

  private boolean isNew(Change.LeaveAlone left) {
    Finding finding = finding(left);
    return now.add(finding) && !standing.contains(finding);
  }

  /** What a change that leaves something alone says, as it is remembered. */
  static Finding finding(Change.LeaveAlone left) {
    return new Finding(
        left.kind(), left.sourceId().value(), left.subject(), left.reason(), left.detail());
  }

  @Override
  public void unchanged(EntityKind kind, long count) {
    totals.unchanged(kind, count);
    plan.unchanged(kind, count);
  }

  @Override
  public void owned(EntityKind kind, long count) {
    totals.owned(kind, count);
    plan.owned(kind, count);
  }

  @Override
  public void linked(long accounts) {
    totals.linked(accounts);
    plan.linked(accounts);
  }

  @Override
  public void groupLoss(GroupName group, long lost, long members) {
    totals.groupLoss(group, lost, members);
    plan.groupLoss(group, lost, members);
  }
}
