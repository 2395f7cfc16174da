package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.devkit.oktaorg.Fault;
import org.oktasync.devkit.oktaorg.Group;
import org.oktasync.devkit.oktaorg.GroupType;
import org.oktasync.devkit.oktaorg.User;
import org.oktasync.devkit.oktaorg.UserStatus;

/**
 * What administrators fear most: everybody seems to be gone, for one reason or another. From
 * outside: nobody loses anything unasked, and with an approval it is exactly those who are listed;
 * whoever Okta still knows when it is asked again stays even then.
 */
public class MassRemovalTest {
  private Lab lab;
  private long connection;
  private Map<String, Set<String>> before;

  @Before
  public void settle() throws Exception {
    lab = new Lab("--users", "80", "--groups", "8", "--clean", "--seed", "21");
    connection = lab.connect();
    assertEquals("SUCCEEDED", lab.sync(connection).path("state").asText());
    before = held();
  }

  @After
  public void end() throws Exception {
    lab.close();
  }

  /** Active people under the name "", and the members of each group. */
  private Map<String, Set<String>> held() {
    Map<String, Set<String>> all = new TreeMap<>();
    Set<String> active = new TreeSet<>();
    lab.jira
        .users()
        .forEach(
            (name, user) -> {
              if (user.path("active").asBoolean()) {
                active.add(name);
              }
            });
    all.put("", active);
    lab.jira.groups().forEach(group -> all.put(group, new TreeSet<>(lab.jira.members(group))));
    return all;
  }

  private JsonNode syncNow(String... ends) {
    String digest = lab.host.users().tablesDigest();
    JsonNode run = lab.sync(connection);
    assertTrue(run.toString(), List.of(ends).contains(run.path("state").asText()));
    assertEquals("nothing is written unasked", digest, lab.host.users().tablesDigest());
    return run;
  }

  private JsonNode approved(JsonNode held) {
    long id = held.path("id").asLong();
    lab.rest.post("/runs/" + id + "/approve", "{}").expect(202);
    return lab.await(id);
  }

  /** What a run lists for one operation, as names of people behind the name of a group or "". */
  private Map<String, Set<String>> listed(JsonNode run, String operation) {
    Map<String, Set<String>> found = new TreeMap<>();
    String path = "/runs/" + run.path("id").asLong() + "/changes?limit=1000&operation=" + operation;
    for (JsonNode change : lab.rest.get(path).expect(200).path("values")) {
      String group = JiraView.fold(change.path("object").asText(""));
      found
          .computeIfAbsent(group.equals("null") ? "" : group, any -> new TreeSet<>())
          .add(JiraView.fold(change.path("subject").asText()));
    }
    return found;
  }

  /** What was there before and is there no more. */
  private Map<String, Set<String>> lost() {
    Map<String, Set<String>> now = held();
    Map<String, Set<String>> lost = new TreeMap<>();
    before.forEach(
        (name, people) -> {
          Set<String> gone = new TreeSet<>(people);
          gone.removeAll(now.getOrDefault(name, Set.of()));
          if (!gone.isEmpty()) {
            lost.put(name, gone);
          }
        });
    return lost;
  }

  private void assertBreach(JsonNode run, String... guardrails) {
    Set<String> found = new TreeSet<>();
    run.path("breaches").forEach(one -> found.add(one.path("guardrail").asText()));
    assertEquals(new TreeSet<>(List.of(guardrails)), found);
  }

  /** A lie of a list is found out when Okta is asked again about each single one. */
  private void assertNobodyGoesEvenWhenApproved(JsonNode held) {
    JsonNode run = approved(held);
    assertEquals(run.toString(), Map.of(), lost());
    assertTrue(run.path("counts").path("users").path("deactivated").asInt() == 0);
  }

  @Test
  public void everybodyIsGone() {
    // The first is the administrator whose token the connection uses.
    List<User> people = lab.okta.directory().users();
    people
        .subList(1, people.size())
        .forEach(user -> lab.okta.directory().setStatus(user.id(), UserStatus.DEPROVISIONED));
    JsonNode held = syncNow("HELD");
    assertBreach(held, "maxDeactivations");
    Map<String, Set<String>> listed = listed(held, "deactivate");
    assertTrue(listed.toString(), listed.get("").size() > 60);
    assertEquals("SUCCEEDED", approved(held).path("state").asText());
    assertEquals("exactly the listed ones", listed.get(""), lost().get(""));
  }

