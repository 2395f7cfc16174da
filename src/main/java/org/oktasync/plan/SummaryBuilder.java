package org.oktasync.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;

/** Adds up a plan while it streams by. For one thread. */
public final class SummaryBuilder implements PlanSink {
  private final Map<EntityKind, Map<Operation, Long>> changes = new EnumMap<>(EntityKind.class);
  private final Map<EntityKind, Long> unchanged = new EnumMap<>(EntityKind.class);
  private final Map<EntityKind, Long> owned = new EnumMap<>(EntityKind.class);
  private long linked;
  private final List<GroupLoss> losses = new ArrayList<>();
  private final Set<ExternalId> renamed = new HashSet<>();

  @Override
  public void change(Phase phase, Change change) {
    changes
        .computeIfAbsent(change.kind(), kind -> new EnumMap<>(Operation.class))
        .merge(change.operation(), 1L, Long::sum);
    if (change instanceof AccountChange.RenameAccount) {
      renamed.add(change.sourceId());
    }
  }

  @Override
  public void unchanged(EntityKind kind, long count) {
    unchanged.merge(kind, count, Long::sum);
  }

  @Override
  public void owned(EntityKind kind, long count) {
    owned.merge(kind, count, Long::sum);
  }

  @Override
  public void linked(long accounts) {
    linked += accounts;
  }

  @Override
  public void groupLoss(GroupName group, long lost, long members) {
    losses.add(new GroupLoss(group.value(), lost, members));
  }

  /** The totals so far. */
  public PlanSummary summary() {
    return new PlanSummary(
        Map.copyOf(changes),
        Map.copyOf(unchanged),
        Map.copyOf(owned),
        linked,
        List.copyOf(losses),
        renamed.size(),
        List.of(),
        AccessLoss.NONE);
  }
}
