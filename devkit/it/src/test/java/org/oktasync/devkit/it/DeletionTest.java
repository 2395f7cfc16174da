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

/** Accounts of leavers are deleted after their waiting time, and only as far as Jira agrees. */
public class DeletionTest {
  private static Lab lab;
  private static long connection;
  private static User ann;
  private static User bob;

  @BeforeClass
  public static void start() throws Exception {
    lab = new Lab("--users", "30", "--groups", "3", "--clean");
    ann = lab.joins("ann.leaver");
    bob = lab.joins("bob.leaver");
    connection = lab.connect();
    assertEquals("SUCCEEDED", lab.sync(connection).path("state").asText());
    lab.jira.makeProject("ABC", bob.login());
  }

  @AfterClass
  public static void stop() throws Exception {
    lab.close();
  }

  /** Time passes for whoever was deactivated. */
  private static void passDays(int days) {
    new Jdbc(lab.host.dataSource())
        .update(
            "update AO_BB6CC0_LINK set DEACTIVATED_AT = DEACTIVATED_AT - ?"
                + " where DEACTIVATED_AT is not null",
            Duration.ofDays(days).toMillis());
  }

  private static JsonNode reasons(JsonNode run) {
    return lab.rest
        .get("/runs/" + run.path("id").asLong() + "/changes?kind=user&operation=leave")
        .expect(200);
  }

  @Test
  public void whoLeftIsDeletedAfterTheWaitingTime_unlessJiraObjects() {
    JsonNode now = lab.rest.get("/connections/" + connection).expect(200);
    String settings =
        "{\"version\":%d,\"leavers\":{\"inactive\":\"delete\",\"deleteAfterDays\":7}}"
            .formatted(now.path("version").asInt());
    JsonNode saved = lab.rest.put("/connections/" + connection, settings).expect(200);
    assertTrue("Jira can be asked", saved.path("warnings").isEmpty());
    lab.okta.directory().setStatus(ann.id(), UserStatus.SUSPENDED);
    lab.okta.directory().setStatus(bob.id(), UserStatus.SUSPENDED);

    JsonNode first = lab.sync(connection);
    assertEquals(first.toString(), 2, first.at("/counts/users/deactivated").asInt());
    passDays(6);
    JsonNode waiting = lab.sync(connection);
    assertEquals(waiting.toString(), 0, waiting.at("/counts/users/deleted").asInt());
    assertTrue(lab.jira.users().containsKey(ann.login()));

    passDays(2);
    JsonNode run = lab.sync(connection);
    assertEquals(run.toString(), 1, run.at("/counts/users/deleted").asInt());
    assertFalse(lab.jira.users().containsKey(ann.login()));
    assertFalse("a lead stays", lab.jira.users().get(bob.login()).path("active").asBoolean());
    String left = reasons(run).toString();
    assertTrue(left, left.contains("deletion-refused") && left.contains("leads projects"));

    JsonNode again = lab.sync(connection);
    assertEquals(again.toString(), 0, again.at("/counts/users/created").asInt());
    assertEquals(again.toString(), 0, again.at("/counts/users/deleted").asInt());
  }
}
