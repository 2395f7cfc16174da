package org.oktasync.record;

import org.oktasync.plan.PlanSink;

/** Stores a plan while it is worked out. Nothing of it counts before {@link #finish}. */
public interface PlanWriter extends PlanSink, AutoCloseable {
  /** Stores what is left and answers the handle. */
  Plan finish();

  /** Gives up; deletes what was stored unless the plan is finished. */
  @Override
  void close();
}
