package org.oktasync.target;

/**
 * What Jira makes of the memberships of accounts of one name in several directories. Of the
 * accounts themselves, the one in the first active directory counts in any case.
 */
public enum MembershipAggregation {
  /** They add up: whoever is a member by one of the accounts is a member. */
  ON("on"),
  /** Those of the account that counts are all that count. */
  OFF("off"),
  /** This Jira does not say. */
  UNKNOWN("unknown");

  private final String label;

  MembershipAggregation(String label) {
    this.label = label;
  }

  /** The name in the REST interface. */
  public String label() {
    return label;
  }
}
