package com.atlassian.jira.application;

import com.atlassian.application.api.ApplicationKey;
import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Set;

/** Product access: which groups open which product, and the seats. */
public interface ApplicationRoleManager {
  boolean hasSeatsAvailable(ApplicationKey key, int count);

  Set<ApplicationRole> getRolesForGroup(Group group);

  Set<ApplicationRole> getRoles();

  Set<ApplicationKey> getDefaultApplicationKeys();

  boolean hasAnyRole(ApplicationUser user);

  Set<ApplicationRole> getRolesForUser(ApplicationUser user);

  Set<ApplicationRole> getOccupiedLicenseRolesForUser(ApplicationUser user);

  int getUserCount(ApplicationKey key);

  int getRemainingSeats(ApplicationKey key);

  Set<Group> getDefaultGroups(ApplicationKey key);

  Set<Group> getGroupsForLicensedRoles();
}
