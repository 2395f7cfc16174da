package org.oktasync.devkit.oktaorg;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Test;

public class LogsApiTest {
  private static final String LOGS = "/api/v1/logs?";

  private final TestClock clock = new TestClock();
  private final OktaOrg org = OktaOrg.start(Options.of("--users", "40").forTest(clock));
  private final TestClient client = new TestClient(org);

  @After
  public void stop() {
    org.close();
  }

  private void happen(int count) {
    for (int i = 0; i < count; i++) {
      org.directory().createGroup(Map.of("name", "Group " + clock.instant() + " " + i));
      clock.advance(Duration.ofSeconds(1));
    }
  }

  private static String at(Instant time) {
    return TestClient.encode(time.toString());
  }

  private static String filter(String text) {
    return LOGS + "filter=" + TestClient.encode(text);
  }

  private static List<String> values(JsonNode events, String field) {
    List<String> values = new ArrayList<>();
    events.forEach(event -> values.add(event.get(field).asText()));
    return values;
  }

  private List<String> uuids(HttpResponse<String> page) throws Exception {
    assertEquals(page.body(), 200, page.statusCode());
    return values(client.json(page), "uuid");
  }

  private String refusal(String query) throws Exception {
    HttpResponse<String> answer = client.get(LOGS + query);
    assertEquals(query, 400, answer.statusCode());
    return client.errorCode(answer);
  }

  @Test
  public void polling_neverEndsAndGoesOnWhereItWas() throws Exception {
    happen(3);
    HttpResponse<String> first =
        client.get(LOGS + "limit=2&since=" + at(clock.instant().minusSeconds(60)));
    HttpResponse<String> second = client.get(TestClient.next(first));
    HttpResponse<String> empty = client.get(TestClient.next(second));
    assertEquals(2, uuids(first).size());
    assertEquals(1, uuids(second).size());
    assertEquals(List.of(), uuids(empty));
    String stored = TestClient.next(empty);
    assertNotNull(stored);
    assertNotNull("an empty until is none", TestClient.next(client.get(LOGS + "until=")));
    assertFalse(stored, stored.contains("since="));
    happen(1);
    HttpResponse<String> later = client.get(stored);
    assertEquals(1, uuids(later).size());
    assertEquals("the same link answers the same", uuids(later), uuids(client.get(stored)));
  }

  @Test
  public void storedCursor_holdsInAnOrganisationThatWasStartedAgain() throws Exception {
    happen(20);
    String next = TestClient.next(client.get(LOGS + "limit=1000"));
    clock.advance(Duration.ofMinutes(1));
    Options again = Options.of("--users", "40").forTest(clock);
    try (OktaOrg other = OktaOrg.start(again)) {
      TestClient otherClient = new TestClient(other);
      String moved = next.replace(org.baseUrl(), other.baseUrl());
      assertEquals(0, otherClient.json(moved).size());
      other.directory().createGroup(Map.of("name", "After the restart"));
      JsonNode events = otherClient.json(moved);
      assertEquals(1, events.size());
      List<String> before = uuids(client.get(LOGS + "limit=1000"));
      assertFalse("no uuid twice", before.contains(events.get(0).get("uuid").asText()));
    }
  }

  @Test
  public void eventsOfOneMomentArePagedWithoutLossOrRepetition() throws Exception {
    for (int i = 0; i < 25; i++) {
      org.directory().createGroup(Map.of("name", "At once " + i));
    }
    List<String> seen = new ArrayList<>();
    String next = LOGS + "limit=4";
    for (int page = 0; page < 8; page++) {
      HttpResponse<String> answer = client.get(next);
      seen.addAll(uuids(answer));
      next = TestClient.next(answer);
    }
    assertEquals(25, seen.size());
    assertEquals(25, new HashSet<>(seen).size());
  }

  @Test
  public void bounded_endsInBothOrders() throws Exception {
    happen(5);
    String window = "limit=2&since=" + at(clock.instant().minusSeconds(60));
    List<String> ascending = pages(window + "&until=" + at(clock.instant()));
    List<String> descending = pages(window + "&sortOrder=DESCENDING");
    assertEquals(5, ascending.size());
    List<String> reversed = new ArrayList<>(ascending);
    Collections.reverse(reversed);
    assertEquals(reversed, descending);
    Instant third = clock.instant().minusSeconds(3);
    assertEquals(ascending.subList(2, 3), pages("since=" + at(third) + "&until=" + at(third)));
  }

  /** All pages of a bounded request. */
  private List<String> pages(String query) throws Exception {
    List<String> seen = new ArrayList<>();
    int left = 10;
    for (String next = LOGS + query; next != null && left > 0; left--) {
      HttpResponse<String> answer = client.get(next);
      seen.addAll(uuids(answer));
      next = TestClient.next(answer);
      assertTrue("since and after exclude each other", next == null || !next.contains("since="));
    }
    assertTrue("the list does not end", left > 0);
    return seen;
  }

  @Test
  public void descendingPages_keepTheLowerBoundOfTheFirst() throws Exception {
    happen(5);
    Instant second = clock.instant().minusSeconds(4);
    assertEquals(4, pages("sortOrder=DESCENDING&limit=1&since=" + at(second)).size());
  }

