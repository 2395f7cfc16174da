package org.oktasync.run.guard;

import java.util.Optional;
import org.oktasync.apply.WriteCheck;
import org.oktasync.model.Message;
import org.oktasync.plan.AccountChange;
import org.oktasync.plan.Change;
import org.oktasync.plan.LeadChange;
import org.oktasync.plan.Reasons;

/**
 * Lets somebody hand over what they lead only if they would be deactivated: asks of each place what
 * is asked of the deactivation that follows it. Who stays active after all keeps their places.
 */
public final class LeaverCheck implements WriteCheck {
  private final WriteCheck deactivations;

  /**
   * @param deactivations asked before each deactivation
   */
  public LeaverCheck(WriteCheck deactivations) {
    this.deactivations = deactivations;
  }

  /** The reason is the one that is asked about most: a change of a lead does not hold its own. */
  @Override
  public Optional<Message> veto(Change change) {
    return change instanceof LeadChange lead
        ? deactivations.veto(
            new AccountChange.DeactivateAccount(lead.sourceId(), lead.from(), Reasons.OUT_OF_SCOPE))
        : Optional.empty();
  }
}
