package org.oktasync.apply;

import java.util.List;
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

  /**
   * Changes that are applied together, and are asked about next, one by one: what that takes can be
   * looked for at once. Answers from before must not be used for them.
   */
  default void prepare(List<Change> batch) {}

  /** This check, and where it has nothing against a change, another one. */
  default WriteCheck and(WriteCheck next) {
    WriteCheck first = this;
    return new WriteCheck() {
      @Override
      public Optional<Message> veto(Change change) {
        return first.veto(change).or(() -> next.veto(change));
      }

      @Override
      public void prepare(List<Change> batch) {
        first.prepare(batch);
        next.prepare(batch);
      }
    };
  }
}
