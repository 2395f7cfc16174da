package org.oktasync.config;

/**
 * What is done about people who are no longer there; three events with a policy each.
 *
 * @param inactive Okta still has the person, but inactive: {@code keep} or {@code deactivate}
 * @param outOfScope Okta has the person, but outside the scope: {@code keep} or {@code deactivate}
 * @param notFound Okta no longer has the person: {@code keep} or {@code deactivate}
 */
public record LeaverSettings(String inactive, String outOfScope, String notFound) {
  public static final String KEEP = "keep";
  public static final String DEACTIVATE = "deactivate";

  /** Leavers are deactivated, never deleted. */
  public static final LeaverSettings DEFAULTS =
      new LeaverSettings(DEACTIVATE, DEACTIVATE, DEACTIVATE);
}
