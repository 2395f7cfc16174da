package org.oktasync.devkit.oktaorg;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.After;
import org.junit.Test;

public class FaultsTest {
  private static final String USERS = "/api/v1/users";

  private final TestClock clock = new TestClock();
  private final OktaOrg org =
      OktaOrg.start(Options.of("--users", "60", "--rate-limit", "9").forTest(clock));
  private final TestClient client = new TestClient(org);

  @After
  public void stop() {
    org.close();
  }

  private String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse(null);
  }

  @Test
  public void rateLimit_refusesTheTenthCallUntilTheWindowEnds() throws Exception {
    for (int left = 8; left >= 0; left--) {
      assertEquals("" + left, header(client.get(USERS), "X-Rate-Limit-Remaining"));
    }
    HttpResponse<String> refused = client.get(USERS);
    assertEquals(429, refused.statusCode());
    assertEquals("E0000047", client.errorCode(refused));
    long reset = Long.parseLong(header(refused, "X-Rate-Limit-Reset"));
    assertEquals(clock.instant().getEpochSecond() + 60, reset);
    assertEquals("buckets are apart", 200, client.get("/api/v1/groups").statusCode());
    clock.advance(Duration.ofSeconds(59));
    assertEquals(429, client.get(USERS).statusCode());
    clock.advance(Duration.ofSeconds(1));
    assertEquals(200, client.get(USERS).statusCode());
  }

  @Test
  public void statuses_strikeAsOftenAsAskedAndOnlyWhereAsked() throws Exception {
    org.faults().arm(Fault.STATUS_503, "^/api/v1/users", 2);
    assertEquals(200, client.get("/api/v1/groups").statusCode());
    assertEquals(503, client.get(USERS).statusCode());
    assertEquals(503, client.get(USERS).statusCode());
    assertEquals(200, client.get(USERS).statusCode());
    for (Fault fault : List.of(Fault.STATUS_500, Fault.STATUS_502, Fault.STATUS_504)) {
      org.faults().arm(fault, ".", 1);
      assertEquals(fault.name().substring(7), "" + client.get(USERS).statusCode());
    }
    org.faults().arm(Fault.CONFLICT, ".", 1);
    assertEquals(409, client.get(USERS).statusCode());
    org.faults().arm(Fault.TOKEN_REVOKED, ".", 1);
    assertEquals("E0000011", client.errorCode(client.get(USERS)));
  }

  @Test
  public void tooManyRequests_comesWithAndWithoutReset() throws Exception {
    org.faults().arm(Fault.RATE_LIMITED, ".", 1, 5);
    HttpResponse<String> timed = client.get(USERS);
    assertEquals(429, timed.statusCode());
    assertEquals("0", header(timed, "X-Rate-Limit-Remaining"));
    assertEquals("" + (clock.instant().getEpochSecond() + 5), header(timed, "X-Rate-Limit-Reset"));
    org.faults().arm(Fault.RATE_LIMITED_NO_RESET, ".", 1);
    HttpResponse<String> untimed = client.get(USERS);
    assertEquals(429, untimed.statusCode());
    assertEquals(null, header(untimed, "X-Rate-Limit-Reset"));
  }

  @Test
  public void cutBody_endsBeforeItsAnnouncedLength() throws Exception {
    org.faults().arm(Fault.CUT_BODY, ".", 1);
    assertThrows(IOException.class, () -> client.get(USERS));
    org.faults().arm(Fault.CUT_BODY, ".", 1);
    String raw = raw("");
    int announced = Integer.parseInt(raw.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
    int body = raw.length() - raw.indexOf("\r\n\r\n") - 4;
    assertTrue(body + " of " + announced, body > 0 && body <= announced / 2);
  }

  @Test
  public void cutBody_cutsCompressedBodiesToo() throws Exception {
    org.faults().arm(Fault.CUT_BODY, ".", 1);
    String raw = raw("Accept-Encoding: gzip\r\n");
    assertTrue(raw.contains("Content-Encoding: gzip"));
    int announced = Integer.parseInt(raw.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
    assertTrue(raw.length() - raw.indexOf("\r\n\r\n") - 4 <= announced / 2);
  }

  @Test
  public void headers_areLowerCaseAndMergedWhenAsked() throws Exception {
    assertTrue(raw("").contains("\nLink: "));
    org.faults().arm(Fault.LOWER_CASE_HEADERS, ".", -1);
    org.faults().arm(Fault.MERGED_LINKS, ".", -1);
    String raw = raw("");
    assertFalse(raw.contains("Link: "));
    assertTrue(raw, raw.matches("(?s).*\nlink: <[^>]*>; rel=\"self\", <[^>]*>; rel=\"next\"\r.*"));
  }

  @Test
  public void malformedJson_breaksOffInsideTheAnnouncedLength() throws Exception {
    org.faults().arm(Fault.MALFORMED_JSON, ".", 1);
    assertThrows(JsonProcessingException.class, () -> client.json(USERS));
  }

  @Test
  public void signInPages_comeAsAnswerAndAsRedirect() throws Exception {
    org.faults().arm(Fault.LOGIN_PAGE, ".", 1);
    HttpResponse<String> page = client.get(USERS);
    assertEquals(200, page.statusCode());
    assertTrue(header(page, "Content-Type").startsWith("text/html"));
    org.faults().arm(Fault.REDIRECT, ".", 1);
    HttpResponse<String> redirect = client.get(USERS);
    assertEquals(302, redirect.statusCode());
    HttpResponse<String> target = client.get(URI.create(header(redirect, "Location")).toString());
    assertEquals(200, target.statusCode());
    assertTrue(target.body().contains("<form"));
  }

  @Test
  public void truncatedList_endsEarlyWhileTheCountStands() throws Exception {
    Group big = org.directory().groups().get(1);
    String members = "/api/v1/groups/" + big.id() + "/users?limit=20";
    org.faults().arm(Fault.TRUNCATED_LIST, "/users\\?", 1);
    assertEquals(10, client.ids(members).size());
    JsonNode groups = client.json("/api/v1/groups?expand=stats");
    assertEquals(36, groups.get(1).at("/_embedded/stats/usersCount").asInt());
    assertEquals(36, client.ids(members).size());
  }

  @Test
  public void emptyList_looksLikeTheWholeTruth() throws Exception {
    org.faults().arm(Fault.EMPTY_LIST, "/users\\?", 1);
    assertEquals(List.of(), client.ids(USERS + "?limit=20"));
    assertEquals(58, client.ids(USERS + "?limit=20").size());
  }

  @Test
  public void stats_areThereAndCanBeTakenAway() throws Exception {
    JsonNode group = client.json("/api/v1/groups?expand=stats").get(0);
    assertEquals(60, group.at("/_embedded/stats/usersCount").asInt());
    org.faults().arm(Fault.NO_STATS, ".", 1);
    assertFalse(client.json("/api/v1/groups?expand=stats").get(0).has("_embedded"));
  }

  @Test
  public void repeatedPage_leadsBackToItself() throws Exception {
    org.faults().arm(Fault.REPEATED_PAGE, ".", 1);
    HttpResponse<String> page = client.get(USERS + "?limit=5");
    assertEquals(page.body(), client.get(TestClient.next(page)).body());
  }

  @Test
  public void unknownFields_areAddedToEveryObject() throws Exception {
    org.faults().arm(Fault.UNKNOWN_FIELDS, ".", 2);
    client.json(USERS).forEach(user -> assertTrue(user.has("futureBlock")));
    assertTrue(client.json(USERS + "/me").has("x_tomorrow"));
  }

  @Test
  public void control_armsOverHttpButNotForOtherSites() throws Exception {
    String arm = "/control/faults?kind=STATUS_500&path=users&count=1";
    assertEquals(200, client.send("POST", arm, "").statusCode());
    assertEquals(500, client.get(USERS).statusCode());
    assertEquals(400, client.send("POST", "/control/faults?kind=NONSENSE", "").statusCode());
    String foreign = exchange("POST " + arm, "Origin: http://elsewhere.example\r\n");
    assertTrue(foreign, foreign.startsWith("HTTP/1.1 403"));
  }

  private String raw(String headers) throws IOException {
    return exchange(
        "GET " + USERS + "?limit=20", "Authorization: SSWS " + org.token() + "\r\n" + headers);
  }

  /** The bytes of one answer as ISO-8859-1, up to the end of the connection. */
  private String exchange(String methodAndPath, String headers) throws IOException {
    URI base = URI.create(org.baseUrl());
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      String request =
          methodAndPath
              + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
              + headers
              + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      socket.getInputStream().transferTo(answer);
      return answer.toString(StandardCharsets.ISO_8859_1);
    }
  }
}
