package org.oktasync.config;

/**
 * For how many days an account must have been due before it is deactivated; 0 for at once.
 *
 * @param inactive where Okta has the person, but inactive, whatever the status
 * @param outOfScope where Okta has the person active, but outside the scope
 * @param notFound where Okta no longer has the person
 */
public record GraceSettings(int inactive, int outOfScope, int notFound) {
  /** Nobody waits. */
  public static final GraceSettings NONE = new GraceSettings(0, 0, 0);
}
