package org.oktasync.devkit.oktaorg;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.After;
import org.junit.Test;

/** What makes incremental readers stumble. */
public class LogFaultsTest {
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

  private void happen(String... names) {
    for (String name : names) {
      directory.createGroup(Map.of("name", name));
    }
  }

  private List<String> news(String field) throws Exception {
    HttpResponse<String> page = client.get(next);
    next = TestClient.next(page);
    List<String> values = new ArrayList<>();
    client.json(page).forEach(event -> values.add(event.at(field).asText()));
    return values;
  }

  private List<String> names() throws Exception {
    return news("/target/0/displayName");
  }

  @Test
  public void lateEvents_comeBehindLaterOnesAndAreNotSkipped() throws Exception {
    org.faults().arm(Fault.EVENT_LATE, "group.lifecycle.create", 1, 30);
    happen("late", "punctual");
    assertEquals(List.of("punctual"), names());
    clock.advance(Duration.ofSeconds(29));
    happen("in between");
    assertEquals(List.of("in between"), names());
    clock.advance(Duration.ofSeconds(1));
    Instant published = clock.instant().minusSeconds(30);
    assertEquals(List.of(published.toString()), moments());
    assertEquals(List.of(), names());
  }

  @Test
  public void boundedRequests_sortLateEventsByTheirPublication() throws Exception {
    org.faults().arm(Fault.EVENT_LATE, ".", 1, 2);
    happen("late");
    clock.advance(Duration.ofSeconds(1));
    happen("punctual");
    clock.advance(Duration.ofSeconds(1));
    String until = "/api/v1/logs?until=" + clock.instant();
    next = until;
    assertEquals(List.of("late", "punctual"), names());
    next = until + "&sortOrder=DESCENDING&limit=1";
    assertEquals(List.of("punctual"), names());
    assertEquals(List.of("late"), names());
    assertEquals(null, next);
  }

  private List<String> moments() throws Exception {
    return news("/published").stream().map(text -> Instant.parse(text).toString()).toList();
  }

  @Test
  public void aLogThatLagsBehind_keepsItsOrder() throws Exception {
    org.faults().arm(Fault.EVENT_LATE, ".", -1, 60);
    happen("one", "two");
    clock.advance(Duration.ofSeconds(30));
    happen("three");
    assertEquals(List.of(), names());
    clock.advance(Duration.ofSeconds(30));
    assertEquals(List.of("one", "two"), names());
    clock.advance(Duration.ofSeconds(30));
    assertEquals(List.of("three"), names());
  }

  @Test
  public void eventsComeTwice_withTheSameUuid() throws Exception {
    org.faults().arm(Fault.EVENT_TWICE, ".", 1);
    org.faults().arm(Fault.EVENT_TWICE, ".", 1, 10);
    happen("one", "two");
    List<String> uuids = news("/uuid");
    assertEquals(3, uuids.size());
    assertEquals(uuids.get(0), uuids.get(1));
    clock.advance(Duration.ofSeconds(10));
    assertEquals(uuids.subList(2, 3), news("/uuid"));
    assertEquals(2, client.json("/control/digest").at("/events/count").asInt());
  }

  @Test
  public void lostEvents_leaveOnlyTheirTracesInTheLists() throws Exception {
    Group group = directory.createGroup(Map.of("name", "Counted"));
    news("/uuid");
    User user = directory.users().get(3);
    org.faults().arm(Fault.EVENT_LOST, "", 1);
    assertEquals("requests use up no event", List.of(), news("/uuid"));
    clock.advance(Duration.ofSeconds(1));
    directory.addMember(group.id(), user.id());
    directory.addMember(group.id(), directory.users().get(4).id());
    assertEquals(1, news("/uuid").size());
    assertEquals(2, directory.members(group.id()).size());
    assertEquals(clock.instant(), directory.group(group.id()).lastMembershipUpdated());
  }

  @Test
  public void pagesCanBeOutOfOrder() throws Exception {
    happen("a", "b", "c", "d", "e", "f", "g", "h");
    org.faults().arm(Fault.SHUFFLED_PAGE, "/logs", 1, 5);
    List<String> shuffled = names();
    List<String> sorted = List.of("a", "b", "c", "d", "e", "f", "g", "h");
    assertNotEquals(sorted, shuffled);
    assertEquals(sorted, List.copyOf(new TreeSet<>(shuffled)));
  }

  @Test
  public void aWrongClock_isWrongEverywhere() throws Exception {
    org.skewClock(Duration.ofHours(1));
    happen("ahead");
    HttpResponse<String> page = client.get(next);
    assertEquals("Fri, 20 Nov 2026 11:00:00 GMT", page.headers().firstValue("Date").orElse(""));
    assertEquals("2026-11-20T11:00:00Z", directory.groups().get(20).lastUpdated().toString());
    assertEquals(1, client.json(page).size());
    next = TestClient.next(page);
    assertEquals(204, client.send("POST", "/control/clock?skew=-3600", "").statusCode());
    happen("behind");
    assertEquals(List.of("2026-11-20T09:00:00.000Z"), news("/published"));
  }

  @Test
  public void theDateCanBeMissing() throws Exception {
    org.faults().arm(Fault.NO_DATE, "/logs", 1);
    assertFalse(client.get(next).headers().firstValue("Date").isPresent());
    assertTrue(client.get(next).headers().firstValue("Date").isPresent());
  }

  @Test
  public void aCountCanBeWrongForGood() throws Exception {
    Group group = directory.groups().get(2);
    org.faults().arm(Fault.WRONG_COUNT, group.id(), -1, 3);
    for (int i = 0; i < 2; i++) {
      for (JsonNode shown : client.json("/api/v1/groups?expand=stats")) {
        int real = directory.members(shown.get("id").asText()).size();
        int error = shown.get("id").asText().equals(group.id()) ? 3 : 0;
        assertEquals(real + error, shown.at("/_embedded/stats/usersCount").asInt());
      }
    }
  }

  @Test
  public void aBulkChangeCanLeaveTheTimeOfAGroupAsItWas() {
    Group group = directory.groups().get(2);
    List<String> two = directory.users().subList(3, 5).stream().map(User::id).toList();
    org.faults().arm(Fault.STALE_MEMBERSHIP_TIME, group.name(), 1);
    clock.advance(Duration.ofMinutes(1));
    directory.importMembers(group.id(), two);
    Group after = directory.group(group.id());
    assertEquals(2, after.members().size());
    assertEquals(group.lastMembershipUpdated(), after.lastMembershipUpdated());
    directory.importMembers(group.id(), List.of());
    assertEquals(clock.instant(), directory.group(group.id()).lastMembershipUpdated());
  }

  @Test
  public void churn_changesTheOrganisationBetweenTwoPages() throws Exception {
    org.faults().arm(Fault.CHURN, "/users\\?.*after=", 1, 20);
    HttpResponse<String> first = client.get("/api/v1/users?limit=20");
    List<User> before = directory.users();
    client.get(TestClient.next(first));
    List<User> after = directory.users();
    client.get(TestClient.next(first));
    assertNotEquals(before, after);
    assertEquals("struck once", after, directory.users());
    assertTrue(news("/uuid").size() >= 20);
  }
}
