package org.oktasync.run.person;

import java.util.ArrayList;
import java.util.List;
import org.oktasync.model.EntityKind;
import org.oktasync.model.GroupName;
import org.oktasync.plan.Change;
import org.oktasync.plan.ChangeRow;
import org.oktasync.plan.Phase;
import org.oktasync.plan.PlanSink;

/** Keeps a small plan in memory, in the order in which it would be applied, and passes it on. */
final class CollectedPlan implements PlanSink {
  private final PlanSink next;
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(Phase phase, ChangeRow row) {}

  CollectedPlan(PlanSink next) {
    this.next = next;
  }

  /** The changes, phase by phase. */
  List<ChangeRow> rows() {
    return entries.stream()
        .sorted(java.util.Comparator.comparing(Entry::phase))
        .map(Entry::row)
        .toList();
  }

  @Override
  public void change(Phase phase, Change change) {
    entries.add(new Entry(phase, ChangeRow.of(change)));
    next.change(phase, change);
  }

  @Override
  public void unchanged(EntityKind kind, long count) {
    next.unchanged(kind, count);
  }

  @Override
  public void owned(EntityKind kind, long count) {
    next.owned(kind, count);
  }

  @Override
  public void linked(long accounts) {
    next.linked(accounts);
  }

  @Override
  public void groupLoss(GroupName group, long lost, long members) {
    next.groupLoss(group, lost, members);
  }
}
