package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runners.MethodSorters;
import org.oktasync.devkit.oktaorg.User;
import org.oktasync.devkit.oktaorg.UserStatus;

/** Leads of projects and components, by Jira's own word, when their accounts are deactivated. */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class LeadTest {
  private static Lab lab;
  private static long connection;
  private static User ann;
  private static User bob;

  @BeforeClass
  public static void start() throws Exception {
    lab = new Lab("--users", "30", "--groups", "3", "--clean");
    ann = lab.joins("ann.lead");
    bob = lab.joins("bob.lead");
    connection = lab.connect();
    assertEquals("SUCCEEDED", lab.sync(connection).path("state").asText());
    lab.jira.makeProject("ABC", ann.login());
    lab.jira.makeComponent("ABC", "Backend", ann.login());
  }

  @AfterClass
  public static void stop() throws Exception {
    lab.close();
  }

  private static Rest.Answer save(String project, String component) {
    JsonNode now = lab.rest.get("/connections/" + connection).expect(200);
    String body =
        "{\"version\":%d,\"leavers\":{\"projectLead\":\"%s\",\"componentLead\":\"%s\"}}"
            .formatted(now.path("version").asInt(), project, component);
    return lab.rest.put("/connections/" + connection, body);
  }

  private static boolean active(User user) {
    return lab.jira.users().get(user.login()).path("active").asBoolean();
  }

  @Test
  public void a_whoCannotLeadIsRefusedAtTheField() {
    Rest.Answer nobody = save("nobody.here", "");
    assertEquals("lead-unknown", nobody.code());
    assertEquals("leavers.projectLead", nobody.json().at("/errors/0/field").asText());
  }

  @Test
  public void b_aLeadStaysActiveWhileIssuesCannotBeAssignedToTheReplacement() {
    save(bob.login(), "fred").expect(200);
    lab.okta.directory().setStatus(ann.id(), UserStatus.SUSPENDED);
    JsonNode run = lab.sync(connection);
    assertEquals(run.toString(), 0, run.at("/counts/users/deactivated").asInt());
    assertTrue("bob has no access to Jira", active(ann));
    assertEquals(ann.login(), lab.jira.leadOf("ABC"));
  }

  @Test
  public void c_projectAndComponentAreHandedOver_thenTheLeadIsDeactivated() {
    save("admin", "fred").expect(200);
    JsonNode dry = lab.await(lab.begin(connection, "{\"dryRun\":true}"));
    assertEquals(dry.toString(), 2, dry.at("/planned/leads/updated").asInt());
    assertEquals(ann.login(), lab.jira.leadOf("ABC"));
    JsonNode run = lab.sync(connection);
    assertEquals(run.toString(), 2, run.at("/counts/leads/updated").asInt());
    assertEquals("admin", lab.jira.leadOf("ABC"));
    assertEquals("fred", lab.jira.leadOfComponent("ABC"));
    assertFalse(active(ann));
    JsonNode leads =
        lab.rest
            .get("/runs/" + run.path("id").asLong() + "/changes?kind=lead")
            .expect(200)
            .path("values");
    assertEquals(ann.login(), leads.at("/0/before/lead").asText());
    assertEquals("admin", leads.at("/0/after/lead").asText());
  }
}
