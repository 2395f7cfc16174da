package org.oktasync.apply;

import java.util.HashSet;
import java.util.Set;
import org.oktasync.model.Cursor;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.plan.Change;
import org.oktasync.plan.ObjectChange;
import org.oktasync.plan.Phase;
import org.oktasync.record.Mark;
import org.oktasync.record.ObjectLinks;
import org.oktasync.record.PlanStore;
import org.oktasync.record.PlannedChange;

/**
 * The objects that a plan takes out of use at its end. Nothing that the plan writes before is meant
 * to refer to them, whatever they are called.
 */
public final class LeavingObjects {
  private LeavingObjects() {}

  /**
   * Their ids in Assets; one of which nothing is noted is left out.
   *
   * @param schema the schema as it is now
   */
  public static Set<String> of(
      long connectionId, ObjectLinks links, PlanStore plans, long planId, ObjectSchema schema) {
    OwnedObjects owned = new OwnedObjects(connectionId, links, schema::nameNow);
    Set<String> ids = new HashSet<>();
    try (Cursor<PlannedChange> last = plans.changes(planId, new Mark(Phase.RETIRE_OBJECTS, 0))) {
      while (last.hasNext()) {
        Change change = last.next().row().toChange();
        if (leaves(change)) {
          owned.of((ObjectChange) change).ifPresent(link -> ids.add(link.objectId()));
        }
      }
    }
    return ids;
  }

  /** One that is given a status alone stays in use. */
  private static boolean leaves(Change change) {
    return change instanceof ObjectChange.DeleteObject
        || (change instanceof ObjectChange.RetireObject retire && retire.after().isEmpty());
  }
}
