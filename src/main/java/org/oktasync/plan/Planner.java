package org.oktasync.plan;

import java.util.List;
import org.oktasync.plan.GroupPlanner.KeptGroup;
import org.oktasync.rows.NumberedRows;
import org.oktasync.rows.RowStore;

/**
 * Works out every change that a run would make. Pure: it reads both sides, writes nothing but the
 * plan, and gives the same plan, in the same order, for the same input.
 */
public final class Planner {
  private final Policy policy;
  private final RowStore rows;

  /** A planner for few people, who are held in memory. */
  public Planner(Policy policy) {
    this(policy, RowStore.IN_MEMORY);
  }

  /**
   * @param rows where people are kept while the plan is made
   */
  public Planner(Policy policy, RowStore rows) {
    this.policy = policy;
    this.rows = rows;
  }

  /**
   * Plans people first, then groups, then the members of each group.
   *
   * @param desired what the source would have Jira hold
   * @param current what Jira holds, and what of it is ours
   * @param sink takes the plan
   */
  public void plan(DesiredState desired, CurrentState current, PlanSink sink) {
    PlannedPeople planned = planAccounts(desired, current, sink);
    if (!policy.groups().sync()) {
      return;
    }
    List<KeptGroup> groups = new GroupPlanner(current, policy, planned, sink).plan(desired);
    MembershipPlanner memberships = new MembershipPlanner(desired, current, planned, policy, sink);
    groups.forEach(memberships::plan);
  }

  /** What accounts take in memory is needed no more when memberships are planned. */
  private PlannedPeople planAccounts(DesiredState desired, CurrentState current, PlanSink sink) {
    NumberedRows<Person> people =
        new PeopleJoin(current).join(desired, rows.list("people", new PersonFormat()));
    PlannedPeople planned = new PlannedPeople(rows, current.bystanders());
    new AccountPlanner(current, policy, sink, desired.accountsComplete()).plan(people, planned);
    return planned;
  }
}
