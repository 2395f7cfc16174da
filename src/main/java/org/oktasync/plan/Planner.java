package org.oktasync.plan;

import java.util.List;
import org.oktasync.plan.GroupPlanner.KeptGroup;

/**
 * Works out every change that a run would make. Pure: it reads both sides, writes nothing but the
 * plan, and gives the same plan, in the same order, for the same input.
 */
public final class Planner {
  private final Policy policy;

  public Planner(Policy policy) {
    this.policy = policy;
  }

  /**
   * Plans people first, then groups, then the members of each group.
   *
   * @param desired what the source would have Jira hold
   * @param current what Jira holds, and what of it is ours
   * @param sink takes the plan
   */
  public void plan(DesiredState desired, CurrentState current, PlanSink sink) {
    List<Person> people = new PeopleJoin(current).join(desired);
    AccountPlanner accounts = new AccountPlanner(current, policy, sink, desired.accountsComplete());
    PlannedPeople planned = accounts.plan(people);
    if (!policy.groups().sync()) {
      return;
    }
    List<KeptGroup> groups = new GroupPlanner(current, policy, planned, sink).plan(desired);
    MembershipPlanner memberships = new MembershipPlanner(desired, current, planned, policy, sink);
    groups.forEach(memberships::plan);
  }
}
