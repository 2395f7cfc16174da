package org.oktasync.devkit.host.security;

import com.atlassian.jira.security.groups.GroupManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import org.oktasync.devkit.host.users.JiraUsers;

/** The accounts of the stand-in's directories. */
public final class JiraAccounts implements Accounts {
  private final JiraUsers users;
  private final UserManager manager;
  private final GroupManager groups;

  /** Asks the services of the directories. */
  public JiraAccounts(JiraUsers users) {
    this.users = users;
    manager = (UserManager) users.services().get(UserManager.class);
    groups = (GroupManager) users.services().get(GroupManager.class);
  }

  @Override
  public boolean authenticate(String name, String password) {
    return users.authenticate(name, password);
  }

  @Override
  public boolean isSystemAdmin(String name) {
    return users.isSystemAdmin(name);
  }

  @Override
  public boolean isAdmin(String name) {
    return users.isAdmin(name);
  }

  @Override
  public boolean isLicensed(String name) {
    return users.isLicensed(name);
  }

  @Override
  public boolean isInGroup(String name, String group) {
    return groups.isUserInGroup(byName(name), group);
  }

  @Override
  public ApplicationUser byName(String name) {
    return manager.getUserByName(name);
  }

  @Override
  public ApplicationUser byKey(String key) {
    return manager.getUserByKey(key);
  }
}
