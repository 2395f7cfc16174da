package org.oktasync.run.guard;

import java.util.Optional;
import java.util.function.Predicate;
import org.oktasync.apply.WriteCheck;
import org.oktasync.model.AccountName;
import org.oktasync.model.Lead;
import org.oktasync.model.Message;
import org.oktasync.plan.AccountChange;
import org.oktasync.plan.Change;
import org.oktasync.plan.LeadChange;
import org.oktasync.plan.LeadPolicy;
import org.oktasync.plan.Reasons;
import org.oktasync.target.LeadTarget;
import org.oktasync.target.TargetException;

/**
 * Keeps an account active for as long as it leads what somebody else was to take over. An account
 * that is shadowed leads nothing: the other one of its name does.
 */
public final class LeadCheck implements WriteCheck {
  private final LeadTarget leads;
  private final LeadPolicy policy;
  private final Predicate<AccountName> shadowed;

  /**
   * @param shadowed whether an earlier directory has an account of a name
   */
  public LeadCheck(LeadTarget leads, LeadPolicy policy, Predicate<AccountName> shadowed) {
    this.leads = leads;
    this.policy = policy;
    this.shadowed = shadowed;
  }

  @Override
  public Optional<Message> veto(Change change) {
    if (change instanceof AccountChange.DeactivateAccount deactivate) {
      return stillLed(deactivate.name());
    } else if (change instanceof AccountChange.DeleteAccount delete) {
      return stillLed(delete.account().name());
    } else if (change instanceof LeadChange lead && shadowed.test(lead.from())) {
      return Optional.of(Message.of("changed-since"));
    }
    return Optional.empty();
  }

  private Optional<Message> stillLed(AccountName name) {
    if (!policy.any() || shadowed.test(name)) {
      return Optional.empty();
    }
    try {
      return leads.ledBy(name).stream()
          .filter(lead -> policy.replacement(lead).isPresent())
          .findFirst()
          .map(Lead::label)
          .map(label -> Message.of(Reasons.STILL_LEADS, label));
    } catch (TargetException e) {
      return Optional.of(Message.of(Reasons.LEADS_UNKNOWN, ""));
    }
  }
}
