package org.oktasync.run.read;

import java.util.Optional;
import org.oktasync.model.AccountName;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.plan.Namesakes;
import org.oktasync.plan.Reasons;

/**
 * Whom administrators let take over an account, in a run that is not about everybody: it cannot see
 * who else wants the name, so they wait.
 */
record PostponedTakeOvers(Namesakes whole) implements Namesakes {
  @Override
  public boolean expects(ExternalId person) {
    return whole.expects(person);
  }

  @Override
  public Namesake of(ExternalId person, AccountName name) {
    return new Namesake(directory(person), Optional.empty(), Reasons.TAKE_OVER_WAITS);
  }

  @Override
  public String directory(ExternalId person) {
    return whole.directory(person);
  }

  @Override
  public boolean brings(ExternalId person, GroupName group) {
    return false;
  }
}