  @Test
  public void parameters_areCheckedAsOktaDoes() throws Exception {
    happen(1);
    String since = "since=" + at(clock.instant().minusSeconds(60));
    String next = TestClient.next(client.get(LOGS + since));
    assertEquals(400, client.get(next + "&" + since).statusCode());
    assertEquals("E0000001", client.errorCode(client.get(next + "&" + since)));
    assertEquals("E0000001", refusal("limit=1001"));
    assertEquals("E0000001", refusal("limit=-1"));
    assertEquals("E0000001", refusal("sortOrder=UP"));
    assertEquals("E0000001", refusal("since=yesterday"));
    assertEquals("E0000001", refusal("until=01-01-2026"));
    assertEquals("E0000001", refusal("after=AAAAAAAAAAAAAAAAAAAAAA"));
    assertEquals("E0000001", refusal("q=" + "x".repeat(41)));
    Instant tooOld = clock.instant().minus(Duration.ofDays(181));
    assertEquals("E0000053", refusal("since=" + at(tooOld)));
    assertEquals(400, client.get(next + "&filter=eventType%20eq%20%22x%22").statusCode());
  }

  @Test
  public void defaults_areAHundredEventsOfSevenDays() throws Exception {
    happen(1);
    clock.advance(Duration.ofDays(6));
    assertEquals(1, uuids(client.get(LOGS)).size());
    clock.advance(Duration.ofDays(1));
    assertEquals(0, uuids(client.get(LOGS)).size());
    happen(101);
    assertEquals(100, uuids(client.get(LOGS)).size());
    assertEquals(101, uuids(client.get(LOGS + "limit=1000")).size());
    assertEquals(0, uuids(client.get(LOGS + "limit=0")).size());
    String early = LOGS + "limit=1000&since=" + at(clock.instant().minus(Duration.ofDays(90)));
    assertEquals(102, uuids(client.get(early)).size());
    clock.advance(Duration.ofDays(84));
    assertEquals("kept for 90 days", 101, uuids(client.get(early)).size());
  }

  @Test
  public void filter_choosesByTypeOutcomeAndTarget() throws Exception {
    happen(2);
    String group = org.directory().groups().get(1).id();
    String user = org.directory().create(person(), null, true, true, List.of(group)).id();
    String membership = "eventType eq \"group.user_membership.add\"";
    assertEquals(1, client.json(filter(membership)).size());
    assertEquals(3, client.json(filter("eventType sw \"group.\"")).size());
    assertEquals(3, client.json(filter("target.id eq \"" + user + "\"")).size());
    String both = "target.id eq \"" + user + "\" and target.id eq \"" + group + "\"";
    assertEquals(1, client.json(filter(both)).size());
    String some = "(" + membership + " or eventType sw \"user.lifecycle\") and outcome.result eq ";
    assertEquals(3, client.json(filter(some + "\"SUCCESS\"")).size());
    assertEquals(0, client.json(filter(some + "\"FAILURE\"")).size());
    for (String bad :
        List.of("published gt \"2026-01-01T00:00:00Z\"", "eventType eqq \"x\"", "x")) {
      HttpResponse<String> answer = client.get(filter(bad));
      assertEquals(bad, 400, answer.statusCode());
      assertEquals(bad, "E0000053", client.errorCode(answer));
    }
  }

  private static Map<String, Object> person() {
    return Map.of(
        "login", "jane@example.com",
        "email", "jane@example.com",
        "firstName", "Jane",
        "lastName", "Doe-Smith");
  }

  @Test
  public void q_findsWholeWordsWhateverTheirCase() throws Exception {
    org.directory().createGroup(Map.of("name", "North-Sea crew"));
    happen(1);
    assertEquals(1, client.json(LOGS + "q=CREW+north").size());
    assertEquals(0, client.json(LOGS + "q=cre").size());
  }

  @Test
  public void calls_haveASmallBucketOfTheirOwn() throws Exception {
    try (OktaOrg limited =
        OktaOrg.start(Options.of("--users", "5", "--rate-limit", "okta").forTest(clock))) {
      TestClient other = new TestClient(limited);
      String logs = other.get(LOGS).headers().firstValue("X-Rate-Limit-Limit").orElseThrow();
      assertEquals("120", logs);
      other.get("/api/v1/groups");
      assertEquals(Map.of("groups", 1L, "logs", 1L), limited.requests().perBucket());
    }
  }

  @Test
  public void aTokenWithoutTheRightAndAnOrganisationWithoutLogs_areToldApart() throws Exception {
    org.faults().arm(Fault.FORBIDDEN, "/api/v1/logs", 1);
    HttpResponse<String> forbidden = client.get(LOGS);
    assertEquals(403, forbidden.statusCode());
    assertEquals("E0000006", client.errorCode(forbidden));
    org.faults().arm(Fault.NOT_OFFERED, "/api/v1/logs", 1);
    assertEquals(200, client.get("/api/v1/users").statusCode());
    assertEquals(404, client.get(LOGS).statusCode());
    HttpResponse<String> page = client.get(LOGS + "until=" + at(clock.instant()));
    assertEquals(200, page.statusCode());
    assertNull(TestClient.next(page));
  }
}
