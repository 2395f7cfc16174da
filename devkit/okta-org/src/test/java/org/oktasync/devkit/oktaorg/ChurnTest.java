package org.oktasync.devkit.oktaorg;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.Test;
import org.oktasync.devkit.oktaorg.Change.Kind;

public class ChurnTest {
  private static final Set<Kind> ALL = EnumSet.allOf(Kind.class);

  private static OktaOrg start() {
    return OktaOrg.start(Options.of("--users", "80", "--groups", "20").forTest(new TestClock()));
  }

  @Test
  public void sameSeed_makesTheSameChanges() {
    try (OktaOrg one = start();
        OktaOrg same = start();
        OktaOrg other = start()) {
      List<Change> changes = one.churn().make(50, 7, ALL);
      assertEquals(50, changes.size());
      assertEquals(changes, same.churn().make(50, 7, ALL));
      assertEquals(one.directory().users(), same.directory().users());
      assertNotEquals(changes, other.churn().make(50, 8, ALL));
    }
  }

  @Test
  public void everyKind_canHappenAndOnlyOneIsRefused() {
    for (Kind kind : ALL) {
      try (OktaOrg org = start()) {
        List<Change> done = org.churn().make(5, 3, EnumSet.of(kind));
        assertTrue(kind.name(), !done.isEmpty());
        for (Change change : done) {
          assertEquals("" + change, kind, change.kind());
          assertEquals("" + change, kind == Kind.REFUSED_ADD, change.refusal() != null);
        }
      }
    }
  }

  @Test
  public void theLog_tellsAllThatAReaderNeeds() throws Exception {
    for (long seed = 1; seed <= 5; seed++) {
      try (OktaOrg org = start()) {
        Map<String, Set<String>> read = memberships(org.directory());
        Set<String> users = users(org.directory());
        assertEquals(300, org.churn().make(300, seed, ALL).size());
        follow(org, read, users);
        assertEquals("seed " + seed, users(org.directory()), users);
        assertEquals("seed " + seed, memberships(org.directory()), read);
      }
    }
  }

  /** A reader that knows the present only by events. */
  private static void follow(OktaOrg org, Map<String, Set<String>> groups, Set<String> users)
      throws Exception {
    TestClient client = new TestClient(org);
    String next = "/api/v1/logs?limit=100";
    for (JsonNode page = null; page == null || !page.isEmpty(); ) {
      HttpResponse<String> answer = client.get(next);
      page = client.json(answer);
      next = TestClient.next(answer);
      for (JsonNode event : page) {
        if (event.at("/outcome/result").asText().equals("SUCCESS")) {
          apply(event, groups, users);
        }
      }
    }
  }

  private static void apply(JsonNode event, Map<String, Set<String>> groups, Set<String> users) {
    Map<String, String> ids = new HashMap<>();
    event.get("target").forEach(t -> ids.put(t.get("type").asText(), t.get("id").asText()));
    String user = ids.get("User");
    String group = ids.get("UserGroup");
    switch (event.get("eventType").asText()) {
      case "user.lifecycle.create" -> users.add(user);
      case "user.lifecycle.delete.completed" -> {
        users.remove(user);
        groups.values().forEach(members -> members.remove(user));
      }
      case "group.lifecycle.create" -> groups.put(group, new TreeSet<>());
      case "group.lifecycle.delete" -> groups.remove(group);
      case "group.user_membership.add" -> assertTrue(groups.get(group).add(user));
      case "group.user_membership.remove" -> assertTrue(groups.get(group).remove(user));
      default -> {}
    }
  }

  private static Set<String> users(Directory directory) {
    return directory.users().stream().map(User::id).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Members by group, without Everyone. */
  private static Map<String, Set<String>> memberships(Directory directory) {
    Map<String, Set<String>> memberships = new HashMap<>();
    for (Group group : directory.groups()) {
      if (group.type() != GroupType.BUILT_IN) {
        Set<String> members = new TreeSet<>();
        directory.members(group.id()).forEach(user -> members.add(user.id()));
        memberships.put(group.id(), members);
      }
    }
    return memberships;
  }

  @Test
  public void histories_arePlayedAndToldOverHttp() throws Exception {
    try (OktaOrg org = start()) {
      TestClient client = new TestClient(org);
      String history =
          """
          [{"kind":"CREATE_GROUP","profile":{"name":"Pilots"}},
           {"kind":"CREATE_USER","others":["Pilots"],"profile":{"firstName":"A","lastName":"B",
            "login":"a@example.com","email":"a@example.com"}},
           {"kind":"UPDATE_USER","user":"a@example.com","profile":{"title":"Captain"}},
           {"kind":"SUSPEND","user":"a@example.com"},
           {"kind":"SUSPEND","user":"a@example.com"},
           {"kind":"REMOVE_MEMBER","user":"a@example.com","group":"Pilots"},
           {"kind":"DELETE_USER","user":"okta.nobody@example.com"}]
          """;
      JsonNode done = client.json(client.send("POST", "/control/history", history));
      assertEquals(7, done.size());
      User user = org.directory().find("a@example.com");
      assertEquals(user.id(), done.get(1).get("user").asText());
      assertEquals(UserStatus.SUSPENDED, user.status());
      assertEquals("Captain", user.text("title"));
      assertEquals("E0000001", done.get(4).get("refusal").asText());
      assertEquals("E0000007", done.get(6).get("refusal").asText());
      assertTrue(org.directory().members(done.get(0).get("group").asText()).isEmpty());
      assertEquals(400, client.send("POST", "/control/history", "[{}]").statusCode());
      String vague = "[{\"kind\":\"SUSPEND\"}]";
      assertEquals(400, client.send("POST", "/control/history", vague).statusCode());
      assertEquals(400, client.send("POST", "/control/history", "{\"kind\":1}").statusCode());
    }
  }

  @Test
  public void randomChanges_areMadeAndToldOverHttp() throws Exception {
    try (OktaOrg org = start();
        OktaOrg same = start()) {
      String random = "/control/changes?count=9&seed=5&kinds=ADD_MEMBER,REMOVE_MEMBER";
      TestClient client = new TestClient(org);
      HttpResponse<String> answer = client.send("POST", random, "");
      List<Change> done = Json.changes(answer.body());
      assertEquals(9, done.size());
      Set<Kind> kinds = EnumSet.of(Kind.ADD_MEMBER, Kind.REMOVE_MEMBER);
      assertEquals(done, same.churn().make(9, 5, kinds));
      assertEquals(9, client.json("/api/v1/logs").size());
      assertEquals(400, client.send("POST", random + ",NONSENSE", "").statusCode());
    }
  }
}
