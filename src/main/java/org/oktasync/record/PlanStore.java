package org.oktasync.record;

import org.oktasync.model.Cursor;

/** Keeps plans: inserted once, when planned; never changed. */
public interface PlanStore {
  /** Begins the plan of a run. */
  PlanWriter begin(long runId);

  /**
   * The changes behind a mark, by phase and, within a phase, by ordinal; reads in pages, holds no
   * transaction open.
   */
  Cursor<PlannedChange> changes(long planId, Mark after);

  /** How many changes of a plan are stored. */
  long count(long planId);

  /**
   * Deletes some changes of a plan, in one transaction.
   *
   * @param rows how many at most
   * @return how many were deleted; 0 when none is left
   */
  int deleteSome(long planId, int rows);

  /** Deletes a plan, in small steps. */
  void delete(long planId);
}
