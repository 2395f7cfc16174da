package org.oktasync.web.access;

import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.user.UserProfile;

/** The one place that decides who may use the product: Jira's system administrators alone. */
public final class AdminAccess {
  private final UserManager users;

  public AdminAccess(UserManager users) {
    this.users = users;
  }

  /**
   * Lets only system administrators pass.
   *
   * @return the caller's user name
   * @throws AccessDeniedException when the caller is nobody, or somebody else
   */
  public String requireAdministrator() {
    UserKey caller = users.getRemoteUserKey();
    if (caller == null) {
      throw new AccessDeniedException(false);
    }
    if (!users.isSystemAdmin(caller)) {
      throw new AccessDeniedException(true);
    }
    UserProfile profile = users.getUserProfile(caller);
    return profile == null ? caller.getStringValue() : profile.getUsername();
  }
}
