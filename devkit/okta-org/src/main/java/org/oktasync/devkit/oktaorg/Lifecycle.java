package org.oktasync.devkit.oktaorg;

import java.util.Locale;

/**
 * The life cycle calls of the Management API: from which statuses each may start, where it ends.
 */
public enum Lifecycle {
  /** Invites the person; one who has a password is active at once. */
  ACTIVATE("STAGED|DEPROVISIONED", UserStatus.PROVISIONED, 403, "E0000016"),
  /** Sends the invitation again. */
  REACTIVATE("PROVISIONED|RECOVERY", UserStatus.PROVISIONED, 403, "E0000038"),
  /** Takes every access away; the password is lost. */
  DEACTIVATE("(?!DEPROVISIONED).*", UserStatus.DEPROVISIONED, 403, "E0000038"),
  /** Blocks an active person. */
  SUSPEND("ACTIVE", UserStatus.SUSPENDED, 400, "E0000001"),
  /** Ends a suspension. */
  UNSUSPEND("SUSPENDED", UserStatus.ACTIVE, 400, "E0000001"),
  /** Ends a lock-out. */
  UNLOCK("LOCKED_OUT", UserStatus.ACTIVE, 403, "E0000032"),
  /** Makes the person choose a new password. */
  EXPIRE_PASSWORD("ACTIVE|PASSWORD_EXPIRED", UserStatus.PASSWORD_EXPIRED, 403, "E0000038");

  private final String from;
  private final UserStatus to;
  private final int refusalStatus;
  private final String refusalCode;

  Lifecycle(String from, UserStatus to, int refusalStatus, String refusalCode) {
    this.from = from;
    this.to = to;
    this.refusalStatus = refusalStatus;
    this.refusalCode = refusalCode;
  }

  /** The call's name in the path, for example {@code expire_password}. */
  public String verb() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The status that this call leads to.
   *
   * @throws OktaError if the user's present status does not allow the call
   */
  UserStatus apply(User user) {
    if (!user.status().name().matches(from)) {
      throw new OktaError(
          refusalStatus,
          refusalCode,
          "Cannot " + verb() + " a user whose status is " + user.status());
    }
    return this == ACTIVATE && user.passwordChanged() != null ? UserStatus.ACTIVE : to;
  }
}
