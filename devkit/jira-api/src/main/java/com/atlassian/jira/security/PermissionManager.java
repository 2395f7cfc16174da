package com.atlassian.jira.security;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import com.atlassian.jira.user.ApplicationUser;

/** Who may do what in projects. */
public interface PermissionManager {
  boolean hasPermission(ProjectPermissionKey permission, Project project, ApplicationUser user);
}
