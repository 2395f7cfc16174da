package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.oktasync.devkit.host.data.Jdbc;
import org.oktasync.devkit.oktaorg.User;
import org.oktasync.devkit.oktaorg.UserStatus;

/** Leavers wait before they are deactivated, and hear of it by Jira's mail queue. */
public class GraceTest {
  private static Lab lab;
  private static long connection;
  private static User ann;
  private static User bob;

  @BeforeClass
  public static void start() throws Exception {
    lab = new Lab("--users", "30", "--groups", "3", "--clean");
    ann = lab.joins("ann.leaver");
    bob = lab.joins("bob.returns");
    connection = lab.connect();
    assertEquals("SUCCEEDED", lab.sync(connection).path("state").asText());
  }

  @AfterClass
  public static void stop() throws Exception {
    lab.close();
  }

  /** Time passes for whoever waits. */
  private static void passDays(int days) {
    new Jdbc(lab.host.dataSource())
        .update(
            "update AO_BB6CC0_LINK set LEAVING_SINCE = LEAVING_SINCE - ?"
                + " where LEAVING_SINCE is not null",
            Duration.ofDays(days).toMillis());
  }

  private static JsonNode mails() {
    lab.host.pollJobs();
    return lab.rest.call("GET", "/rest/devkit/1.0/mails", null).expect(200).path("values");
  }

  private static boolean active(User user) {
    return lab.jira.users().get(user.login()).path("active").asBoolean();
  }

  private static JsonNode save(int status, String leavers) {
    String path = "/connections/" + connection;
    int version = lab.rest.get(path).expect(200).path("version").asInt();
    String body = "{\"version\":" + version + ",\"leavers\":" + leavers + "}";
    return lab.rest.put(path, body).expect(status);
  }

  private static JsonNode incremental() {
    return lab.await(lab.begin(connection, "{\"mode\":\"incremental\"}"));
  }

  private static int users(JsonNode run, String tally) {
    return run.at("/counts/users/" + tally).asInt();
  }

  @Test
  public void whoLeavesWaits_hearsOfItOnce_andIsDeactivatedUnlessTheyReturn() {
    JsonNode refused = save(400, "{\"grace\":{\"inactive\":400}}");
    assertEquals("leavers.grace.inactive", refused.at("/errors/0/field").asText());
    save(200, "{\"grace\":{\"inactive\":10},\"tell\":true,\"contact\":\"help@larkfield.example\"}");
    assertEquals("SUCCEEDED", lab.sync(connection).path("state").asText());
    lab.okta.directory().setStatus(ann.id(), UserStatus.SUSPENDED);
    lab.okta.directory().setStatus(bob.id(), UserStatus.SUSPENDED);

    JsonNode dry = lab.await(lab.begin(connection, "{\"dryRun\":true}"));
    assertEquals(dry.toString(), 2, dry.at("/planned/users/waiting").asInt());
    assertEquals(0, mails().size());

    JsonNode first = incremental();
    assertEquals(first.toString(), "incremental", first.path("mode").asText());
    assertEquals(first.toString(), 2, users(first, "waiting"));
    assertEquals(first.toString(), 0, first.at("/written/directory").asInt());
    assertTrue(active(ann) && active(bob));
    JsonNode sent = Await.until("mails to both", GraceTest::mails, all -> all.size() == 2);
    for (JsonNode mail : sent) {
      String to = mail.path("to").asText();
      assertTrue(to, to.equals(ann.login()) || to.equals(bob.login()));
      String body = mail.path("body").asText();
      assertTrue(body, body.contains(to) && body.contains("help@larkfield.example"));
      assertFalse("they may not see its pages", body.contains("/plugins/servlet/okta-sync"));
    }

    passDays(9);
    lab.okta.directory().setStatus(bob.id(), UserStatus.ACTIVE);
    JsonNode second = incremental();
    assertEquals(second.toString(), 1, users(second, "staying"));
    assertTrue(active(ann) && active(bob));
    passDays(2);
    JsonNode third = incremental();
    assertEquals(third.toString(), "incremental", third.path("mode").asText());
    assertEquals(third.toString(), 1, users(third, "deactivated"));
    assertFalse(active(ann));
    assertTrue(active(bob));
    JsonNode last = lab.sync(connection);
    assertEquals(last.toString(), 0, last.at("/written/directory").asInt());
    assertEquals("nobody hears of it twice", 2, mails().size());
  }
}
