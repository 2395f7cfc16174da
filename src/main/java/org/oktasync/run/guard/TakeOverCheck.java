package org.oktasync.run.guard;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.oktasync.apply.WriteCheck;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Message;
import org.oktasync.plan.AccountChange;
import org.oktasync.plan.Change;
import org.oktasync.plan.Namesakes;
import org.oktasync.plan.Reasons;

/**
 * Looks once more, right before somebody gets an account beside that of another directory, whether
 * all is as it was when an administrator said so, and whether the word still stands.
 */
public final class TakeOverCheck implements WriteCheck {
  private final Supplier<Namesakes> present;
  private Namesakes namesakes;

  /**
   * @param present what may be taken over, as of the first question
   */
  public TakeOverCheck(Supplier<Namesakes> present) {
    this.present = present;
  }

  @Override
  public void prepare(List<Change> batch) {
    List<ExternalId> people =
        batch.stream().filter(TakeOverCheck::takesOver).map(Change::sourceId).toList();
    if (!people.isEmpty()) {
      namesakes().lookFor(people);
    }
  }

  @Override
  public Optional<Message> veto(Change change) {
    return takesOver(change) ? obstacle((AccountChange.CreateAccount) change) : Optional.empty();
  }

  private static boolean takesOver(Change change) {
    return change instanceof AccountChange.CreateAccount create && create.takesOver();
  }

  private Namesakes namesakes() {
    if (namesakes == null) {
      namesakes = present.get();
    }
    return namesakes;
  }

  private Optional<Message> obstacle(AccountChange.CreateAccount create) {
    if (!namesakes().expects(create.sourceId())) {
      return Optional.of(
          Message.of(Reasons.NAME_IN_OTHER_DIRECTORY, create.account().name().value()));
    }
    Namesakes.Namesake now = namesakes().of(create.sourceId(), create.account().name());
    return now.obstacle().isEmpty()
        ? Optional.empty()
        : Optional.of(Message.of(now.obstacle(), now.directory()));
  }
}
