package com.atlassian.jira.security;

import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Collection;

/** Global permissions and the groups that hold them. */
public interface GlobalPermissionManager {
  boolean hasPermission(GlobalPermissionKey permission, ApplicationUser user);

  Collection<Group> getGroupsWithPermission(GlobalPermissionKey permission);

  Collection<String> getGroupNamesWithPermission(GlobalPermissionKey permission);
}
