package org.oktasync.devkit.oktaorg;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.After;
import org.junit.Test;

/** What the System Log says of what happens. */
public class EventsTest {
  private final TestClock clock = new TestClock();
  private final OktaOrg org =
      OktaOrg.start(Options.of("--users", "60", "--groups", "20").forTest(clock));
  private final TestClient client = new TestClient(org);
  private final Directory directory = org.directory();
  private String next = "/api/v1/logs?limit=1000";

  @After
  public void stop() {
    org.close();
  }

  /** The events since the last question. */
  private List<JsonNode> news() throws Exception {
    var page = client.get(next);
    next = TestClient.next(page);
    List<JsonNode> events = new ArrayList<>();
    client.json(page).forEach(events::add);
    return events;
  }

  private List<String> types() throws Exception {
    return news().stream().map(event -> event.get("eventType").asText()).toList();
  }

  private static String target(JsonNode event, String type) {
    for (JsonNode target : event.get("target")) {
      if (target.get("type").asText().equals(type)) {
        return target.get("id").asText();
      }
    }
    throw new AssertionError("No " + type + " in " + event);
  }

  private int call(String method, String path, String body) throws Exception {
    return client.send(method, path, body).statusCode();
  }

  @Test
  public void aLife_isToldFromTheBeginningToTheEnd() throws Exception {
    assertEquals(List.of(), types());
    String body = TestClient.person("new@example.com");
    assertEquals(200, call("POST", "/api/v1/users?activate=false", body));
    String id = directory.find("new@example.com").id();
    String life = "/api/v1/users/" + id + "/lifecycle/";
    assertEquals(List.of("user.lifecycle.create"), types());
    assertEquals(200, call("POST", life + "activate", ""));
    assertEquals(200, call("POST", life + "reactivate", ""));
    directory.setStatus(id, UserStatus.ACTIVE);
    assertEquals(200, call("POST", "/api/v1/users/" + id, "{\"profile\":{\"title\":\"T\"}}"));
    assertEquals(200, call("POST", life + "suspend", ""));
    assertEquals(200, call("POST", life + "unsuspend", ""));
    directory.setStatus(id, UserStatus.LOCKED_OUT);
    assertEquals(200, call("POST", life + "unlock", ""));
    assertEquals(204, call("DELETE", "/api/v1/users/" + id, ""));
    assertEquals(204, call("DELETE", "/api/v1/users/" + id, ""));
    List<JsonNode> events = news();
    assertEquals(
        List.of(
            "user.lifecycle.activate",
            "user.lifecycle.reactivate",
            "user.account.update_password",
            "user.account.update_profile",
            "user.lifecycle.suspend",
            "user.lifecycle.unsuspend",
            "user.account.lock",
            "user.account.unlock",
            "user.lifecycle.deactivate",
            "user.lifecycle.delete.initiated",
            "user.lifecycle.delete.completed"),
        events.stream().map(event -> event.get("eventType").asText()).toList());
    for (JsonNode event : events) {
      assertEquals(id, target(event, "User"));
      assertEquals("SUCCESS", event.at("/outcome/result").asText());
      assertEquals("2026-11-20T10:00:00.000Z", event.get("published").asText());
    }
  }

  @Test
  public void groupsAndMembers_areToldOfOnlyWhenSomethingChanges() throws Exception {
    User user = directory.users().get(1);
    String group = directory.createGroup(Map.of("name", "Fresh")).id();
    directory.addMember(group, user.id());
    directory.addMember(group, user.id());
    directory.updateGroup(group, Map.of("name", "Renamed"));
    directory.removeMember(group, user.id());
    directory.removeMember(group, user.id());
    directory.deleteGroup(group);
    assertEquals(
        List.of(
            "group.lifecycle.create",
            "group.user_membership.add",
            "group.profile.update",
            "group.user_membership.remove",
            "group.lifecycle.delete"),
        types());
  }

