package org.oktasync.run.ports;

import org.oktasync.target.AccountFacts;
import org.oktasync.target.ApplicationSeats;
import org.oktasync.target.Directories;
import org.oktasync.target.LeadTarget;
import org.oktasync.target.ProtectedAccounts;

/** Hands out the directories of Jira, and who is protected there. */
public interface TargetFactory {
  /** The user directories. */
  Directories directories();

  /** Who and what is protected, as of now. */
  ProtectedAccounts protectedAccounts();

  /** What Jira knows of accounts that are to be adopted or deleted, as of now. */
  AccountFacts accountFacts();

  /** Who leads projects and components. */
  LeadTarget leads();

  /** The applications of Jira and their seats, as of now. */
  ApplicationSeats applicationSeats();
}
