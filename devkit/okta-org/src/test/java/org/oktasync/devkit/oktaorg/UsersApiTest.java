package org.oktasync.devkit.oktaorg;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Test;

public class UsersApiTest {
  private final TestClock clock = new TestClock();
  private final OktaOrg org = OktaOrg.start(Options.of("--users", "60").forTest(clock));
  private final TestClient client = new TestClient(org);

  @After
  public void stop() {
    org.close();
  }

  private User one(UserStatus status) {
    return org.directory().users().stream()
        .filter(user -> user.status() == status && user.number() > 0)
        .filter(user -> user.profile().keySet().containsAll(List.of("email", "lastName")))
        .findFirst()
        .orElseThrow();
  }

  private int post(String path, String body) throws Exception {
    return client.send("POST", path, body).statusCode();
  }

  @Test
  public void deactivatedPeople_areHiddenUnlessAFilterIsGiven() throws Exception {
    String gone = one(UserStatus.DEPROVISIONED).id();
    assertFalse(client.ids("/api/v1/users").contains(gone));
    String filter = TestClient.encode("lastUpdated gt \"1970-01-01T00:00:00.000Z\"");
    assertTrue(client.ids("/api/v1/users?filter=" + filter).contains(gone));
    String status = TestClient.encode("status eq \"DEPROVISIONED\"");
    assertTrue(client.ids("/api/v1/users?filter=" + status).contains(gone));
    assertEquals(200, client.get("/api/v1/users/" + gone).statusCode());
    assertTrue(client.ids("/api/v1/users?search=" + status).contains(gone));
  }

  @Test
  public void login_isUniqueUntilItsOwnerIsDeleted() throws Exception {
    HttpResponse<String> first =
        client.send("POST", "/api/v1/users", TestClient.person("new@example.com"));
    assertEquals(200, first.statusCode());
    HttpResponse<String> second =
        client.send("POST", "/api/v1/users", TestClient.person("NEW@example.com"));
    assertEquals(400, second.statusCode());
    assertEquals("E0000001", client.errorCode(second));

    String id = client.json("/api/v1/users/new@example.com").get("id").asText();
    assertEquals(204, client.send("DELETE", "/api/v1/users/" + id, "").statusCode());
    assertEquals("DEPROVISIONED", client.json("/api/v1/users/" + id).get("status").asText());
    assertEquals(400, post("/api/v1/users", TestClient.person("new@example.com")));
    assertEquals(204, client.send("DELETE", "/api/v1/users/" + id, "").statusCode());
    assertEquals(404, client.get("/api/v1/users/" + id).statusCode());
    assertEquals(200, post("/api/v1/users", TestClient.person("new@example.com")));
    assertNotEquals(id, client.json("/api/v1/users/new@example.com").get("id").asText());
  }

  @Test
  public void login_isFreeWhenItsOwnerTakesAnother() throws Exception {
    User user = one(UserStatus.ACTIVE);
    String path = "/api/v1/users/" + user.id();
    assertEquals(200, post(path, "{\"profile\":{\"login\":\"renamed@example.com\"}}"));
    assertEquals(user.id(), client.json("/api/v1/users/renamed@example.com").get("id").asText());
    assertThrows(OktaError.class, () -> org.directory().find(user.login()));
  }

  @Test
  public void update_isPartialByPostAndWholeByPut() throws Exception {
    User user = one(UserStatus.ACTIVE);
    String path = "/api/v1/users/" + user.id();
    assertEquals(200, post(path, "{\"profile\":{\"title\":\"Chief\",\"city\":null}}"));
    User changed = org.directory().user(user.id());
    assertEquals("Chief", changed.text("title"));
    assertEquals(user.login(), changed.login());
    assertEquals(null, changed.text("city"));
    assertEquals(400, post(path, "{\"profile\":{\"lastName\":\"\"}}"));
    assertEquals(400, post(path, "{\"profile\":{\"badgeNumber\":\"seven\"}}"));
    assertEquals(400, post(path, "{\"profile\":{\"unheardOf\":1}}"));
    assertEquals(400, client.send("PUT", path, "{\"profile\":{\"title\":\"x\"}}").statusCode());
    assertEquals(400, post(path, "{not json"));
  }