  @Test
  public void theListOfPeopleIsEmpty() {
    lab.okta.faults().arm(Fault.EMPTY_LIST, ".*/api/v1/users[?].*", -1, 0);
    JsonNode held = syncNow("HELD", "FAILED");
    assertBreach(held, "minUsers", "maxDeactivations");
    assertNobodyGoesEvenWhenApproved(held);
  }

  @Test
  public void theListOfPeopleIsImplausiblySmall() {
    lab.okta.faults().arm(Fault.TRUNCATED_LIST, ".*/api/v1/users[?].*", -1, 0);
    JsonNode held = syncNow("HELD");
    assertTrue(held.toString(), held.path("breaches").size() > 0);
    assertNobodyGoesEvenWhenApproved(held);
  }

  @Test
  public void mostOfThePagesAreMissing() throws Exception {
    lab.close();
    lab = new Lab("--users", "80", "--groups", "8", "--clean", "--page-size-cap", "10");
    connection = lab.connect();
    assertEquals("SUCCEEDED", lab.sync(connection).path("state").asText());
    before = held();
    // The second page says that it is the last.
    lab.okta.faults().arm(Fault.TRUNCATED_LIST, ".*/api/v1/users[?].*after=.*", -1, 0);
    JsonNode held = syncNow("HELD");
    assertNobodyGoesEvenWhenApproved(held);
  }

  @Test
  public void theTokenLostItsRights() {
    for (String list : List.of("users[?].*", "groups[?].*", "groups/[^/]+/users.*")) {
      lab.okta.faults().arm(Fault.FORBIDDEN, ".*/api/v1/" + list, -1, 0);
      JsonNode run = syncNow("FAILED", "PARTIAL");
      assertTrue(run.toString(), run.path("breaches").isEmpty());
      lab.okta.faults().clear();
    }
    lab.okta.setTokenRevoked(true);
    syncNow("FAILED");
    lab.okta.setTokenRevoked(false);
    syncNow("SUCCEEDED");
  }

  @Test
  public void webPagesComeInPlaceOfLists() {
    for (String list : List.of("users[?].*", "groups[?].*", "groups/[^/]+/users.*")) {
      lab.okta.faults().arm(Fault.LOGIN_PAGE, ".*/api/v1/" + list, -1, 0);
      syncNow("FAILED", "PARTIAL");
      lab.okta.faults().clear();
    }
  }

  private Group largeGroup() {
    return lab.okta.directory().groups().stream()
        .filter(group -> group.type() == GroupType.OKTA_GROUP && group.rule() == null)
        .max(
            java.util.Comparator.comparingInt(
                group -> lab.okta.directory().members(group.id()).size()))
        .orElseThrow();
  }

  @Test
  public void oneGroupIsEmptied() {
    Group group = largeGroup();
    List<User> members = lab.okta.directory().members(group.id());
    assertTrue("" + members.size(), members.size() > 10);
    members.forEach(user -> lab.okta.directory().removeMember(group.id(), user.id()));
    JsonNode held = syncNow("HELD");
    assertTrue(held.toString(), held.toString().contains("maxRemovalsPerGroup"));
    Map<String, Set<String>> listed = listed(held, "remove");
    assertEquals(Set.of(JiraView.fold(group.name())), listed.keySet());
    assertEquals("SUCCEEDED", approved(held).path("state").asText());
    assertEquals("exactly the listed ones", listed, lost());
  }

  @Test
  public void aListOfMembersIsEmpty() {
    Group group = largeGroup();
    lab.okta.faults().arm(Fault.EMPTY_LIST, ".*/groups/" + group.id() + "/users.*", -1, 0);
    JsonNode held = syncNow("HELD");
    assertTrue(held.toString(), held.toString().contains("maxRemovalsPerGroup"));
    assertNobodyGoesEvenWhenApproved(held);
  }
}
