package org.oktasync.plan;

import org.oktasync.mapping.DesiredAccount;
import org.oktasync.mapping.Reach;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Link;

/**
 * One person as both sides know them.
 *
 * @param id the person in the source
 * @param desired what Jira should hold; null when the source no longer lists the person
 * @param link what is ours; null when nothing is
 * @param current the linked account as it is; null unless {@code standing} is {@code PRESENT}
 * @param standing how the link and Jira stand to each other
 */
record Person(
    ExternalId id, DesiredAccount desired, Link link, Account current, Standing standing) {

  /** How a link and Jira stand to each other. */
  enum Standing {
    /** There is no link. */
    UNLINKED,
    /** The linked account is there. */
    PRESENT,
    /** The linked account was deleted in Jira. */
    DELETED_IN_JIRA,
    /** Jira renamed or anonymised the person: the link rests. */
    RESTING
  }

  /** The name that the source wants for this person; null when there is none. */
  AccountName wantedName() {
    return inScope() && desired.account() != null ? desired.account().name() : null;
  }

  /** Whether the source has this person in scope, and has them active. */
  boolean wantedActive() {
    return inScope() && desired.active();
  }

  /** Whether the source has this person, and the connection is about them. */
  boolean inScope() {
    return desired != null && desired.reach() == Reach.IN_SCOPE;
  }

  /** How to call this person in a row about them. */
  String label() {
    if (current != null) {
      return current.name().value();
    }
    return desired != null ? desired.label() : link.name();
  }
}
