package org.oktasync.devkit.oktaorg;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.After;
import org.junit.Test;

/** The filters by which incremental readers ask for what changed. */
public class DeltaFiltersTest {
  private final TestClock clock = new TestClock();
  private final OktaOrg org =
      OktaOrg.start(Options.of("--users", "60", "--groups", "20").forTest(clock));
  private final TestClient client = new TestClient(org);
  private final Directory directory = org.directory();
  private final User user = plain();
  private final Group group = directory.createGroup(Map.of("name", "Delta"));

  @After
  public void stop() {
    org.close();
  }

  private User plain() {
    return directory.users().stream()
        .filter(u -> u.number() > 0 && u.status() == UserStatus.ACTIVE)
        .filter(u -> u.profile().keySet().containsAll(List.of("email", "lastName")))
        .filter(u -> u.login().matches("[a-z.0-9]+@.*"))
        .findFirst()
        .orElseThrow();
  }

  private List<String> users(String filter) throws Exception {
    return client.ids("/api/v1/users?filter=" + TestClient.encode(filter));
  }

  private List<String> groups(String filter) throws Exception {
    return client.ids("/api/v1/groups?limit=3&filter=" + TestClient.encode(filter));
  }

  private static String compare(String attribute, String operator, Instant time) {
    return attribute + " " + operator + " \"" + time + "\"";
  }

  private Instant changeAMinuteLater() {
    clock.advance(Duration.ofMinutes(1));
    directory.update(user.id(), Map.of("title", "At " + clock.instant()), true);
    return clock.instant();
  }

  @Test
  public void lastUpdated_isComparedToTheMillisecond() throws Exception {
    Instant first = changeAMinuteLater();
    List<String> one = List.of(user.id());
    assertEquals(one, users(compare("lastUpdated", "gt", first.minusMillis(1))));
    assertEquals(List.of(), users(compare("lastUpdated", "gt", first)));
    assertEquals(one, users(compare("lastUpdated", "ge", first)));
    assertEquals(one, users(compare("lastUpdated", "eq", first)));
    assertEquals(List.of(), users(compare("lastUpdated", "eq", first.plusMillis(1))));
    assertFalse(users(compare("lastUpdated", "lt", first)).contains(user.id()));
    assertTrue(users(compare("lastUpdated", "le", first)).contains(user.id()));
    String window =
        compare("lastUpdated", "gt", first.minusSeconds(1))
            + " and "
            + compare("lastUpdated", "lt", first.plusSeconds(1));
    assertEquals(one, users(window));
    assertEquals(List.of(), users("(" + window + ") and status eq \"STAGED\""));
  }

  @Test
  public void deactivatedPeople_areInTheDelta() throws Exception {
    Instant before = changeAMinuteLater();
    clock.advance(Duration.ofMinutes(1));
    directory.transition(user.id(), Lifecycle.DEACTIVATE);
    assertEquals(List.of(user.id()), users(compare("lastUpdated", "gt", before)));
  }

  @Test
  public void memberships_moveTheGroupsTimeAndNotThePersons() throws Exception {
    Instant before = changeAMinuteLater();
    clock.advance(Duration.ofMinutes(1));
    directory.addMember(group.id(), user.id());
    assertEquals(List.of(), users(compare("lastUpdated", "gt", before)));
    assertEquals(List.of(), groups(compare("lastUpdated", "gt", before)));
    String either =
        compare("lastUpdated", "gt", before)
            + " or "
            + compare("lastMembershipUpdated", "gt", before);
    assertEquals(List.of(group.id()), groups(either));
    String path = "/api/v1/groups?expand=stats&filter=" + TestClient.encode(either);
    JsonNode shown = client.json(path).get(0);
    assertEquals(1, shown.at("/_embedded/stats/usersCount").asInt());
    clock.advance(Duration.ofMinutes(1));
    directory.updateGroup(group.id(), Map.of("name", "Delta 2"));
    assertEquals(
        List.of(group.id()), groups(compare("lastUpdated", "gt", clock.instant().minusMillis(1))));
    assertEquals(List.of(), groups(compare("lastMembershipUpdated", "ge", clock.instant())));
  }

  @Test
  public void severalIds_areOneQuestion() throws Exception {
    List<User> all = directory.users();
    String some = "id eq \"" + all.get(7).id() + "\" or id eq \"" + all.get(3).id() + "\"";
    assertEquals(List.of(all.get(3).id(), all.get(7).id()), users(some));
    assertEquals(List.of(), users("id eq \"00u00000000000000000\""));
    List<Group> groups = directory.groups();
    String two = "id eq \"" + groups.get(2).id() + "\" or id eq \"" + group.id() + "\"";
    assertEquals(List.of(groups.get(2).id(), group.id()), groups(two));
  }

  @Test
  public void idsAlone_canBeAskedFor() throws Exception {
    for (JsonNode shown : client.json("/api/v1/users?fields=id")) {
      assertEquals(Set.of("id"), Set.copyOf(names(shown)));
    }
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  @Test
  public void whatOktaDoesNotFilter_isRefused() throws Exception {
    for (String bad :
        List.of(
            "created gt \"2020-01-01T00:00:00Z\"",
            "lastUpdated gt 2020",
            "lastUpdated sw \"2020\"",
            "id sw \"00u\"",
            "status ne \"ACTIVE\"",
            "lastMembershipUpdated gt \"2020-01-01T00:00:00Z\"")) {
      int status = client.get("/api/v1/users?filter=" + TestClient.encode(bad)).statusCode();
      assertEquals(bad, 400, status);
    }
    String name = TestClient.encode("profile.name eq \"Delta\"");
    assertEquals(400, client.get("/api/v1/groups?filter=" + name).statusCode());
  }
}
