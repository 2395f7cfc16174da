package org.oktasync.devkit.host.projects;

import com.atlassian.jira.bc.project.component.ProjectComponentManager;
import com.atlassian.jira.bc.user.UserService;
import com.atlassian.jira.permission.PermissionSchemeManager;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.security.roles.ProjectRoleManager;
import com.atlassian.jira.user.util.UserManager;
import java.util.List;
import java.util.Map;
import org.oktasync.devkit.host.data.Jdbc;
import org.oktasync.devkit.host.users.JiraUsers;
import org.oktasync.devkit.host.web.HostPage;
import org.oktasync.devkit.host.web.HostRest;

/** Projects with their leads: services for add-ons, a page, and Jira's REST calls. */
public final class Projects {
  private final ProjectTables tables;
  private final GrantTables grants;
  private final JiraUsers people;
  private final UserManager users;

  /** Opens the projects of a database. */
  public Projects(Jdbc jdbc, JiraUsers people) {
    this.tables = new ProjectTables(jdbc);
    this.grants = new GrantTables(jdbc);
    this.people = people;
    this.users = (UserManager) people.services().get(UserManager.class);
  }

  /** Jira's services by the interface under which Jira offers them. */
  public Map<Class<?>, Object> services() {
    JiraProjects projects = new JiraProjects(tables, users);
    JiraComponents components = new JiraComponents(tables, users);
    return Map.of(
        ProjectManager.class, projects,
        ProjectComponentManager.class, components,
        UserService.class, new DeletableUsers(projects, components, people::isAdmin),
        PermissionSchemeManager.class, new JiraPermissionSchemes(grants),
        ProjectRoleManager.class, new JiraProjectRoles(grants),
        PermissionManager.class, new AssignableUsers(people::isLicensed));
  }

  /** The page that shows who leads what. */
  public List<HostPage> pages() {
    return List.of(new ProjectsPage(tables, users));
  }

  /** The part of Jira's REST interface that is about projects. */
  public List<HostRest> restApi() {
    return List.of(
        new PermissionSchemeRest(grants, people::isAdmin),
        new ProjectRest("project", tables, new RoleRest(grants), users, people::isAdmin),
        new ProjectRest("component", tables, new RoleRest(grants), users, people::isAdmin));
  }
}
