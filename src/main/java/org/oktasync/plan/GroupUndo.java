package org.oktasync.plan;

import org.oktasync.model.EntityKind;
import org.oktasync.plan.AppliedChanges.Made;

/** Says of each group that a run made, linked or deleted why it stays as it is. */
final class GroupUndo {
  private final PlanSink sink;

  GroupUndo(PlanSink sink) {
    this.sink = sink;
  }

  /** Takes a change of a group. */
  void plan(Made made) {
    Change change = made.change();
    if (made.certain()) {
      sink.change(
          Phase.PREPARE,
          new Change.LeaveAlone(
              EntityKind.GROUP, change.sourceId(), change.subject(), "", reason(change), ""));
    }
  }

  private static String reason(Change change) {
    if (change instanceof GroupChange.CreateGroup) {
      return Reasons.UNDO_GROUP_STAYS;
    }
    return change instanceof GroupChange.AdoptGroup
        ? Reasons.UNDO_LINK_STAYS
        : Reasons.UNDO_IRREVERSIBLE;
  }
}
