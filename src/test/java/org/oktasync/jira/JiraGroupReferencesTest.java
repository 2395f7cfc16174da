package org.oktasync.jira;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.crowd.embedded.impl.ImmutableGroup;
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
import com.atlassian.jira.security.roles.ProjectRoleActors;
import com.atlassian.jira.security.roles.ProjectRoleManager;
import com.atlassian.jira.security.roles.RoleActor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.control.SyncLog;
import org.oktasync.devkit.jiraapi.HostSeams;
import org.oktasync.model.GroupName;
import org.oktasync.target.GroupReferences.Found;
import org.oktasync.target.GroupReferences.Place;
import org.oktasync.target.GroupReferences.Reference;

/** What names a group, through Jira's services. */
public class JiraGroupReferencesTest {
  private static final GroupName TEAM = new GroupName("Team");
  private static final String ACTOR = "atlassian-group-role-actor";

  private final GlobalPermissionManager permissions = mock(GlobalPermissionManager.class);
  private final ApplicationRoleManager applications = mock(ApplicationRoleManager.class);
  private final PermissionSchemeManager schemes = mock(PermissionSchemeManager.class);
  private final ProjectRoleManager roles = mock(ProjectRoleManager.class);
  private final ProjectManager projects = mock(ProjectManager.class);
  private final Map<Class<?>, Object> jira = new HashMap<>();
  private final JiraGroupReferences references =
      new JiraGroupReferences(permissions, applications, jira::get, new SyncLog(List.of()));

  private record Role(Long getId, String getName) implements ProjectRole {}

  private record Actor(String getType, String getParameter) implements RoleActor {}

  private record Actors(Set<RoleActor> getRoleActors) implements ProjectRoleActors {}

  @Before
  public void setUp() {
    jira.put(PermissionSchemeManager.class, schemes);
    jira.put(ProjectRoleManager.class, roles);
    jira.put(ProjectManager.class, projects);
    when(permissions.getGroupNamesWithPermission(any())).thenReturn(List.of("others"));
    when(permissions.getGroupNamesWithPermission(GlobalPermissionKey.BULK_CHANGE))
        .thenReturn(List.of("others", "team"));
    ApplicationRole software = mock(ApplicationRole.class);
    when(software.getName()).thenReturn("Jira Software");
    when(software.getGroups()).thenReturn(Set.of(new ImmutableGroup("TEAM")));
    ApplicationRole desk = mock(ApplicationRole.class);
    when(desk.getGroups()).thenReturn(Set.of(new ImmutableGroup("agents")));
    when(applications.getRoles()).thenReturn(Set.of(software, desk));
    Scheme scheme =
        HostSeams.scheme(
            1,
            "Open",
            List.of(
                entry("group", "team", "BROWSE_PROJECTS"),
                entry("group", "", "CREATE_ISSUES"),
                entry("group", null, "CREATE_ISSUES"),
                entry("user", "team", "EDIT_ISSUES")));
    when(schemes.getSchemeObjects()).thenReturn(List.of(scheme));
    Role developers = new Role(1L, "Developers");
    Role users = new Role(2L, "Users");
    Project project = mock(Project.class);
    when(project.getKey()).thenReturn("ABC");
    when(projects.getProjectObj(7L)).thenReturn(project);
    when(roles.getProjectIdsContainingRoleActorByNameAndType("Team", ACTOR))
        .thenReturn(List.of(7L, 8L));
    when(roles.getProjectRoles()).thenReturn(List.of(developers, users));
    when(roles.getProjectRoleActors(developers, project))
        .thenReturn(new Actors(Set.of(new Actor(ACTOR, "Team"))));
    when(roles.getProjectRoleActors(users, project))
        .thenReturn(new Actors(Set.of(new Actor("atlassian-user-role-actor", "Team"))));
  }

  private static SchemeEntity entry(String type, String parameter, String permission) {
    return HostSeams.schemeEntity(type, parameter, new ProjectPermissionKey(permission));
  }

  @Test
  public void eachPlaceThatNamesTheGroupIsFound_inAnySpelling() {
    Found found = references.to(TEAM);
    assertEquals(
        List.of(
            new Reference(Place.GLOBAL_PERMISSION, "BULK_CHANGE", ""),
            new Reference(Place.APPLICATION, "Jira Software", ""),
            new Reference(Place.PERMISSION_SCHEME, "Open", "BROWSE_PROJECTS"),
            new Reference(Place.PROJECT_ROLE, "ABC", "Developers")),
        found.references());
    assertEquals(Set.of(), found.unknown());
  }

  @Test
  public void whatNobodyNamesHasNoReferences() {
    assertEquals(List.of(), references.to(new GroupName("nobody's")).references());
  }

  @Test
  public void whatJiraCannotTellIsUnknown_andTheRestIsFound() {
    jira.remove(PermissionSchemeManager.class);
    when(roles.getProjectRoles()).thenThrow(new NoSuchMethodError("getProjectRoles"));
    Found found = references.to(TEAM);
    assertEquals(Set.of(Place.PERMISSION_SCHEME, Place.PROJECT_ROLE), found.unknown());
    assertEquals(2, found.references().size());
  }
}
