package org.oktasync.jira;

import com.atlassian.jira.application.ApplicationRoleManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import org.oktasync.model.AccountName;

/** Tells people who work in Jira from those who only use a help centre. */
public final class ApplicationAccess {
  private final UserManager users;
  private final ApplicationRoleManager roles;

  /** Both are asked anew at each call. */
  public ApplicationAccess(UserManager users, ApplicationRoleManager roles) {
    this.users = users;
    this.roles = roles;
  }

  /**
   * Whether the groups of an account open at least one application of Jira. An account that is
   * switched off keeps its groups and its answer. False when Jira knows no such account.
   *
   * @throws org.oktasync.target.TargetException when Jira cannot tell
   */
  public boolean opensAnyApplication(AccountName name) {
    return JiraCalls.ask(
        name.value(),
        () -> {
          ApplicationUser user = users.getUserByName(name.value());
          return user != null && roles.hasAnyRole(user);
        });
  }
}
