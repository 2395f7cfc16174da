package org.oktasync.devkit.oktaorg;

/** Where a user stands in Okta's life cycle; the names are those of the Management API. */
public enum UserStatus {
  /** Created, not yet invited. */
  STAGED,
  /** Invited, has not chosen a password yet. */
  PROVISIONED,
  /** Can sign in. */
  ACTIVE,
  /** Is resetting a forgotten password. */
  RECOVERY,
  /** Locked after too many failed sign-ins. */
  LOCKED_OUT,
  /** Must choose a new password at the next sign-in. */
  PASSWORD_EXPIRED,
  /** Blocked for a while; keeps groups and applications. */
  SUSPENDED,
  /** Deactivated; hidden from the plain list of users. */
  DEPROVISIONED
}
