package org.oktasync.plan.assets;

import java.util.Map;
import java.util.TreeMap;
import org.oktasync.plan.AppliedChanges.Made;
import org.oktasync.plan.ObjectChange;
import org.oktasync.plan.ObjectChange.CreateObject;
import org.oktasync.plan.ObjectChange.DeleteObject;
import org.oktasync.plan.ObjectChange.RestoreObject;
import org.oktasync.plan.ObjectChange.RetireObject;

/** What a run did to one object, all its changes taken together. */
final class ObjectTrace {
  private final Map<String, String> before = new TreeMap<>();
  private final Map<String, String> after = new TreeMap<>();
  private ObjectChange last;
  private boolean created;
  private boolean archived;
  private boolean broughtBack;
  private boolean deleted;
  private boolean certain;
  private boolean inPart;

  void add(Made made) {
    last = (ObjectChange) made.change();
    certain |= made.certain();
    inPart |= !made.whole();
    created |= last instanceof CreateObject;
    deleted |= last instanceof DeleteObject;
    archived |= last instanceof RetireObject retire && retire.after().isEmpty();
    broughtBack |= last instanceof RestoreObject restore && restore.archived();
    last.before().forEach(before::putIfAbsent);
    after.putAll(last.after());
  }

  /** The last change, which names the object. */
  ObjectChange last() {
    return last;
  }

  boolean created() {
    return created;
  }

  boolean archived() {
    return archived;
  }

  boolean broughtBack() {
    return broughtBack;
  }

  boolean deleted() {
    return deleted;
  }

  /** Whether any of it is known to have been done. */
  boolean certain() {
    return certain;
  }

  /** Whether references of it could not be made. */
  boolean inPart() {
    return inPart;
  }

  /** Whether an attribute came to refer to others that are called the same. */
  boolean leadsElsewhere(String attribute) {
    return after.get(attribute).equals(before.get(attribute));
  }

  /** The values before the run, of those that it changed. */
  Map<String, String> before() {
    return before;
  }

  /** The values that the run left. */
  Map<String, String> after() {
    return after;
  }
}
