package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.devkit.oktaorg.Group;
import org.oktasync.devkit.oktaorg.User;
import org.oktasync.devkit.oktaorg.UserStatus;

/**
 * Very many are gone from Okta, and really so. From outside: nobody loses anything unasked, and
 * with an approval it is exactly those who are listed.
 */
public class MassRemovalTest {
  private Removals jira;

  @Before
  public void settle() throws Exception {
    jira = Removals.inJira("--users", "80", "--groups", "8", "--clean", "--seed", "21");
  }

  @After
  public void end() throws Exception {
    jira.lab.close();
  }

  @Test
  public void everybodyIsGone() {
    // The first is the administrator whose token the connection uses.
    List<User> people = jira.lab.okta.directory().users();
    people
        .subList(1, people.size())
        .forEach(user -> jira.lab.okta.directory().setStatus(user.id(), UserStatus.DEPROVISIONED));
    JsonNode held = jira.sync("HELD");
    assertEquals(Set.of("maxDeactivations"), Removals.breaches(held));
    Map<String, Set<String>> listed = jira.listed(held, "deactivate");
    assertTrue(listed.toString(), listed.get("").size() > 60);
    assertEquals("SUCCEEDED", jira.approved(held).path("state").asText());
    assertEquals("exactly the listed ones", listed.get(""), jira.lost().get(""));
  }

  @Test
  public void oneGroupIsEmptied() {
    Group group = jira.largestGroup();
    List<User> members = jira.lab.okta.directory().members(group.id());
    assertTrue("" + members.size(), members.size() > 10);
    members.forEach(user -> jira.lab.okta.directory().removeMember(group.id(), user.id()));
    JsonNode held = jira.sync("HELD");
    assertTrue(Removals.breaches(held).contains("maxRemovalsPerGroup"));
    Map<String, Set<String>> listed = jira.listed(held, "remove");
    assertEquals(Set.of(JiraView.fold(group.name())), listed.keySet());
    assertEquals("SUCCEEDED", jira.approved(held).path("state").asText());
    assertEquals("exactly the listed ones", listed, jira.lost());
  }
}
