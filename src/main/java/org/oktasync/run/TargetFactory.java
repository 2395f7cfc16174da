package org.oktasync.run;

import org.oktasync.target.AccountFacts;
import org.oktasync.target.Directories;
import org.oktasync.target.ProtectedAccounts;

/** Hands out the directories of Jira, and who is protected there. */
public interface TargetFactory {
  /** The user directories. */
  Directories directories();

  /** Who and what is protected, as of now. */
  ProtectedAccounts protectedAccounts();

  /** What an administrator should know about accounts before adopting them. */
  AccountFacts accountFacts();
}
