package org.oktasync.devkit.host.token;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.CoreMatchers.not;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.Rule;
import org.junit.Test;
import org.oktasync.devkit.host.RunningHost;
import org.oktasync.devkit.host.TestClock;

/** Personal access tokens: what they open, for whom, and until when. */
public class PersonalTokensTest {
  private static final String MYSELF = "/rest/api/2/myself";

  private final TestClock clock = new TestClock();

  @Rule public final RunningHost jira = new RunningHost(options -> options.withClock(clock));

  private JsonNode make(String account, String body) {
    return jira.as(account).call("POST", TokenRest.LATEST, body).expect(201);
  }

  private String token(String account) {
    return make(account, "{\"name\":\"sync\"}").get("rawToken").asText();
  }

  @Test
  public void aTokenActsAsItsOwnerWithTheOwnersRights() {
    String admin = token("admin");
    String fred = token("fred");
    assertThat(name(admin), is("admin"));
    assertThat(name(fred), is("fred"));
    String members = "/rest/api/2/group/member?groupname=jira-software-users";
    jira.withToken(admin).get(members).expect(200);
    jira.withToken(fred).get(members).refused(403);
  }

  private String name(String token) {
    return jira.withToken(token).get(MYSELF).expect(200).get("name").asText();
  }

  @Test
  public void theTokenIsToldOnceAndKeptByNobody() {
    JsonNode made = make("admin", "{\"name\":\"sync\",\"expirationDuration\":30}");
    String raw = made.get("rawToken").asText();
    String list = jira.as("admin").get(TokenRest.LATEST).text();
    assertThat(list, containsString("\"name\":\"sync\""));
    assertThat(list, containsString("\"expiringAt\":\"2026-01-31T00:00:00Z\""));
    assertThat(list, not(containsString(raw)));
    jira.withToken(raw).get(MYSELF).expect(200);
    JsonNode used = jira.as("admin").get(TokenRest.VERSIONED).expect(200).get(0);
    assertThat(used.get("lastAccessedAt").asText(), is("2026-01-01T00:00:00Z"));
    assertThat(jira.as("fred").get(TokenRest.LATEST).expect(200).size(), is(0));
  }

  @Test
  public void anUnknownAnExpiredAndARevokedTokenAre401() throws Exception {
    jira.withToken("bm9ib2R5").get(MYSELF).refused(401);
    JsonNode made = make("admin", "{\"name\":\"short\",\"expirationDuration\":1}");
    String raw = made.get("rawToken").asText();
    clock.advance(Duration.ofDays(1).minusSeconds(1));
    jira.withToken(raw).get(MYSELF).expect(200);
    clock.advance(Duration.ofSeconds(1));
    jira.withToken(raw).get(MYSELF).refused(401);
    String other = token("admin");
    String path = TokenRest.LATEST + "/" + id("admin", 1);
    jira.as("fred").call("DELETE", path, null).refused(404);
    jira.restart();
    assertThat(name(other), is("admin"));
    jira.as("admin").call("DELETE", path, null).is(204);
    jira.withToken(other).get(MYSELF).refused(401);
    jira.as("admin").call("DELETE", path, null).refused(404);
  }

  private long id(String account, int index) {
    return jira.as(account).get(TokenRest.LATEST).expect(200).get(index).get("id").asLong();
  }

  @Test
  public void aTokenOpensNoPage() {
    String admin = token("admin");
    var page = jira.withToken(admin).get("/secure/admin/ViewSystemInfo.jspa");
    assertThat(page.status(), is(302));
    assertThat(
        page.response().headers().firstValue("Location").orElse(""), containsString("login"));
    assertThat(jira.withToken("bm9ib2R5").get("/login.jsp").status(), is(200));
  }

  @Test
  public void wrongWishesAreRefused() {
    for (String body :
        new String[] {
          "{}",
          "{\"name\":\" \"}",
          "{\"name\":\"x\",\"expirationDuration\":0}",
          "{\"name\":\"x\",\"expirationDuration\":366}",
          "{\"name\":\"x\",\"expirationDuration\":\"soon\"}",
          "no json"
        }) {
      assertThat(body, jira.as("admin").call("POST", TokenRest.LATEST, body).status(), is(400));
    }
    jira.nobody().get(TokenRest.LATEST).refused(401);
    for (int i = 0; i < PersonalTokens.MOST; i++) {
      token("fred");
    }
    jira.as("fred").call("POST", TokenRest.LATEST, "{\"name\":\"one more\"}").refused(400);
  }

  @Test
  public void peopleMakeAndRevokeThemOnAPage() {
    var page = jira.as("fred").get(TokensPage.PATH);
    assertTrue(page.text().contains("name=\"days\""));
    assertTrue(page.text().contains("href=\"/jira" + TokensPage.PATH + "\""));
    jira.nobody().get(TokensPage.PATH).is(302);
    assertThat(post("name=x").status(), is(403));
    String made = post("atl_token=t&action=create&name=%3Ci%3Emine&days=7").text();
    assertFalse(made.contains("<i>"));
    String raw = made.replaceAll("(?s).*id=\"raw-token\">([^<]+)<.*", "$1");
    assertThat(name(raw), is("fred"));
    assertThat(post("atl_token=t&action=create&name=&days=7").status(), is(400));
    post("atl_token=t&action=revoke&id=" + id("fred", 0));
    jira.withToken(raw).get(MYSELF).refused(401);
  }

  private org.oktasync.devkit.host.RestClient.Answer post(String form) {
    return jira.as("fred").form(TokensPage.PATH, form);
  }
}
