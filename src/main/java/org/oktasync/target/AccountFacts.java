package org.oktasync.target;

import org.oktasync.model.AccountName;

/** What an administrator should know about an account before adopting it. */
public interface AccountFacts {
  /**
   * Whether an active directory that stands earlier in Jira's order holds an account of this name,
   * so that changes to the one in this directory would not be seen.
   */
  boolean isShadowed(long directoryId, AccountName name);

  /**
   * Whether the account may use any Jira application; one that may not is probably a customer of a
   * service project. True when Jira cannot tell.
   */
  boolean hasApplicationAccess(AccountName name);
}
