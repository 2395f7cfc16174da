package org.oktasync.devkit.host.security;

import com.atlassian.jira.user.ApplicationUser;

/** What the platform asks about accounts. Names are compared as Jira compares them. */
public interface Accounts {
  /** Whether the active account has this password. */
  boolean authenticate(String name, String password);

  /** Whether the account may administer the system. */
  boolean isSystemAdmin(String name);

  /** Whether the account may administer Jira; system administrators may. */
  boolean isAdmin(String name);

  /** Whether the account may use an application of Jira. */
  boolean isLicensed(String name);

  /** Whether the account is a direct member of the group. */
  boolean isInGroup(String name, String group);

  /** The account of this name; null when there is none. */
  ApplicationUser byName(String name);

  /** The account of this key; null when there is none. */
  ApplicationUser byKey(String key);
}
