package org.oktasync.jira;

import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.jira.application.ApplicationRole;
import com.atlassian.jira.application.ApplicationRoleManager;
import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.permission.PermissionSchemeManager;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.scheme.Scheme;
import com.atlassian.jira.scheme.SchemeEntity;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import com.atlassian.jira.security.roles.ProjectRole;
import com.atlassian.jira.security.roles.ProjectRoleManager;
import com.atlassian.jira.security.roles.RoleActor;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.oktasync.control.SyncLog;
import org.oktasync.model.GroupName;
import org.oktasync.target.GroupReferences;

/**
 * Global permissions, application access, permission schemes and project roles that name a group.
 * Each is looked at by itself, because Jira does not promise all of them to add-ons.
 */
public final class JiraGroupReferences implements GroupReferences {
  private static final String GROUP = "group";
  private static final String GROUP_ACTOR = "atlassian-group-role-actor";

  private final GlobalPermissionManager permissions;
  private final ApplicationRoleManager applications;
  private final Function<Class<?>, Object> components;
  private final SyncLog log;

  /**
   * @param components finds a component of Jira by its type; may answer null or throw when there is
   *     none. Asked at each use
   */
  public JiraGroupReferences(
      GlobalPermissionManager permissions,
      ApplicationRoleManager applications,
      Function<Class<?>, Object> components,
      SyncLog log) {
    this.permissions = permissions;
    this.applications = applications;
    this.components = components;
    this.log = log;
  }

  /** Finds the references of one place. */
  private interface Search {
    void into(List<Reference> found, GroupName group) throws Exception;
  }

  @Override
  public Found to(GroupName group) {
    List<Reference> references = new ArrayList<>();
    Set<Place> unknown = EnumSet.noneOf(Place.class);
    search(Place.GLOBAL_PERMISSION, this::globalPermissions, group, references, unknown);
    search(Place.APPLICATION, this::applications, group, references, unknown);
    search(Place.PERMISSION_SCHEME, this::schemes, group, references, unknown);
    search(Place.PROJECT_ROLE, this::roles, group, references, unknown);
    return new Found(references, unknown);
  }

  private void search(
      Place place, Search search, GroupName group, List<Reference> found, Set<Place> unknown) {
    List<Reference> here = new ArrayList<>();
    try {
      search.into(here, group);
      found.addAll(here);
    } catch (Exception | LinkageError e) {
      log.warn(e, "Jira cannot tell which %s names a group", place.label());
      unknown.add(place);
    }
  }

  private void globalPermissions(List<Reference> found, GroupName group) {
    for (GlobalPermissionKey permission :
        List.of(
            GlobalPermissionKey.ADMINISTER,
            GlobalPermissionKey.SYSTEM_ADMIN,
            GlobalPermissionKey.USER_PICKER,
            GlobalPermissionKey.CREATE_SHARED_OBJECTS,
            GlobalPermissionKey.MANAGE_GROUP_FILTER_SUBSCRIPTIONS,
            GlobalPermissionKey.BULK_CHANGE)) {
      if (permissions.getGroupNamesWithPermission(permission).stream()
          .anyMatch(name -> is(name, group))) {
        found.add(new Reference(Place.GLOBAL_PERMISSION, permission.toString(), ""));
      }
    }
  }

  private void applications(List<Reference> found, GroupName group) {
    for (ApplicationRole role : applications.getRoles()) {
      if (role.getGroups().stream().map(Group::getName).anyMatch(name -> is(name, group))) {
        found.add(new Reference(Place.APPLICATION, role.getName(), ""));
      }
    }
  }

  private void schemes(List<Reference> found, GroupName group) {
    for (Scheme scheme : component(PermissionSchemeManager.class).getSchemeObjects()) {
      for (SchemeEntity entry : scheme.getEntities()) {
        if (GROUP.equals(entry.getType()) && is(entry.getParameter(), group)) {
          String permission =
              entry.getEntityTypeId() instanceof ProjectPermissionKey key
                  ? key.permissionKey()
                  : String.valueOf(entry.getEntityTypeId());
          found.add(new Reference(Place.PERMISSION_SCHEME, scheme.getName(), permission));
        }
      }
    }
  }

  /** Jira finds the projects by the name as it is spelled there; then each role of them is read. */
  private void roles(List<Reference> found, GroupName group) {
    ProjectRoleManager roles = component(ProjectRoleManager.class);
    ProjectManager projects = component(ProjectManager.class);
    TreeMap<String, Project> named = new TreeMap<>();
    for (Long id :
        roles.getProjectIdsContainingRoleActorByNameAndType(group.value(), GROUP_ACTOR)) {
      Project project = projects.getProjectObj(id);
      if (project != null) {
        named.put(project.getKey(), project);
      }
    }
    for (Project project : named.values()) {
      for (ProjectRole role : roles.getProjectRoles()) {
        if (roles.getProjectRoleActors(role, project).getRoleActors().stream()
            .anyMatch(actor -> names(actor, group))) {
          found.add(new Reference(Place.PROJECT_ROLE, project.getKey(), role.getName()));
        }
      }
    }
  }

  private static boolean names(RoleActor actor, GroupName group) {
    return GROUP_ACTOR.equals(actor.getType()) && is(actor.getParameter(), group);
  }

  /** Entries without a parameter mean everybody. */
  private static boolean is(String name, GroupName group) {
    return name != null && !name.isBlank() && new GroupName(name).equals(group);
  }

  private <T> T component(Class<T> type) {
    Object found = components.apply(type);
    if (found == null) {
      throw new IllegalStateException("Jira offers no " + type.getName());
    }
    return type.cast(found);
  }
}
