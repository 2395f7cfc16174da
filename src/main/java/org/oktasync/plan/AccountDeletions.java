package org.oktasync.plan;

import java.time.Instant;
import java.util.Optional;
import org.oktasync.model.AccountName;
import org.oktasync.model.Message;

/** Which deactivated accounts may be deleted. */
final class AccountDeletions {
  private final CurrentState current;
  private final Policy policy;

  AccountDeletions(CurrentState current, Policy policy) {
    this.current = current;
    this.policy = policy;
  }

  /**
   * Why the account of a person, which is deactivated and present, must stay; empty when it may be
   * deleted if Jira does not object.
   */
  Optional<Message> obstacle(Person person) {
    AccountName name = person.current().name();
    Instant deactivatedAt = person.link().deactivatedAt();
    if (current.isProtected(name)) {
      return Optional.of(Message.of(Reasons.PROTECTED_ACCOUNT, name));
    } else if (deactivatedAt == null) {
      return Optional.of(Message.of(Reasons.DELETION_NOT_OURS));
    } else if (!deactivatedAt.isBefore(policy.waiting().deletableBefore())) {
      return Optional.of(Message.of(Reasons.DELETION_WAITS));
    }
    return Optional.empty();
  }

  /** What Jira has against it. Asked last, because its answer costs most. */
  Optional<Message> objection(Person person) {
    return current.obstacleToDeletion(person.current().name());
  }
}
