package org.oktasync.apply;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.oktasync.model.Message;
import org.oktasync.record.PlannedChange;

/**
 * The references of the change at hand that could not be made, and how many objects were written
 * without some. For one thread.
 */
final class LostReferences {
  private final Set<Message> lost = new LinkedHashSet<>();
  private boolean wrote;
  private long objects;

  /** Another change is carried out. */
  void begin() {
    lost.clear();
    wrote = false;
  }

  /** Takes what is lost; what an earlier try lost counts no more. */
  Consumer<Message> anew() {
    lost.clear();
    return lost::add;
  }

  /** The change writes something, be it with an answer that is lost. */
  void writes() {
    wrote = true;
  }

  /** The change is carried out; one of nothing but references that could not be made was not. */
  void settle(PlannedChange planned, Applied applied) {
    if (lost.isEmpty()) {
      applied.done(planned);
    } else if (wrote) {
      objects++;
      applied.doneInPart(planned, lost.iterator().next());
    } else {
      applied.failed(planned, lost.iterator().next());
    }
  }

  /** What a person should know. */
  List<Message> notices() {
    return objects == 0 ? List.of() : List.of(Message.of("assets-references-left", objects));
  }
}
