package org.oktasync.devkit.host.projects;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.roles.ProjectRole;
import com.atlassian.jira.security.roles.ProjectRoleActors;
import com.atlassian.jira.security.roles.ProjectRoleManager;
import com.atlassian.jira.security.roles.RoleActor;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Jira's project roles, for add-ons. */
final class JiraProjectRoles implements ProjectRoleManager {
  private final GrantTables tables;

  JiraProjectRoles(GrantTables tables) {
    this.tables = tables;
  }

  private record Role(Long getId, String getName) implements ProjectRole {}

  private record Actor(String getType, String getParameter) implements RoleActor {}

  private record Actors(Set<RoleActor> getRoleActors) implements ProjectRoleActors {}

  @Override
  public Collection<ProjectRole> getProjectRoles() {
    return GrantTables.ROLES.entrySet().stream()
        .<ProjectRole>map(role -> new Role(role.getKey(), role.getValue()))
        .toList();
  }

  @Override
  public ProjectRoleActors getProjectRoleActors(ProjectRole role, Project project) {
    return new Actors(
        tables.actors("where pid = ? and projectroleid = ?", project.getId(), role.getId()).stream()
            .map(actor -> new Actor(actor.type(), actor.parameter()))
            .collect(Collectors.toSet()));
  }

  /** Compares as the database does: in this case, upper and lower case differ. */
  @Override
  public Collection<Long> getProjectIdsContainingRoleActorByNameAndType(String name, String type) {
    Set<Long> ids = new TreeSet<>();
    tables
        .actors("where roletypeparameter = ? and roletype = ?", name, type)
        .forEach(actor -> ids.add(actor.project()));
    return ids;
  }
}
