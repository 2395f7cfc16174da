package org.oktasync.apply;

import java.util.Optional;
import org.oktasync.model.Message;
import org.oktasync.plan.Change;

/** Looks at a change once more, right before it is applied. */
@FunctionalInterface
public interface WriteCheck {
  /** Every change may go. */
  WriteCheck NONE = change -> Optional.empty();

  /** Why this change must not be applied; empty when it may. Whatever this throws stops the run. */
  Optional<Message> veto(Change change);

  /** This check, and where it has nothing against a change, another one. */
  default WriteCheck and(WriteCheck next) {
    return change -> veto(change).or(() -> next.veto(change));
  }
}
