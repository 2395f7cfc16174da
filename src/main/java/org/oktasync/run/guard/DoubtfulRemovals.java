package org.oktasync.run.guard;

import java.util.function.Supplier;
import org.oktasync.model.EntityKind;
import org.oktasync.model.GroupName;
import org.oktasync.plan.AccountChange;
import org.oktasync.plan.Change;
import org.oktasync.plan.DesiredState;
import org.oktasync.plan.Phase;
import org.oktasync.plan.PlanSink;

/** Counts what a plan would take away without a whole list of the source behind it. */
public final class DoubtfulRemovals implements PlanSink {
  private final PlanSink plan;
  private final Supplier<DesiredState> desired;
  private long count;

  /**
   * @param desired asked for no earlier than a membership is taken away
   */
  public DoubtfulRemovals(PlanSink plan, Supplier<DesiredState> desired) {
    this.plan = plan;
    this.desired = desired;
  }

  /** How many so far. */
  public long count() {
    return count;
  }

  @Override
  public void change(Phase phase, Change change) {
    boolean removal =
        change instanceof Change.RemoveMember remove
            && desired.get().memberChanges(remove.groupId()).isPresent();
    if (removal || AccountChange.isLeave(change)) {
      count++;
    }
    plan.change(phase, change);
  }

  @Override
  public void unchanged(EntityKind kind, long number) {
    plan.unchanged(kind, number);
  }

  @Override
  public void owned(EntityKind kind, long number) {
    plan.owned(kind, number);
  }

  @Override
  public void linked(long accounts) {
    plan.linked(accounts);
  }

  @Override
  public void groupLoss(GroupName group, long lost, long members) {
    plan.groupLoss(group, lost, members);
  }
}
