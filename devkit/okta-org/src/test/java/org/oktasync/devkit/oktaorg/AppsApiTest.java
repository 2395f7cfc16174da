package org.oktasync.devkit.oktaorg;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class AppsApiTest {
  private final OktaOrg org =
      OktaOrg.start(
          Options.of("--users", "90", "--groups", "20", "--apps", "16").forTest(new TestClock()));
  private final TestClient client = new TestClient(org);
  private final Applications apps = org.applications();
  private App app;
  private Group group;
  private User member;
  private User stranger;

  @Before
  public void make() {
    app = apps.add("larkfield_new_1", "New", "SAML_2_0");
    group = org.directory().createGroup(Map.of("name", "Users of the new one"));
    List<User> active =
        org.directory().users().stream()
            .filter(user -> user.status() == UserStatus.ACTIVE && user.number() > 0)
            .toList();
    member = active.get(3);
    stranger = active.get(4);
    org.directory().addMember(group.id(), member.id());
  }

  @After
  public void stop() {
    org.close();
  }

  private int call(String method, String path, String body) throws Exception {
    return client.send(method, "/api/v1/apps/" + app.id() + path, body).statusCode();
  }

  private Set<String> users() throws Exception {
    return new HashSet<>(client.ids("/api/v1/apps/" + app.id() + "/users?limit=1"));
  }

  private Set<String> links(User user) throws Exception {
    JsonNode links = client.json("/api/v1/users/" + user.id() + "/appLinks");
    return new HashSet<>(links.findValuesAsText("appInstanceId"));
  }

  @Test
  public void bothSides_showTheSameAssignments() throws Exception {
    Set<String> fromApps = new HashSet<>();
    for (App some : apps.all()) {
      if (some.active()) {
        for (String user : client.ids("/api/v1/apps/" + some.id() + "/users?limit=13")) {
          fromApps.add(user + " " + some.id());
        }
      }
    }
    Set<String> fromPeople = new HashSet<>();
    for (User user : org.directory().users()) {
      links(user).forEach(some -> fromPeople.add(user.id() + " " + some));
    }
    assertEquals(fromPeople, fromApps);
    assertTrue(fromApps.size() > 90);
  }

  @Test
  public void groupsAndApps_showEachOther() throws Exception {
    for (Group some : org.directory().groups()) {
      Set<String> ofGroup = new HashSet<>(client.ids("/api/v1/groups/" + some.id() + "/apps"));
      Set<String> ofApps =
          apps.all().stream()
              .filter(one -> one.groups().containsKey(some.id()))
              .map(App::id)
              .collect(Collectors.toSet());
      assertEquals(ofApps, ofGroup);
    }
    JsonNode groups = client.json("/api/v1/groups?expand=stats&limit=200");
    for (JsonNode some : groups) {
      int stated = some.at("/_embedded/stats/appsCount").asInt();
      assertEquals(
          client.ids("/api/v1/groups/" + some.get("id").asText() + "/apps").size(), stated);
    }
  }

  @Test
  public void membersOfAnAssignedGroup_haveTheApplication() throws Exception {
    assertEquals(Set.of(), users());
    assertEquals(200, call("PUT", "/groups/" + group.id(), "{}"));
    assertEquals(Set.of(member.id()), users());
    JsonNode user = client.json("/api/v1/apps/" + app.id() + "/users/" + member.id());
    assertEquals("GROUP", user.get("scope").asText());
    assertTrue(user.at("/_links/group/href").asText().endsWith(group.id()));
    assertTrue(links(member).contains(app.id()));
    assertEquals(204, call("DELETE", "/groups/" + group.id(), ""));
    assertEquals(404, call("DELETE", "/groups/" + group.id(), ""));
    assertEquals(Set.of(), users());
  }

  @Test
  public void directAssignments_haveAProfileOfTheirOwn() throws Exception {
    String body = "{\"id\":\"%s\",\"scope\":\"USER\",\"profile\":{\"licence\":\"full\"}}";
    assertEquals(200, call("POST", "/users", body.formatted(stranger.id())));
    JsonNode user = client.json("/api/v1/apps/" + app.id() + "/users/" + stranger.id());
    assertEquals("USER", user.get("scope").asText());
    assertEquals("full", user.at("/profile/licence").asText());
    assertEquals(stranger.login(), user.at("/credentials/userName").asText());
    String changed = "{\"profile\":{\"licence\":\"basic\"}}";
    assertEquals(200, call("POST", "/users/" + stranger.id(), changed));
    assertEquals(400, call("POST", "/users/" + stranger.id(), "{\"profile\":{\"licence\":\"x\"}}"));
    assertEquals(404, call("POST", "/users/" + member.id(), changed));
    assertEquals(204, call("DELETE", "/users/" + stranger.id(), ""));
    assertEquals(404, call("DELETE", "/users/" + stranger.id(), ""));
    assertEquals(400, call("POST", "/users", "{}"));
    assertEquals(404, call("POST", "/users", body.formatted("00u00000000000000000")));
  }

  @Test
  public void aLeaver_losesApplications() throws Exception {
    apps.assignGroup(app.id(), group.id());
    apps.assignUser(app.id(), stranger.id(), Map.of());
    for (User user : List.of(member, stranger)) {
      org.directory().transition(user.id(), Lifecycle.DEACTIVATE);
    }
    assertEquals(Set.of(), users());
    assertEquals(Set.of(), links(stranger));
    org.directory().transition(member.id(), Lifecycle.ACTIVATE);
    org.directory().transition(stranger.id(), Lifecycle.ACTIVATE);
    assertEquals("through a group it comes back", Set.of(member.id()), users());
    org.directory().deleteGroup(group.id());
    assertEquals(Set.of(), users());
  }

  @Test
  public void lists_keepToOktasLimits() throws Exception {
    for (String wrong :
        List.of("/users?limit=0", "/users?limit=501", "/groups?limit=19", "/groups?limit=201")) {
      assertEquals(wrong, 400, call("GET", wrong, ""));
    }
    assertEquals(200, call("GET", "/users?limit=500", ""));
    assertEquals(400, call("GET", "/users?expand=group", ""));
    long active = apps.all().stream().filter(App::active).count();
    assertEquals(active, client.json("/api/v1/apps").size());
    assertEquals(apps.all().size(), client.json("/api/v1/apps?includeNonDeleted=true").size());
    assertEquals(active, client.ids("/api/v1/apps?limit=3").size());
    String off = TestClient.encode("status eq \"INACTIVE\"");
    assertEquals(apps.all().size() - active, client.ids("/api/v1/apps?filter=" + off).size());
    String label = TestClient.encode("label eq \"New\"");
    assertEquals(400, client.get("/api/v1/apps?filter=" + label).statusCode());
    assertEquals(List.of(app.id()), client.ids("/api/v1/apps?q=nEW"));
    assertEquals(404, client.get("/api/v1/apps/0oa00000000000000000/users").statusCode());
  }

  @Test
  public void assignments_areTold() throws Exception {
    String next = TestClient.next(client.get("/api/v1/logs?limit=1000"));
    apps.assignGroup(app.id(), group.id());
    apps.assignGroup(app.id(), group.id());
    apps.assignUser(app.id(), stranger.id(), Map.of());
    apps.unassignUser(app.id(), stranger.id());
    apps.unassignGroup(app.id(), group.id());
    JsonNode events = client.json(next);
    assertEquals(
        List.of(
            "group.application_assignment.add",
            "application.user_membership.add",
            "application.user_membership.remove",
            "group.application_assignment.remove"),
        events.findValuesAsText("eventType"));
    assertTrue(events.get(0).toString().contains(app.id()));
    assertTrue(events.get(0).toString().contains(group.id()));
  }

  @Test
  public void anApplicationsLife_isTold() throws Exception {
    String next = TestClient.next(client.get("/api/v1/logs?limit=1000"));
    App other = apps.add("larkfield_other_1", "Other", "BOOKMARK");
    apps.rename(other.id(), "Another");
    apps.setActive(other.id(), false);
    apps.setActive(other.id(), false);
    apps.setActive(other.id(), true);
    JsonNode events = client.json(next);
    assertEquals(
        List.of(
            "application.lifecycle.create",
            "application.lifecycle.update",
            "application.lifecycle.deactivate",
            "application.lifecycle.activate"),
        events.findValuesAsText("eventType"));
    for (JsonNode event : events) {
      assertEquals("AppInstance", event.at("/target/0/type").asText());
      assertEquals(other.id(), event.at("/target/0/id").asText());
    }
    assertEquals("Another", client.json("/api/v1/apps/" + other.id()).get("label").asText());
  }

  @Test
  public void schemas_ofApplications() throws Exception {
    JsonNode schema = client.json("/api/v1/meta/schemas/apps/" + app.id() + "/default");
    assertTrue(schema.at("/definitions/base/properties/userName").isObject());
    assertTrue(schema.at("/definitions/custom/properties/licence/enum").isArray());
    assertEquals(404, client.get("/api/v1/meta/schemas/apps/0oa0/default").statusCode());
    assertFalse(schema.at("/definitions/base/required").isEmpty());
  }
}
