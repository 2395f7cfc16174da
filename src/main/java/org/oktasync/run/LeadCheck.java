package org.oktasync.run;

import java.util.Optional;
import org.oktasync.apply.WriteCheck;
import org.oktasync.model.AccountName;
import org.oktasync.model.Lead;
import org.oktasync.model.Message;
import org.oktasync.plan.Change;
import org.oktasync.plan.LeadPolicy;
import org.oktasync.plan.Reasons;
import org.oktasync.target.LeadTarget;
import org.oktasync.target.TargetException;

/** Keeps an account active for as long as it leads what somebody else was to take over. */
final class LeadCheck implements WriteCheck {
  private final LeadTarget leads;
  private final LeadPolicy policy;

  LeadCheck(LeadTarget leads, LeadPolicy policy) {
    this.leads = leads;
    this.policy = policy;
  }

  @Override
  public Optional<Message> veto(Change change) {
    if (change instanceof Change.DeactivateAccount deactivate) {
      return stillLed(deactivate.name());
    } else if (change instanceof Change.DeleteAccount delete) {
      return stillLed(delete.account().name());
    }
    return Optional.empty();
  }

  private Optional<Message> stillLed(AccountName name) {
    if (!policy.any()) {
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
