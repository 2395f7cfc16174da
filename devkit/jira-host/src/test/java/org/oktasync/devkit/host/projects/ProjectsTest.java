package org.oktasync.devkit.host.projects;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.CoreMatchers.is;
import static org.junit.Assert.assertThat;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.oktasync.devkit.host.RunningHost;

/** Projects and components with their leads, over Jira's REST calls and on the page. */
public class ProjectsTest {
  private static final String PROJECTS = "/rest/api/2/project";
  private static final String COMPONENTS = "/rest/api/2/component";

  @Rule public final RunningHost jira = new RunningHost(options -> options);

  @Before
  public void makeOne() {
    String project = "{\"key\":\"ABC\",\"name\":\"Alphabet\",\"lead\":\"fred\"}";
    jira.as("admin").call("POST", PROJECTS, project).expect(201);
  }

  @Test
  public void projectsTellTheirLeads() {
    assertThat(jira.as("fred").get(PROJECTS).expect(200).get(0).get("key").asText(), is("ABC"));
    String lead = jira.as("fred").get(PROJECTS + "/ABC").expect(200).at("/lead/name").asText();
    assertThat(lead, is("fred"));
    jira.as("fred").get(PROJECTS + "/XYZ").refused(404);
  }

  @Test
  public void componentsMayHaveALead() {
    String with = "{\"project\":\"ABC\",\"name\":\"A\",\"leadUserName\":\"admin\"}";
    jira.as("admin").call("POST", COMPONENTS, with).expect(201);
    jira.as("admin").call("POST", COMPONENTS, "{\"project\":\"ABC\",\"name\":\"B\"}").expect(201);
    String list = jira.as("fred").get(PROJECTS + "/ABC/components").expect(200).toString();
    assertThat(list, containsString("\"name\":\"admin\""));
    assertThat(list, containsString("\"name\":\"B\"}"));
  }

  @Test
  public void whatJiraWouldRefuseIsRefused() {
    String other = "{\"key\":\"%s\",\"name\":\"X\",\"lead\":\"%s\"}";
    jira.as("fred").call("POST", PROJECTS, other.formatted("NEW", "fred")).refused(403);
    jira.as("admin").call("POST", PROJECTS, other.formatted("ABC", "fred")).refused(400);
    jira.as("admin").call("POST", PROJECTS, other.formatted("low", "fred")).refused(400);
    jira.as("admin").call("POST", PROJECTS, other.formatted("NEW", "nobody")).refused(400);
    jira.as("admin").call("POST", COMPONENTS, "{\"project\":\"NONE\",\"name\":\"B\"}").refused(400);
  }

  @Test
  public void groupsAreInRolesAndHavePermissions() {
    String role = PROJECTS + "/ABC/role/10001";
    String team = "{\"group\":[\"team\"]}";
    jira.as("fred").call("POST", role, team).refused(405);
    String actors = jira.as("admin").call("POST", role, team).expect(200).toString();
    assertThat(actors, containsString("atlassian-group-role-actor"));
    jira.as("admin").call("POST", PROJECTS + "/ABC/role/7", team).refused(404);
    jira.as("admin").call("POST", PROJECTS + "/XYZ/role/10001", team).refused(404);
    String scheme = "/rest/api/2/permissionscheme/0/permission";
    String grant =
        "{\"holder\":{\"type\":\"%s\",\"parameter\":\"team\"},\"permission\":\"EDIT_ISSUES\"}";
    jira.as("fred").call("POST", scheme, grant.formatted("group")).refused(403);
    jira.as("admin").call("POST", scheme, grant.formatted("user")).refused(400);
    jira.as("admin").call("POST", scheme, grant.formatted("group")).expect(201);
  }

  @Test
  public void aLanguageIsChosenByEachForThemselves() {
    String preference = "/rest/api/2/mypreferences?key=jira.user.locale";
    jira.as("fred").call("PUT", preference, "\"tlh_QO\"").refused(400);
    assertThat(jira.as("fred").call("PUT", preference, "\"de_DE\"").status(), is(204));
    assertThat(jira.as("fred").get(preference).text(), containsString("de_DE"));
    assertThat(jira.as("admin").get(preference).text(), containsString("null"));
  }
}
