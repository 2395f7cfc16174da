package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.oktasync.devkit.oktaorg.User;

/** A trial with the first people, seen and then applied, before everybody comes. */
public class TrialTest {
  private static Lab lab;
  private static long connection;

  @BeforeClass
  public static void start() throws Exception {
    lab = new Lab("--users", "60", "--groups", "8", "--clean");
    connection = lab.connect();
  }

  @AfterClass
  public static void stop() throws Exception {
    lab.close();
  }

  private static JsonNode changes(JsonNode run, String kind, String operation) {
    String filter = "?limit=500&kind=" + kind + "&operation=" + operation;
    return lab.rest.get("/runs/" + run.path("id").asLong() + "/changes" + filter).expect(200);
  }

  @Test
  public void aTrialIsSeenFirst_thenMakesItsPeopleAlone_andASyncDoesTheRest() {
    int before = lab.jira.users().size();
    String trial = "{\"part\":\"directory\",\"limit\":10,\"dryRun\":true}";
    JsonNode dry = lab.await(lab.begin(connection, trial));
    assertEquals(dry.toString(), "SUCCEEDED", dry.path("state").asText());
    assertEquals("trial", dry.path("mode").asText());
    assertEquals(10, dry.path("limit").asInt());
    assertEquals(dry.toString(), "run-is-trial", dry.at("/notices/0/code").asText());
    assertEquals(dry.toString(), 10, dry.at("/planned/users/created").asInt());
    assertEquals(before, lab.jira.users().size());

    long id = dry.path("id").asLong();
    long applied = lab.rest.post("/runs/" + id + "/apply", "{}").expect(202).path("id").asLong();
    JsonNode run = lab.await(applied);
    assertEquals(run.toString(), "SUCCEEDED", run.path("state").asText());
    assertEquals(before + 10, lab.jira.users().size());
    JsonNode made = changes(run, "membership", "add").path("values");
    assertTrue("people come with their groups", made.size() > 0);
    for (JsonNode one : changes(run, "user", "create").path("values")) {
      User person = lab.okta.directory().find(one.path("subject").asText());
      assertEquals(one.path("sourceId").asText(), person.id());
    }
    for (JsonNode one : made) {
      String group = one.path("object").asText();
      assertTrue(one.toString(), lab.jira.members(group).contains(one.path("subject").asText()));
    }

    JsonNode again = lab.await(lab.begin(connection, trial));
    assertEquals("the same people", 0, again.at("/planned/users/created").asInt());
    assertEquals(again.toString(), 10, again.at("/planned/users/unchanged").asInt());
    JsonNode sync = lab.sync(connection);
    assertEquals(sync.toString(), "SUCCEEDED", sync.path("state").asText());
    assertTrue(lab.jira.users().size() > before + 40);
    assertEquals(0, lab.sync(connection).at("/written/directory").asInt());
  }
}
