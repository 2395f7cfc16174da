package org.oktasync.target;

import org.oktasync.model.AccountName;
import org.oktasync.model.GroupName;

/**
 * Who and what no run may touch, as of the moment when this was made. When Jira cannot tell whether
 * an account or group has administration rights, it counts as protected.
 */
public interface ProtectedAccounts {
  /** Whether this account administers Jira. */
  boolean isAdministrator(AccountName name);

  /** Whether this group gives its members administration rights. */
  boolean givesAdministration(GroupName group);
}
