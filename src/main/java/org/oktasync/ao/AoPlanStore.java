package org.oktasync.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import org.oktasync.model.Cursor;
import org.oktasync.record.Mark;
import org.oktasync.record.PlanStore;
import org.oktasync.record.PlanWriter;
import org.oktasync.record.PlannedChange;

/** Plans in the database: one row for each change. */
public final class AoPlanStore implements PlanStore {
  private final ActiveObjects ao;

  public AoPlanStore(ActiveObjects ao) {
    this.ao = ao;
  }

  @Override
  public PlanWriter begin(long runId) {
    return new AoPlanWriter(ao, this, runId);
  }

  @Override
  public Cursor<PlannedChange> changes(long planId, Mark after) {
    return new PlanCursor(ao, planId, after);
  }

  @Override
  public long count(long planId) {
    return ao.count(AoPlannedChange.class, "PLAN_ID = ?", planId);
  }

  @Override
  public int deleteSome(long planId, int rows) {
    return rows().some(rows, "PLAN_ID = ?", planId);
  }

  @Override
  public void delete(long planId) {
    rows().where("PLAN_ID = ?", planId);
  }

  private StepwiseDelete<AoPlannedChange> rows() {
    return new StepwiseDelete<>(ao, AoPlannedChange.class, "PLACE", AoPlannedChange::getPlace);
  }
}
