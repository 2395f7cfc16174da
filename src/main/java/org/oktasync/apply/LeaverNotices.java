package org.oktasync.apply;

import org.oktasync.model.Account;
import org.oktasync.model.Link;
import org.oktasync.plan.AccountChange;

/** Tells people what will happen to their accounts, where that is wanted. */
public interface LeaverNotices {
  /** Nobody is told anything. */
  LeaverNotices NONE =
      new LeaverNotices() {
        @Override
        public void waitsForDeactivation(
            Link link, Account account, AccountChange.AwaitDeactivation change) {}

        @Override
        public void waitsForDeletion(
            Link link, Account account, AccountChange.DeactivateAccount change) {}
      };

  /**
   * An account has begun to wait to be deactivated.
   *
   * @param link the account's link, with the time at which that began
   */
  void waitsForDeactivation(Link link, Account account, AccountChange.AwaitDeactivation change);

  /**
   * An account was deactivated and has begun to wait to be deleted.
   *
   * @param link the account's link, with the time at which that began
   */
  void waitsForDeletion(Link link, Account account, AccountChange.DeactivateAccount change);
}
