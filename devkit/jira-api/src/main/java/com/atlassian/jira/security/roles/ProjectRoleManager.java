package com.atlassian.jira.security.roles;

import com.atlassian.jira.project.Project;
import java.util.Collection;

/** Project roles and who is in them. */
public interface ProjectRoleManager {
  Collection<ProjectRole> getProjectRoles();

  ProjectRoleActors getProjectRoleActors(ProjectRole role, Project project);

  Collection<Long> getProjectIdsContainingRoleActorByNameAndType(String name, String type);
}