  @Test
  public void times_moveAsOktaMovesThem() throws Exception {
    User user = one(UserStatus.ACTIVE);
    Group group = org.directory().groupsOf(user.id()).get(1);
    clock.advance(Duration.ofMinutes(5));
    org.directory().removeMember(group.id(), user.id());
    assertEquals(user, org.directory().user(user.id()));
    assertEquals(clock.instant(), org.directory().group(group.id()).lastMembershipUpdated());
    assertEquals(group.lastUpdated(), org.directory().group(group.id()).lastUpdated());

    assertEquals(200, post("/api/v1/users/" + user.id(), "{\"profile\":{\"title\":\"T\"}}"));
    User titled = org.directory().user(user.id());
    assertEquals(clock.instant(), titled.lastUpdated());
    assertEquals(user.statusChanged(), titled.statusChanged());

    clock.advance(Duration.ofMinutes(5));
    assertEquals(200, post("/api/v1/users/" + user.id() + "/lifecycle/suspend", ""));
    User suspended = org.directory().user(user.id());
    assertEquals(clock.instant(), suspended.statusChanged());
    assertEquals(clock.instant(), suspended.lastUpdated());
  }

  @Test
  public void lifecycle_keepsToItsStatuses() throws Exception {
    String id = one(UserStatus.ACTIVE).id();
    String active = "/api/v1/users/" + id + "/lifecycle/";
    assertEquals(403, post(active + "activate", ""));
    assertEquals(400, post(active + "unsuspend", ""));
    assertEquals(200, post(active + "suspend", ""));
    assertEquals(400, post(active + "suspend", ""));
    assertEquals(200, post(active + "unsuspend", ""));
    assertEquals(200, post(active + "deactivate", ""));
    assertEquals(403, post(active + "deactivate", ""));
    assertEquals(200, post(active + "activate?sendEmail=false", ""));
    assertEquals(
        "the password was lost", UserStatus.PROVISIONED, org.directory().user(id).status());
  }

  @Test
  public void deactivatedPeople_keepTheirMemberships() throws Exception {
    User user = one(UserStatus.ACTIVE);
    List<Group> before = org.directory().groupsOf(user.id());
    org.directory().transition(user.id(), Lifecycle.DEACTIVATE);
    assertEquals(before, org.directory().groupsOf(user.id()));
  }

  @Test
  public void fields_projectAndIdStays() throws Exception {
    String login = "profile:(login,email)";
    JsonNode user = client.json("/api/v1/users?limit=1&fields=status," + login).get(0);
    List<String> names = new ArrayList<>();
    user.fieldNames().forEachRemaining(names::add);
    assertEquals(List.of("id", "status", "profile"), names);
    assertEquals(2, user.get("profile").size());
  }

  @Test
  public void onlyOktaGroupsTakeMembers() throws Exception {
    User user = one(UserStatus.ACTIVE);
    Group imported = org.directory().importGroup("Imported", GroupType.APP_GROUP);
    String everyone = org.directory().groups().get(0).id();
    assertEquals(403, put(imported.id(), user.id()));
    assertEquals(403, put(everyone, user.id()));
    Group own = org.directory().createGroup(Map.of("name", "Own"));
    assertEquals(204, put(own.id(), user.id()));
    assertEquals("twice is once", 204, put(own.id(), user.id()));
    assertEquals(1, org.directory().members(own.id()).size());
    assertEquals(404, put(own.id(), "00u00000000000000000"));
  }

  private int put(String group, String user) throws Exception {
    String path = "/api/v1/groups/" + group + "/users/" + user;
    return client.send("PUT", path, "").statusCode();
  }

  @Test
  public void ruleGroups_followTheAttribute() {
    Group rule =
        org.directory().groups().stream().filter(g -> g.rule() != null).findFirst().orElseThrow();
    User mover =
        org.directory().users().stream()
            .filter(u -> u.status() == UserStatus.ACTIVE && !rule.rule().matches(u))
            .filter(u -> u.profile().keySet().containsAll(List.of("email", "lastName")))
            .filter(u -> u.login().matches("[a-z.0-9]+@.*"))
            .findFirst()
            .orElseThrow();
    String attribute = rule.rule().attribute();
    org.directory().update(mover.id(), Map.of(attribute, rule.rule().value()), true);
    assertTrue(
        org.directory().members(rule.id()).stream().anyMatch(u -> u.id().equals(mover.id())));
    org.directory().update(mover.id(), Map.of(attribute, "elsewhere"), true);
    assertFalse(
        org.directory().members(rule.id()).stream().anyMatch(u -> u.id().equals(mover.id())));
  }

  @Test
  public void token_diesWhenRevokedAndWithItsOwner() throws Exception {
    assertEquals("okta.admin@larkfield.example", me().at("/profile/login").asText());
    org.setTokenRevoked(true);
    HttpResponse<String> refused = client.get("/api/v1/users/me");
    assertEquals(401, refused.statusCode());
    assertEquals("E0000011", client.errorCode(refused));
    org.setTokenRevoked(false);
    String owner = me().get("id").asText();
    org.directory().transition(owner, Lifecycle.DEACTIVATE);
    assertEquals(401, client.get("/api/v1/users/me").statusCode());
  }

  private JsonNode me() throws Exception {
    return client.json("/api/v1/users/me");
  }
}
