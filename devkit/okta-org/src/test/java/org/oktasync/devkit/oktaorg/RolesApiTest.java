package org.oktasync.devkit.oktaorg;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Test;

public class RolesApiTest {
  private final OktaOrg org =
      OktaOrg.start(
          Options.of("--users", "300", "--groups", "20", "--roles", "120")
              .forTest(new TestClock()));
  private final TestClient client = new TestClient(org);

  @After
  public void stop() {
    org.close();
  }

  private User other() {
    return org.directory().users().stream()
        .filter(user -> user.status() == UserStatus.ACTIVE && org.roles().of(user).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private int post(String path, String body) throws Exception {
    return client.send("POST", path, body).statusCode();
  }

  private int delete(String path) throws Exception {
    return client.send("DELETE", path, "").statusCode();
  }

  private static String roles(User user) {
    return "/api/v1/users/" + user.id() + "/roles";
  }

  @Test
  public void holders_arePagedInTheBody() throws Exception {
    List<String> seen = new ArrayList<>();
    String path = "/api/v1/iam/assignees/users";
    for (int pages = 0; !path.isEmpty(); pages++) {
      JsonNode page = client.json(path);
      page.get("value").forEach(holder -> seen.add(holder.get("id").asText()));
      path = page.at("/_links/next/href").asText();
      assertTrue("the list ends", pages < 5);
    }
    List<String> expected =
        org.directory().users().stream()
            .filter(user -> !org.roles().own(user).isEmpty())
            .map(User::id)
            .toList();
    assertEquals(expected, seen);
    assertEquals(120, seen.size());
  }

  @Test
  public void aRole_isGivenOnceAndTaken() throws Exception {
    User user = other();
    assertEquals(201, post(roles(user), "{\"type\":\"APP_ADMIN\"}"));
    assertEquals(409, post(roles(user), "{\"type\":\"APP_ADMIN\"}"));
    assertEquals(400, post(roles(user), "{\"type\":\"KING\"}"));
    JsonNode role = client.json(roles(user)).get(0);
    assertEquals("Application administrator", role.get("label").asText());
    assertEquals("USER", role.get("assignmentType").asText());
    String one = roles(user) + "/" + role.get("id").asText();
    assertEquals(200, client.get(one).statusCode());
    assertEquals(204, delete(one));
    assertEquals(404, delete(one));
    assertEquals(0, client.json(roles(user)).size());
  }

  @Test
  public void customRoles_needTheirResources() throws Exception {
    User user = other();
    JsonNode custom = client.json("/api/v1/iam/roles").at("/roles/0");
    String body = "{\"type\":\"CUSTOM\",\"role\":\"%s\",\"resource-set\":\"%s\"}";
    String id = custom.get("id").asText();
    assertEquals(404, post(roles(user), body.formatted(id, "iamX")));
    assertEquals(404, post(roles(user), body.formatted("cr0X", org.roles().resourceSet())));
    assertEquals(201, post(roles(user), body.formatted(id, org.roles().resourceSet())));
    JsonNode role = client.json(roles(user)).get(0);
    assertEquals("CUSTOM", role.get("type").asText());
    assertEquals(id, role.get("role").asText());
    assertEquals(custom.get("label"), role.get("label"));
  }

  @Test
  public void groups_giveRolesToTheirMembers() throws Exception {
    User user = other();
    Group group = org.directory().createGroup(Map.of("name", "Desk"));
    String path = "/api/v1/groups/" + group.id() + "/roles";
    assertEquals(200, post(path, "{\"type\":\"REPORT_ADMIN\"}"));
    assertEquals(0, client.json(roles(user)).size());
    org.directory().addMember(group.id(), user.id());
    assertEquals("GROUP", client.json(roles(user)).at("/0/assignmentType").asText());
    assertTrue(stats(group).get("hasAdminPrivilege").asBoolean());
    assertEquals(204, delete(path + "/" + client.json(path).at("/0/id").asText()));
    assertFalse(stats(group).get("hasAdminPrivilege").asBoolean());
    assertEquals(0, client.json(roles(user)).size());
  }

  private JsonNode stats(Group group) throws Exception {
    String filter = TestClient.encode("id eq \"" + group.id() + "\"");
    return client.json("/api/v1/groups?expand=stats&filter=" + filter).at("/0/_embedded/stats");
  }

  @Test
  public void aLeaver_hasNoRoles() {
    User user =
        org.directory().users().stream()
            .filter(one -> one.number() > 0 && !org.roles().own(one).isEmpty())
            .filter(one -> one.status() == UserStatus.ACTIVE)
            .findFirst()
            .orElseThrow();
    org.directory().transition(user.id(), Lifecycle.DEACTIVATE);
    assertEquals(List.of(), org.roles().of(org.directory().user(user.id())));
    org.directory().transition(user.id(), Lifecycle.ACTIVATE);
    assertEquals(List.of(), org.roles().own(org.directory().user(user.id())));
  }

  @Test
  public void changes_areTold() throws Exception {
    User user = other();
    String group = org.directory().createGroup(Map.of("name", "Told")).id();
    String next = TestClient.next(client.get("/api/v1/logs?limit=1000"));
    org.roles().revoke(user.id(), org.roles().grant(user.id(), "APP_ADMIN"));
    org.roles().revokeGroup(group, org.roles().grantGroup(group, "APP_ADMIN"));
    assertEquals(
        List.of(
            "user.account.privilege.grant",
            "user.account.privilege.revoke",
            "group.privilege.grant",
            "group.privilege.revoke"),
        client.json(next).findValuesAsText("eventType"));
  }
}
