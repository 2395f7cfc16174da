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
 * @param linked how many linked accounts are there, active or not
 * @param losses groups that would lose members, in the order of their names
 * @param renamed how many people would have another account name
 * @param seats the applications whose seats are known, by name
 * @param withoutAccess whom the plan leaves active without any application
 */
public record PlanSummary(
    Map<EntityKind, Map<Operation, Long>> changes,
    Map<EntityKind, Long> unchanged,
    Map<EntityKind, Long> owned,
    long linked,
    List<GroupLoss> losses,
    long renamed,
    List<SeatUse> seats,
    AccessLoss withoutAccess) {

  /** The same totals, and what the plan does to the seats of applications. */
  public PlanSummary seated(List<SeatUse> use, AccessLoss loss) {
    return new PlanSummary(
        changes, unchanged, owned, linked, losses, renamed, List.copyOf(use), loss);
  }

  /**
   * The same totals, with shares taken of what is known to belong to the connection, where the plan
   * itself looks at a part of it.
   */
  public PlanSummary ownedOf(Map<EntityKind, Long> known) {
    long people = known.getOrDefault(EntityKind.USER, 0L);
    return new PlanSummary(
        changes, unchanged, known, people, losses, renamed, seats, withoutAccess);
  }

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
