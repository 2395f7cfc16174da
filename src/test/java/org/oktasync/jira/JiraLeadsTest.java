package org.oktasync.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.jira.bc.project.component.MutableProjectComponent;
import com.atlassian.jira.bc.project.component.ProjectComponent;
import com.atlassian.jira.bc.project.component.ProjectComponentManager;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.project.UpdateProjectParameters;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.mockito.ArgumentCaptor;
import org.oktasync.devkit.jiraapi.HostSeams;
import org.oktasync.model.AccountName;
import org.oktasync.model.Lead;
import org.oktasync.model.Message;
import org.oktasync.target.TargetException;

/** Leads through Jira's services. */
public class JiraLeadsTest {
  private static final AccountName ANN = new AccountName("ann");
  private static final AccountName BOSS = new AccountName("boss");
  private static final Lead PROJECT = Lead.ofProject("ABC");
  private static final Lead COMPONENT = new Lead("ABC", "Backend");

  private final UserManager users = mock(UserManager.class);
  private final ProjectManager projects = mock(ProjectManager.class);
  private final ProjectComponentManager components = mock(ProjectComponentManager.class);
  private final PermissionManager permissions = mock(PermissionManager.class);
  private final Map<Class<?>, Object> jira = new HashMap<>();
  private final JiraLeads leads = new JiraLeads(users, jira::get);
  private final Project project = mock(Project.class);

  @Before
  public void setUp() {
    jira.put(ProjectManager.class, projects);
    jira.put(ProjectComponentManager.class, components);
    jira.put(PermissionManager.class, permissions);
    ApplicationUser ann = user("ann", "JIRAUSER1");
    user("boss", "JIRAUSER2");
    when(project.getId()).thenReturn(10L);
    when(project.getKey()).thenReturn("ABC");
    when(projects.getProjectsLeadBy(ann)).thenReturn(List.of(project));
    when(projects.getProjectObj(10L)).thenReturn(project);
    when(projects.getProjectObjByKey("ABC")).thenReturn(project);
    ProjectComponent component = mock(ProjectComponent.class);
    when(component.getProjectId()).thenReturn(10L);
    when(component.getName()).thenReturn("Backend");
    when(component.getLead()).thenReturn("JIRAUSER1");
    when(components.findComponentsByLead("ann")).thenReturn(List.of(component));
  }

  private ApplicationUser user(String name, String key) {
    ApplicationUser user = mock(ApplicationUser.class);
    when(user.getUsername()).thenReturn(name);
    when(user.getKey()).thenReturn(key);
    when(user.isActive()).thenReturn(true);
    when(users.getUserByName(name)).thenReturn(user);
    return user;
  }

  @Test
  public void projectsAndComponentsAreFound() {
    assertEquals(List.of(PROJECT, COMPONENT), leads.ledBy(ANN));
    assertEquals(List.of(), leads.ledBy(new AccountName("nobody")));
  }

  @Test
  public void theUserKeyIsWritten() throws Exception {
    leads.replace(PROJECT, ANN, BOSS);
    leads.replace(COMPONENT, ANN, BOSS);
    ArgumentCaptor<UpdateProjectParameters> written =
        ArgumentCaptor.forClass(UpdateProjectParameters.class);
    verify(projects).updateProject(written.capture());
    assertEquals("JIRAUSER2", HostSeams.leadUserKey(written.getValue()));
    assertEquals(10, HostSeams.projectId(written.getValue()));
    ArgumentCaptor<MutableProjectComponent> changed =
        ArgumentCaptor.forClass(MutableProjectComponent.class);
    verify(components).update(changed.capture());
    assertEquals("JIRAUSER2", changed.getValue().getLead());
  }

  @Test
  public void whatSomebodyElseLeadsByNowIsNotReplaced() {
    TargetException refused =
        assertThrows(TargetException.class, () -> leads.replace(PROJECT, BOSS, ANN));
    assertEquals(TargetException.Kind.CHANGED_SINCE, refused.kind());
  }

  @Test
  public void whoMayNotLeadIsToldWithTheReason() {
    assertEquals(
        Optional.of(Message.of("lead-replacement-not-assignable", "ABC")),
        leads.obstacle(BOSS, PROJECT));
    when(permissions.hasPermission(any(), any(Project.class), any())).thenReturn(true);
    assertEquals(Optional.empty(), leads.obstacle(BOSS, PROJECT));
    ApplicationUser boss = users.getUserByName("boss");
    when(boss.isActive()).thenReturn(false);
    assertEquals(
        Optional.of(Message.of("lead-replacement-inactive", "ABC")), leads.obstacle(BOSS, PROJECT));
    assertEquals("lead-inactive", leads.obstacle(BOSS).orElseThrow().code());
    assertEquals(
        "lead-replacement-unknown",
        leads.obstacle(new AccountName("nobody"), COMPONENT).orElseThrow().code());
  }

  @Test
  public void aJiraWithoutTheServicesSaysSo() {
    assertEquals(Optional.empty(), leads.problem());
    jira.remove(ProjectComponentManager.class);
    assertEquals("leads-unavailable", leads.problem().orElseThrow().code());
    assertThrows(TargetException.class, () -> leads.ledBy(ANN));
  }

  /** As one version of Jira may have it. */
  public static final class WithBoxedId {
    final Object id;

    private WithBoxedId(Object id) {
      this.id = id;
    }

    public static WithBoxedId forProject(Long id) {
      return new WithBoxedId(id);
    }
  }

  /** As another may. */
  public static final class WithPlainId {
    final Object id;

    private WithPlainId(Object id) {
      this.id = id;
    }

    public static WithPlainId forProject(long id) {
      return new WithPlainId(id);
    }
  }

  @Test
  public void theFactoryIsFoundWhetherItTakesALongOrAnObject() throws Exception {
    for (Class<?> type : List.of(WithBoxedId.class, WithPlainId.class)) {
      Object made = ReflectiveProjectUpdate.factory(type).invoke(null, project.getId());
      assertTrue(type.isInstance(made));
    }
    assertThrows(NoSuchMethodException.class, () -> ReflectiveProjectUpdate.factory(String.class));
  }
}
