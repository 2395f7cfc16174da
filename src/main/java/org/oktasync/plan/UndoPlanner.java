package org.oktasync.plan;

import java.util.List;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.plan.AppliedChanges.Made;

/**
 * Works out the way back from a run. Every change that the run made ends in its inverse, in
 * <i>unchanged</i> when the old value is there again already, or in a row that says why it is left
 * alone. Pure: it reads what was done and what is, writes nothing but the plan, and gives the same
 * plan, in the same order, for the same input.
 */
public final class UndoPlanner {
  /** Where accounts and groups are changed; memberships have phases of their own. */
  private static final List<Phase> OBJECTS = List.of(Phase.PREPARE, Phase.DEACTIVATE, Phase.DELETE);

  private final AppliedChanges applied;
  private final CurrentState current;
  private final PlanSink sink;

  /**
   * @param applied what the run did
   * @param current what Jira holds now, and what of it is ours
   * @param sink takes the plan
   */
  public UndoPlanner(AppliedChanges applied, CurrentState current, PlanSink sink) {
    this.applied = applied;
    this.current = current;
    this.sink = sink;
  }

  /** Plans accounts first, then groups, leads, and the members of each group. */
  public void plan() {
    LinkedPeople people = new LinkedPeople(current);
    sink.owned(EntityKind.USER, people.active());
    sink.linked(people.present());
    AccountUndo accounts = new AccountUndo(current, people, sink);
    GroupUndo groups = new GroupUndo(sink);
    for (Phase phase : OBJECTS) {
      try (Cursor<Made> changes = applied.of(phase)) {
        changes.forEachRemaining(
            made -> {
              if (made.change().kind() == EntityKind.USER) {
                accounts.note(made);
              } else {
                groups.plan(made);
              }
            });
      }
    }
    accounts.plan();
    LeadUndo leads = new LeadUndo(current, people, accounts, sink);
    try (Cursor<Made> changes = applied.of(Phase.LEADS)) {
      changes.forEachRemaining(leads::plan);
    }
    MembershipUndo memberships = new MembershipUndo(current, people, accounts, sink);
    for (Phase phase : List.of(Phase.REMOVE_MEMBERS, Phase.ADD_MEMBERS)) {
      try (Cursor<Made> changes = applied.of(phase)) {
        changes.forEachRemaining(memberships::plan);
      }
    }
    memberships.finish();
  }
}
