package org.oktasync.devkit.host.users;

import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.crowd.embedded.impl.ImmutableGroup;
import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The methods of {@link GlobalPermissionManager}: permissions by group name. */
final class GlobalPermissions {

  private final Rights rights;
  private final Everybody everybody;

  GlobalPermissions(Rights rights, Everybody everybody) {
    this.rights = rights;
    this.everybody = everybody;
  }

  /** Whether a group of the user's holds it; the state of the account does not matter. */
  public boolean hasPermission(GlobalPermissionKey permission, ApplicationUser user) {
    return user != null && has(permission.toString(), user.getName());
  }

  public Collection<Group> getGroupsWithPermission(GlobalPermissionKey permission) {
    return rights.groupsWith(permission.toString()).stream()
        .<Group>map(ImmutableGroup::new)
        .toList();
  }

  public Collection<String> getGroupNamesWithPermission(GlobalPermissionKey permission) {
    return rights.groupsWith(permission.toString());
  }

  /** System administrators are administrators too. */
  boolean has(String permission, String user) {
    List<String> groups = new ArrayList<>(rights.groupsWith(permission));
    if (permission.equals(Rights.ADMINISTER)) {
      groups.addAll(rights.groupsWith(Rights.SYSTEM_ADMIN));
    }
    return everybody.inAny(user, groups);
  }
}
