package org.oktasync.target;

import java.util.Optional;
import org.oktasync.model.AccountName;
import org.oktasync.model.Message;

/** What Jira knows of single accounts, before they are adopted or deleted. */
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

  /**
   * Why Jira itself would not have this account deleted, for example because it has issues; empty
   * when Jira has nothing against it. A reason too when Jira cannot tell. The first argument is
   * what Jira says.
   */
  Optional<Message> obstacleToDeletion(AccountName name);

  /** Why this Jira would have nobody deleted; empty when it can be asked about single accounts. */
  Optional<Message> deletionProblem();
}
