package org.oktasync.plan;

import java.util.List;
import java.util.Map;
import org.oktasync.model.EntityKind;

/**
 * The totals of a plan; all that guardrails look at.
 *
 * @param changes how many changes of each kind and operation
 * @param unchanged how many things of each kind are as they should be
 * @param owned how many things of each kind could be taken away
 * @param losses groups that would lose members, in the order of their names
 */
public record PlanSummary(
    Map<EntityKind, Map<Operation, Long>> changes,
    Map<EntityKind, Long> unchanged,
    Map<EntityKind, Long> owned,
    List<GroupLoss> losses) {

  /** How many changes of one kind and operation. */
  public long count(EntityKind kind, Operation operation) {
    return changes.getOrDefault(kind, Map.of()).getOrDefault(operation, 0L);
  }

  /** How many changes write something. */
  public long writes() {
    return changes.values().stream()
        .flatMap(byOperation -> byOperation.entrySet().stream())
        .filter(entry -> entry.getKey() != Operation.LEAVE)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
