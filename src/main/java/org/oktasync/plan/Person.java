package org.oktasync.plan;

import org.oktasync.mapping.DesiredAccount;
import org.oktasync.model.Account;
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
  org.oktasync.model.AccountName wantedName() {
    return desired == null || desired.account() == null ? null : desired.account().name();
  }

  /** Whether the source has this person, and has them active. */
  boolean wantedActive() {
    return desired != null && desired.active();
  }

  /** How to call this person in a row about them. */
  String label() {
    if (current != null) {
      return current.name().value();
    }
    return desired != null ? desired.label() : link.name();
  }
}
