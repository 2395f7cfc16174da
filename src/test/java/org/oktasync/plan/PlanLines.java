package org.oktasync.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.oktasync.model.EntityKind;
import org.oktasync.model.GroupName;

/** A plan as lines that a person can read, and the totals that were told with it. */
final class PlanLines implements PlanSink {
  final List<String> lines = new ArrayList<>();
  final Map<String, Long> totals = new TreeMap<>();

  @Override
  public void change(Phase phase, Change change) {
    String where = change.object().isEmpty() ? "" : " in " + change.object();
    String values = values(change);
    lines.add(
        phase
            + " "
            + change.kind()
            + " "
            + change.operation()
            + " "
            + change.subject()
            + where
            + (change.reason().isEmpty() ? "" : ", " + change.reason())
            + (values.isEmpty() ? "" : ": " + values));
  }

  private static String values(Change change) {
    if (change instanceof Change.LeaveAlone) {
      return change.after().getOrDefault(Change.Attributes.DETAIL, "");
    } else if (change instanceof AccountChange.RenameAccount
        || change instanceof GroupChange.CopyGroup
        || change instanceof AccountChange.UpdateAccount
        || change instanceof LeadChange
        || change instanceof GroupChange.DeleteGroup) {
      return change.before() + " " + change.after();
    }
    return change instanceof AccountChange.CreateAccount ? change.after().toString() : "";
  }

  @Override
  public void unchanged(EntityKind kind, long count) {
    add("unchanged " + kind, count);
  }

  @Override
  public void owned(EntityKind kind, long count) {
    add("owned " + kind, count);
  }

  @Override
  public void linked(long accounts) {
    add("linked", accounts);
  }

  @Override
  public void groupLoss(GroupName group, long lost, long members) {
    lines.add("loss " + group + " " + lost + " of " + members);
  }

  private void add(String what, long count) {
    if (count != 0) {
      totals.merge(what, count, Long::sum);
    }
  }
}
