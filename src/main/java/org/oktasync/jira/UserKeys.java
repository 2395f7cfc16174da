package org.oktasync.jira;

import java.util.Optional;
import org.oktasync.model.AccountName;
import org.oktasync.model.Message;

/** Jira's table of user keys. A key outlives its account, and follows it when it is renamed. */
public interface UserKeys {
  /** The key of a name, of a deleted account too where Jira tells; empty when there is none. */
  String keyOf(AccountName name);

  /** The name that a key has now, of a deleted account too where Jira tells. */
  Optional<AccountName> nameOf(String userKey);

  /**
   * Whether {@link #keyOf} knows deleted accounts. If it does not, a name without an account may
   * still have been somebody's, and must not count as free.
   */
  boolean knowsFormerUsers();

  /** What is missing in this Jira, with what follows from it; empty when nothing is. */
  Optional<Message> problem();
}
