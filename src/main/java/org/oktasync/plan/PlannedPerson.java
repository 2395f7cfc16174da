package org.oktasync.plan;

import org.oktasync.model.AccountName;
import org.oktasync.model.ExternalId;

/**
 * What memberships need to know of somebody whom the plan is about.
 *
 * @param nameNow the name of the linked account now; null when there is none
 * @param nameAfter the name of the account once the plan is applied; null when there is none
 * @param member whether they may be a member of groups: active in the source, and in scope
 * @param created whether the plan makes the account
 * @param leaves why they leave every group, as a code of {@link Reasons}; empty if they do not
 */
record PlannedPerson(
    ExternalId id,
    AccountName nameNow,
    AccountName nameAfter,
    boolean member,
    boolean created,
    String leaves) {

  /** The account, by its name after the plan, by which they are a member of groups; else null. */
  AccountName memberName() {
    return member ? nameAfter : null;
  }
}
