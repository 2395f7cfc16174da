package org.oktasync.run.read;

import org.oktasync.model.EntityKind;
import org.oktasync.plan.Operation;
import org.oktasync.plan.PlanSummary;

/** How many active accounts and memberships are a connection's once a plan is applied. */
final class Owned {
  private Owned() {}

  static long usersAfter(PlanSummary planned) {
    return planned.owned().getOrDefault(EntityKind.USER, 0L)
        + planned.count(EntityKind.USER, Operation.CREATE)
        + planned.count(EntityKind.USER, Operation.ADOPT)
        + planned.count(EntityKind.USER, Operation.REACTIVATE)
        - planned.count(EntityKind.USER, Operation.DEACTIVATE);
  }

  static long membershipsAfter(PlanSummary planned) {
    return planned.owned().getOrDefault(EntityKind.MEMBERSHIP, 0L)
        + planned.count(EntityKind.MEMBERSHIP, Operation.ADD)
        - planned.count(EntityKind.MEMBERSHIP, Operation.REMOVE);
  }
}
