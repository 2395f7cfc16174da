package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.Test;

/** An organisation lands in Jira, seen from outside through Jira's own calls. */
public class FirstSyncTest {
  private static final TreeSet<String> JIRAS_OWN =
      new TreeSet<>(java.util.Set.of("jira-administrators", "jira-software-users"));

  @Test
  public void usersGroupsAndMembershipsEqualTheOrganisations() throws Exception {
    check(true);
  }

  @Test
  public void soTheyDoOnALenientJira() throws Exception {
    check(false);
  }

  private static void check(boolean strict) throws Exception {
    try (Lab lab = new Lab(strict, "--users", "600", "--groups", "40", "--seed", "7")) {
      long connection = lab.connect();
      JsonNode run = lab.sync(connection);
      assertEquals(run.toString(), "SUCCEEDED", run.path("state").asText());
      Expected expected = new Expected(lab.okta);
      assertUsers(expected, lab.jira.users());
      TreeSet<String> groups = lab.jira.groups();
      groups.removeAll(JIRAS_OWN);
      assertEquals(new TreeSet<>(expected.groups.keySet()), groups);
      for (String group : expected.groups.keySet()) {
        assertEquals(group, expected.groups.get(group), lab.jira.members(group));
      }
      assertQuiet(lab, connection);
    }
  }

  private static void assertUsers(Expected expected, Map<String, JsonNode> present) {
    Map<String, String> shown = new TreeMap<>();
    present.forEach((name, user) -> shown.put(name, user.path("displayName").asText()));
    shown.remove("admin");
    shown.remove("fred");
    assertEquals(expected.users, shown);
    assertTrue(present.values().stream().allMatch(user -> user.path("active").asBoolean()));
  }

  /** A second run writes no row in any directory table and has no changes. */
  private static void assertQuiet(Lab lab, long connection) {
    String before = lab.host.users().tablesDigest();
    JsonNode second = lab.sync(connection);
    assertEquals("SUCCEEDED", second.path("state").asText());
    assertEquals(before, lab.host.users().tablesDigest());
    JsonNode changes = lab.rest.get("/runs/" + second.path("id").asLong() + "/changes").expect(200);
    assertEquals(0, changes.path("total").asInt());
    assertFalse(second.path("counts").path("users").path("unchanged").asInt() == 0);
  }
}
