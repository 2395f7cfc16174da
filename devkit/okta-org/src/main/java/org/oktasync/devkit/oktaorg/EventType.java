package org.oktasync.devkit.oktaorg;

/** The kinds of events that the System Log knows here, by their names in Okta's catalogue. */
enum EventType {
  USER_CREATED("user.lifecycle.create", "Create okta user"),
  USER_ACTIVATED("user.lifecycle.activate", "Activate Okta user"),
  USER_REACTIVATED("user.lifecycle.reactivate", "Reactivate Okta user"),
  USER_DEACTIVATED("user.lifecycle.deactivate", "Deactivate Okta user"),
  USER_SUSPENDED("user.lifecycle.suspend", "Suspend Okta user"),
  USER_UNSUSPENDED("user.lifecycle.unsuspend", "Unsuspend Okta user"),
  USER_DELETE_INITIATED("user.lifecycle.delete.initiated", "Delete Okta user initiated"),
  USER_DELETE_COMPLETED("user.lifecycle.delete.completed", "Delete Okta user completed"),
  PROFILE_UPDATED("user.account.update_profile", "Update user profile for Okta"),
  USER_LOCKED("user.account.lock", "Max sign in attempts exceeded"),
  USER_UNLOCKED("user.account.unlock", "Unlock user account"),
  PASSWORD_CHANGED("user.account.update_password", "User update password for Okta"),
  PASSWORD_EXPIRED("user.account.expire_password", "Expire user password"),
  PASSWORD_RESET("user.account.reset_password", "Reset user password"),
  GROUP_CREATED("group.lifecycle.create", "Create Okta group"),
  GROUP_DELETED("group.lifecycle.delete", "Delete Okta group"),
  GROUP_UPDATED("group.profile.update", "Update Okta group"),
  MEMBER_ADDED("group.user_membership.add", "Add user to group membership"),
  MEMBER_REMOVED("group.user_membership.remove", "Remove user from group membership"),
  RULE_TRIGGERED("group.user_membership.rule.trigger", "Trigger group rule"),
  APP_CREATED("application.lifecycle.create", "Create application"),
  APP_UPDATED("application.lifecycle.update", "Update application"),
  APP_ACTIVATED("application.lifecycle.activate", "Activate application"),
  APP_DEACTIVATED("application.lifecycle.deactivate", "Deactivate application"),
  APP_USER_ADDED("application.user_membership.add", "Add user to application membership"),
  APP_USER_UPDATED("application.user_membership.update", "Update user's application membership"),
  APP_USER_REMOVED("application.user_membership.remove", "Remove user's application membership"),
  APP_GROUP_ADDED("group.application_assignment.add", "Add assigned application to group"),
  APP_GROUP_REMOVED("group.application_assignment.remove", "Remove application from group"),
  ROLE_GRANTED("user.account.privilege.grant", "Grant user privilege"),
  ROLE_REVOKED("user.account.privilege.revoke", "Revoke user privilege"),
  GROUP_ROLE_GRANTED("group.privilege.grant", "Grant admin privilege to group"),
  GROUP_ROLE_REVOKED("group.privilege.revoke", "Revoke admin privilege from group"),
  DEVICE_ENROLLED("device.enrollment.create", "Enroll new device"),
  DEVICE_ACTIVATED("device.lifecycle.activate", "Activate device"),
  DEVICE_DEACTIVATED("device.lifecycle.deactivate", "Deactivate device"),
  DEVICE_DELETED("device.lifecycle.delete", "Delete device"),
  DEVICE_USER_ADDED("device.user.add", "Add device to user"),
  DEVICE_USER_REMOVED("device.user.remove", "Remove device from user");

  private final String code;
  private final String message;

  EventType(String code, String message) {
    this.code = code;
    this.message = message;
  }

  /** The name in Okta's catalogue, for example {@code user.lifecycle.create}. */
  String code() {
    return code;
  }

  /** The sentence that Okta's console shows. */
  String message() {
    return message;
  }

  /** What the log says when a status changes outside the life cycle calls. */
  static EventType ofStatus(UserStatus from, UserStatus to) {
    return switch (to) {
      case DEPROVISIONED -> USER_DEACTIVATED;
      case SUSPENDED -> USER_SUSPENDED;
      case LOCKED_OUT -> USER_LOCKED;
      case PASSWORD_EXPIRED -> PASSWORD_EXPIRED;
      case RECOVERY -> PASSWORD_RESET;
      case PROVISIONED -> USER_ACTIVATED;
      case STAGED -> PROFILE_UPDATED;
      case ACTIVE ->
          switch (from) {
            case SUSPENDED -> USER_UNSUSPENDED;
            case LOCKED_OUT -> USER_UNLOCKED;
            case STAGED, DEPROVISIONED -> USER_ACTIVATED;
            // A sign-up only sets a password: lastUpdated alone tells that the status changed.
            default -> PASSWORD_CHANGED;
          };
    };
  }
}
