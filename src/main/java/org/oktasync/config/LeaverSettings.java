package org.oktasync.config;

/**
 * What is done about people who are no longer there; three events with a policy each.
 *
 * @param inactive Okta still has the person, but inactive: {@code keep}, {@code deactivate}, or
 *     {@code delete} for deactivation now and deletion later
 * @param outOfScope Okta has the person, but outside the scope: {@code keep} or {@code deactivate}
 * @param notFound Okta no longer has the person: {@code keep}, {@code deactivate} or {@code delete}
 * @param deleteAfterDays for how many days the product must have had an account deactivated before
 *     it deletes it
 */
public record LeaverSettings(
    String inactive, String outOfScope, String notFound, int deleteAfterDays) {
  public static final String KEEP = "keep";
  public static final String DEACTIVATE = "deactivate";
  public static final String DELETE = "delete";

  /** Leavers are deactivated, never deleted. */
  public static final LeaverSettings DEFAULTS =
      new LeaverSettings(DEACTIVATE, DEACTIVATE, DEACTIVATE, 30);
}
