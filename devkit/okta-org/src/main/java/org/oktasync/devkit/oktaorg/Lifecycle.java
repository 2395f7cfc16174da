package org.oktasync.devkit.oktaorg;

import java.util.Locale;

/**
 * The life cycle calls of the Management API: from which statuses each may start, where it ends.
 */
public enum Lifecycle {
  /** Invites the person; one who has a password is active at once. */
  ACTIVATE(
      "STAGED|DEPROVISIONED", UserStatus.PROVISIONED, 403, "E0000016", EventType.USER_ACTIVATED),
  /** Sends the invitation again. */
  REACTIVATE(
      "PROVISIONED|RECOVERY", UserStatus.PROVISIONED, 403, "E0000038", EventType.USER_REACTIVATED),
  /** Takes every access away; the password is lost. */
  DEACTIVATE(
      "(?!DEPROVISIONED).*", UserStatus.DEPROVISIONED, 403, "E0000038", EventType.USER_DEACTIVATED),
  /** Blocks an active person. */
  SUSPEND("ACTIVE", UserStatus.SUSPENDED, 400, "E0000001", EventType.USER_SUSPENDED),
  /** Ends a suspension. */
  UNSUSPEND("SUSPENDED", UserStatus.ACTIVE, 400, "E0000001", EventType.USER_UNSUSPENDED),
  /** Ends a lock-out. */
  UNLOCK("LOCKED_OUT", UserStatus.ACTIVE, 403, "E0000032", EventType.USER_UNLOCKED),
  /** Makes the person choose a new password. */
  EXPIRE_PASSWORD(
      "ACTIVE|PASSWORD_EXPIRED",
      UserStatus.PASSWORD_EXPIRED,
      403,
      "E0000038",
      EventType.PASSWORD_EXPIRED);

  private final String from;
  private final UserStatus to;
  private final int refusalStatus;
  private final String refusalCode;
  private final EventType event;

  Lifecycle(String from, UserStatus to, int refusalStatus, String refusalCode, EventType event) {
    this.from = from;
    this.to = to;
    this.refusalStatus = refusalStatus;
    this.refusalCode = refusalCode;
    this.event = event;
  }

  /** The call's name in the path, for example {@code expire_password}. */
  public String verb() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the System Log says of the call. */
  EventType event() {
    return event;
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
