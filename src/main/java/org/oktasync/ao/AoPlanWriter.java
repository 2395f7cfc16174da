package org.oktasync.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.oktasync.model.EntityKind;
import org.oktasync.model.GroupName;
import org.oktasync.plan.Change;
import org.oktasync.plan.ChangeRow;
import org.oktasync.plan.Phase;
import org.oktasync.plan.SummaryBuilder;
import org.oktasync.record.Plan;
import org.oktasync.record.PlanStore;
import org.oktasync.record.PlanWriter;
import org.oktasync.record.PlannedChange;

/** Inserts a plan in batches while it is worked out. For one thread. */
final class AoPlanWriter implements PlanWriter {
  private final ActiveObjects ao;
  private final PlanStore store;
  private final long planId;
  private final PlannedChangeColumns columns = new PlannedChangeColumns();
  private final SummaryBuilder summary = new SummaryBuilder();
  private final Fingerprint fingerprint = new Fingerprint();
  private final List<Map<String, Object>> batch = new ArrayList<>(Batch.SIZE);
  private long ordinal;
  private boolean finished;

  AoPlanWriter(ActiveObjects ao, PlanStore store, long planId) {
    this.ao = ao;
    this.store = store;
    this.planId = planId;
  }

  @Override
  public void change(Phase phase, Change change) {
    ordinal++;
    ChangeRow row = StoredText.fitting(ChangeRow.of(change));
    PlannedChange planned = new PlannedChange(ordinal, phase, row);
    fingerprint.add(planned);
    summary.change(phase, change);
    batch.add(columns.columns(planId, planned));
    if (batch.size() == Batch.SIZE) {
      insert();
    }
  }

  @Override
  public void unchanged(EntityKind kind, long count) {
    summary.unchanged(kind, count);
  }

  @Override
  public void owned(EntityKind kind, long count) {
    summary.owned(kind, count);
  }

  @Override
  public void linked(long accounts) {
    summary.linked(accounts);
  }

  @Override
  public void groupLoss(GroupName group, long lost, long members) {
    summary.groupLoss(group, lost, members);
  }

  @Override
  public Plan finish() {
    insert();
    Plan plan = new Plan(planId, summary.summary(), fingerprint.hex());
    finished = true;
    return plan;
  }

  @Override
  public void close() {
    if (!finished && ordinal > 0) {
      store.delete(planId);
    }
  }

  private void insert() {
    if (!batch.isEmpty()) {
      ao.executeInTransaction(
          () -> {
            ao.create(AoPlannedChange.class, batch);
            return null;
          });
      batch.clear();
    }
  }
}
