package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runners.MethodSorters;
import org.oktasync.devkit.oktaorg.Group;
import org.oktasync.devkit.oktaorg.GroupType;
import org.oktasync.devkit.oktaorg.User;
import org.oktasync.devkit.oktaorg.UserStatus;

/** One person looked at, synced alone, and brought up to date when they sign in. */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class OnePersonTest {
  private static Lab lab;
  private static long connection;
  private static User ann;
  private static User bob;
  private static Group team;

  @BeforeClass
  public static void start() throws Exception {
    lab = new Lab("--users", "30", "--groups", "5", "--clean");
    ann = lab.joins("ann.mover");
    bob = lab.joins("bob.stays");
    team = lab.okta.directory().importGroup("Movers", GroupType.OKTA_GROUP);
    connection = lab.connect();
    assertEquals("SUCCEEDED", lab.sync(connection).path("state").asText());
  }

  @AfterClass
  public static void stop() throws Exception {
    lab.close();
  }

  private static JsonNode preview(String user) {
    String text = URLEncoder.encode(user, StandardCharsets.UTF_8);
    return lab.rest.get("/connections/" + connection + "/preview?user=" + text).expect(200);
  }

  @Test
  public void a_aPreviewSaysWhatARunAboutOnePersonThenDoes() {
    lab.okta.directory().addMember(team.id(), ann.id());
    lab.okta.directory().addMember(team.id(), bob.id());
    lab.okta.directory().update(ann.id(), Map.of("lastName", "Moved"), true);
    JsonNode steps = preview(ann.login());
    assertTrue(steps.toString(), steps.at("/matched/ok").asBoolean());
    assertEquals(steps.toString(), 2, steps.path("changes").size());
    JsonNode run = lab.await(lab.begin(connection, "{\"user\":\"" + ann.login() + "\"}"));
    assertEquals(run.toString(), "SUCCEEDED", run.path("state").asText());
    assertEquals("person", run.path("mode").asText());
    assertEquals(java.util.Set.of(ann.login()), lab.jira.members("Movers"));
    assertEquals(0, preview(ann.id()).path("changes").size());
  }

  @Test
  public void b_whoeverSignsInHasTheirNewGroup_andOthersWait() throws Exception {
    long own = withExistingAccounts();
    User fred = named("fred");
    lab.okta.directory().addMember(team.id(), fred.id());
    int runs = lab.rest.get("/runs?connection=" + own).expect(200).path("total").asInt();
    for (int i = 0; i < 20; i++) {
      lab.signIn("fred", "fred");
    }
    JsonNode told =
        Await.until(
            "what became of the logins",
            () -> lab.rest.get("/health").expect(200).path("logins"),
            logins -> logins.path("changed").asInt() > 0);
    assertEquals(told.toString(), 1, told.path("looked").asInt());
    JsonNode run =
        Await.until(
            "the run of the login",
            () -> lab.rest.get("/runs?connection=" + own).expect(200),
            all -> Site.isOver(all.at("/values/0")));
    assertEquals(run.toString(), runs + 1, run.path("total").asInt());
    assertEquals("login", run.at("/values/0/trigger").asText());
    assertTrue(lab.jira.members("Movers of Jira").contains("fred"));
  }

  /** A connection over the directory that Jira has had from the beginning. */
  private static long withExistingAccounts() {
    team = lab.okta.directory().importGroup("Movers of Jira", GroupType.OKTA_GROUP);
    Map<String, Object> profile =
        Map.of("login", "fred", "email", "fred@x.org", "firstName", "Fred", "lastName", "F");
    lab.okta.directory().importUser(profile, UserStatus.ACTIVE);
    String directory = lab.rest.get("/directories").expect(200).at("/values/0/id").asText();
    long id =
        lab.connectAs("Own", lab.okta.baseUrl(), lab.okta.token(), "{\"id\":" + directory + "}");
    int version = lab.rest.get("/connections/" + id).expect(200).path("version").asInt();
    String settings =
        "{\"version\":%d,\"users\":{\"adopt\":\"automatic\"},\"login\":{\"enabled\":true}}";
    lab.rest.put("/connections/" + id, settings.formatted(version)).expect(200);
    JsonNode run = lab.sync(id);
    assertEquals(run.toString(), "SUCCEEDED", run.path("state").asText());
    return id;
  }

  private static User named(String login) {
    return lab.okta.directory().find(login);
  }
}