  @Test
  public void refusedCalls_areFailures() throws Exception {
    User user = directory.users().get(1);
    String imported = directory.importGroup("Imported", GroupType.APP_GROUP).id();
    news();
    String member = "/api/v1/groups/" + imported + "/users/" + user.id();
    assertEquals(403, call("PUT", member, ""));
    assertEquals(403, call("DELETE", "/api/v1/groups/" + imported, ""));
    assertEquals(403, call("POST", "/api/v1/users/" + user.id() + "/lifecycle/unlock", ""));
    List<JsonNode> events = news();
    assertEquals(3, events.size());
    events.forEach(event -> assertEquals("FAILURE", event.at("/outcome/result").asText()));
    assertEquals("group.user_membership.add", events.get(0).get("eventType").asText());
    assertEquals(imported, target(events.get(0), "UserGroup"));
    assertTrue(directory.members(imported).isEmpty());
  }

  @Test
  public void deletion_takesMembershipsAwayWithoutATrace() throws Exception {
    User user =
        directory.users().stream()
            .filter(u -> u.number() > 0 && u.status() == UserStatus.ACTIVE)
            .filter(u -> directory.groupsOf(u.id()).size() > 2)
            .findFirst()
            .orElseThrow();
    List<Group> before = directory.groupsOf(user.id());
    clock.advance(Duration.ofMinutes(1));
    directory.delete(user.id());
    assertEquals("a deactivated member stays", before, directory.groupsOf(user.id()));
    clock.advance(Duration.ofMinutes(1));
    directory.delete(user.id());
    assertThrows(OktaError.class, () -> directory.user(user.id()));
    for (Group group : before) {
      Group now = directory.group(group.id());
      assertEquals(group.members().size() - 1, now.members().size());
      assertEquals(group.lastMembershipUpdated(), now.lastMembershipUpdated());
    }
    assertFalse(types().stream().anyMatch(type -> type.startsWith("group.")));
  }

  @Test
  public void rules_runOverEverybodyInTheNameOfOkta() throws Exception {
    String group = directory.createGroup(Map.of("name", "By rule")).id();
    String department = directory.users().get(1).text("department");
    news();
    directory.applyRule(group, "department", department);
    List<JsonNode> events = news();
    assertEquals("group.user_membership.rule.trigger", events.get(0).get("eventType").asText());
    int members = directory.members(group).size();
    assertTrue(members > 0);
    assertEquals(1 + members, events.size());
    assertEquals("SystemPrincipal", events.get(1).at("/actor/type").asText());
    directory.update(directory.users().get(1).id(), Map.of("department", "elsewhere"), true);
    List<String> types = types();
    assertEquals("user.account.update_profile", types.get(0));
    assertTrue(types.toString(), types.contains("group.user_membership.remove"));
  }

  @Test
  public void targets_comeInEitherOrder() throws Exception {
    String group = directory.createGroup(Map.of("name", "Order")).id();
    directory.users().forEach(user -> directory.addMember(group, user.id()));
    Set<String> first = new HashSet<>();
    for (JsonNode event : news()) {
      if (event.get("eventType").asText().equals("group.user_membership.add")) {
        first.add(event.at("/target/0/type").asText());
        assertEquals(group, target(event, "UserGroup"));
      }
    }
    assertEquals(Set.of("User", "UserGroup"), first);
  }

  @Test
  public void pageAndSwitchboard_writeTheLogToo() throws Exception {
    String id = directory.users().get(1).id();
    assertEquals(204, call("POST", "/control/people/" + id + "/LOCKED_OUT", ""));
    assertEquals(204, call("POST", "/control/people/" + id + "/ACTIVE", ""));
    assertEquals(200, call("POST", "/control/api/v1/users", TestClient.person("page@example.com")));
    assertEquals(
        List.of(
            "user.account.lock",
            "user.account.unlock",
            "user.lifecycle.create",
            "user.lifecycle.activate"),
        types());
  }
}
