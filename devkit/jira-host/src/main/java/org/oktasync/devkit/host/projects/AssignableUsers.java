package org.oktasync.devkit.host.projects;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import com.atlassian.jira.user.ApplicationUser;
import java.util.function.Predicate;

/**
 * The permissions of projects as Jira's default scheme has them: whoever has access to the
 * application may be assigned issues, while their account is active. Nothing else is granted.
 */
final class AssignableUsers implements PermissionManager {
  private static final ProjectPermissionKey ASSIGNABLE =
      new ProjectPermissionKey("ASSIGNABLE_USER");

  private final Predicate<String> licensed;

  AssignableUsers(Predicate<String> licensed) {
    this.licensed = licensed;
  }

  @Override
  public boolean hasPermission(
      ProjectPermissionKey permission, Project project, ApplicationUser user) {
    return ASSIGNABLE.equals(permission)
        && project != null
        && user != null
        && licensed.test(user.getName());
  }
}
