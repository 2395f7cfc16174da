package org.oktasync.run;

import org.oktasync.control.Progress;
import org.oktasync.control.StopSignal;
import org.oktasync.model.EntityKind;
import org.oktasync.model.GroupName;
import org.oktasync.plan.Change;
import org.oktasync.plan.Phase;
import org.oktasync.plan.PlanSink;

/** Ends planning when the run is asked to stop, and tells how far it is. */
final class StoppablePlan implements PlanSink {
  private final PlanSink plan;
  private final StopSignal stop;
  private final Progress progress;

  StoppablePlan(PlanSink plan, StopSignal stop, Progress progress) {
    this.plan = plan;
    this.stop = stop;
    this.progress = progress;
  }

  @Override
  public void change(Phase phase, Change change) {
    stop.check();
    plan.change(phase, change);
    progress.advance(1);
  }

  @Override
  public void unchanged(EntityKind kind, long count) {
    stop.check();
    plan.unchanged(kind, count);
  }

  @Override
  public void owned(EntityKind kind, long count) {
    stop.check();
    plan.owned(kind, count);
  }

  @Override
  public void linked(long accounts) {
    plan.linked(accounts);
  }

  @Override
  public void groupLoss(GroupName group, long lost, long members) {
    stop.check();
    plan.groupLoss(group, lost, members);
  }
}
