package org.oktasync.devkit.host.security;

import com.atlassian.jira.security.groups.GroupManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import java.util.Collection;
import java.util.Map;
import org.oktasync.devkit.host.users.JiraUsers;
import org.oktasync.devkit.host.users.Person;

/** The accounts of the stand-in's directories. */
public final class Accounts {
  private final JiraUsers users;
  private final UserManager manager;
  private final GroupManager groups;

  /** Asks the services of the directories. */
  public Accounts(JiraUsers users) {
    this.users = users;
    manager = (UserManager) users.services().get(UserManager.class);
    groups = (GroupManager) users.services().get(GroupManager.class);
  }

  /** Whether the active account has this password. */
  public boolean authenticate(String name, String password) {
    return users.authenticate(name, password);
  }

  /** Whether the account may administer the system. */
  public boolean isSystemAdmin(String name) {
    return users.isSystemAdmin(name);
  }

  /** Whether the account may administer Jira; system administrators may. */
  public boolean isAdmin(String name) {
    return users.isAdmin(name);
  }

  /** Whether the account may use an application of Jira. */
  public boolean isLicensed(String name) {
    return users.isLicensed(name);
  }

  /** Whether the account is a direct member of the group. */
  public boolean isInGroup(String name, String group) {
    return groups.isUserInGroup(byName(name), group);
  }

  /** The user key of an account that exists. */
  public String keyOf(String name) {
    return byName(name).getKey();
  }

  /** The names of all groups that the account is in. */
  public Collection<String> groupsOf(String name) {
    return groups.getGroupNamesForUser(name);
  }

  /** Whether an active directory has the group. */
  public boolean hasGroup(String group) {
    return groups.getGroup(group) != null;
  }

  /** People by user key; a key that no account has is left out. */
  public Map<String, Person> people(Collection<String> keys) {
    return users.people(keys);
  }

  /** The account of this name; null when there is none. */
  public ApplicationUser byName(String name) {
    return manager.getUserByName(name);
  }

  /** The account of this key; null when there is none. */
  public ApplicationUser byKey(String key) {
    return manager.getUserByKey(key);
  }
}
