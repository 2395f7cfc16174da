package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.oktasync.devkit.host.assets.AssetsOptions;
import org.oktasync.devkit.oktaorg.UserStatus;

/** Runs that start by themselves, notices, and the audit log, seen from outside. */
public class ScheduleTest {
  /** Every second, so that a run is due with each minute of the job. */
  private static final String ON =
      "\"schedule\":{\"cron\":\"* * * * * ?\"},"
          + "\"notices\":{\"receivers\":[\"it@example.com\"],\"changed\":true}";

  private final Ahead clock = new Ahead();

  @Test
  public void aReviewedScheduleFires_tells_andRestsOnACopyOfTheSite() throws Exception {
    try (Lab lab = new Lab(true, clock, "--users", "30", "--groups", "4", "--clean")) {
      long connection = lab.connect();
      assertEquals("schedule-not-reviewed", put(lab, connection, ON).code());
      long dryRun = lab.dryRun(connection).path("id").asLong();
      lab.rest.post("/runs/" + dryRun + "/review", "{}").expect(200);
      JsonNode on = put(lab, connection, ON).expect(200).path("schedule");
      assertEquals("on", on.path("state").asText());
      assertTrue(on.path("nextRunAt").isTextual());

      JsonNode run = lab.await(fired(lab, connection));
      assertEquals("SUCCEEDED", run.path("state").asText());
      assertTrue(run.path("startedBy").isNull());
      assertTold(lab, run);
      assertEquals(new Expected(lab.okta).users.size() + 2, lab.jira.users().size());

      devkit(lab, "PUT", "/site", "{\"baseUrl\":\"https://copy.example.com\"}");
      JsonNode rests = minutesUntilPaused(lab, connection);
      assertEquals("site-changed", rests.path("pausedReason").asText());
      assertEquals(1, scheduled(lab, connection).size());
      List<String> told = subjects(lab, 2);
      assertTrue(told.toString(), told.stream().anyMatch(one -> one.contains("paused itself")));
    }
  }

  @Test
  public void aHeldRunOfAScheduleIsTold_andLetsDueTimesPass() throws Exception {
    try (Lab lab = new Lab(true, clock, "--users", "40", "--groups", "4", "--clean")) {
      long connection = lab.connect();
      lab.sync(connection);
      long dryRun = lab.dryRun(connection).path("id").asLong();
      lab.rest.post("/runs/" + dryRun + "/review", "{}").expect(200);
      lab.okta.directory().users().stream()
          // The first is the administrator whose token the connection uses.
          .skip(1)
          .forEach(user -> lab.okta.directory().setStatus(user.id(), UserStatus.DEPROVISIONED));
      put(lab, connection, ON).expect(200);
      JsonNode held = lab.await(fired(lab, connection));
      assertEquals(held.toString(), "HELD", held.path("state").asText());
      clock.rewind();
      put(lab, connection, "\"schedule\":{\"cron\":\"*/1 * * * * ?\"}").expect(200);
      Await.until(
          "a due time that passes",
          () -> {
            minute(lab);
            return schedule(lab, connection).path("passed").path("code").asText();
          },
          "schedule-passed-held"::equals);
      assertEquals(1, scheduled(lab, connection).size());
      assertTrue(subjects(lab, 1).get(0), subjects(lab, 1).get(0).contains("stopped by a limit"));
    }
  }

  @Test
  public void aScheduleTakesObjectsAlong() throws Exception {
    String[] organisation = {"--users", "30", "--groups", "4", "--clean"};
    try (Lab lab = new Lab(AssetsOptions.ON, clock, organisation)) {
      long connection = lab.connect();
      AssetsConnection assets = new AssetsConnection(lab, connection);
      assets.settle();
      long dryRun = lab.dryRun(connection).path("id").asLong();
      lab.rest.post("/runs/" + dryRun + "/review", "{}").expect(200);
      put(lab, connection, ON).expect(200);

      JsonNode run = lab.await(fired(lab, connection));

      assertEquals(run.toString(), "SUCCEEDED", run.path("state").asText());
      assertEquals(
          lab.okta.directory().users().size(),
          assets.view(lab.host.baseUrl()).all("Users", "Okta Id").size());
      assertEquals(new Expected(lab.okta).users.size() + 2, lab.jira.users().size());
    }
  }

  /** One mail with a link, and entries of the audit log with their authors. */
  private static void assertTold(Lab lab, JsonNode run) {
    JsonNode mail = mails(lab, 1).get(0);
    assertEquals("it@example.com", mail.path("to").asText());
    assertEquals("text/plain", mail.path("mimeType").asText());
    String link = lab.host.baseUrl() + "/plugins/servlet/okta-sync/runs/" + run.path("id").asText();
    assertTrue(mail.toString(), mail.path("body").asText().contains(link));
    List<String> actions = new ArrayList<>();
    for (JsonNode entry : devkit(lab, "GET", "/audit", null).path("values")) {
      if (entry.path("categoryKey").asText().equals("okta-sync.audit.category")) {
        String action = entry.path("actionKey").asText().replace("okta-sync.audit.", "");
        actions.add(action + " by " + entry.path("author").asText());
      }
    }
    assertTrue(actions.toString(), actions.contains("connection-added by admin"));
    assertTrue(actions.toString(), actions.contains("run-started by admin"));
    assertTrue(actions.toString(), actions.contains("run-reviewed by admin"));
    assertTrue(actions.toString(), actions.contains("schedule-on by admin"));
    assertTrue(actions.toString(), actions.contains("run-finished by System"));
  }

  /** The id of the run that the schedule starts. */
  private long fired(Lab lab, long connection) {
    List<JsonNode> runs =
        Await.until(
            "a scheduled run",
            () -> {
              minute(lab);
              return scheduled(lab, connection);
            },
            found -> !found.isEmpty());
    return runs.get(0).path("id").asLong();
  }

  private JsonNode minutesUntilPaused(Lab lab, long connection) {
    return Await.until(
        "a pause",
        () -> {
          minute(lab);
          return schedule(lab, connection);
        },
        schedule -> schedule.path("state").asText().equals("paused"));
  }

  /** A minute passes for Jira's scheduler. */
  private void minute(Lab lab) {
    clock.nextMinute();
    lab.host.pollJobs();
  }

  private static List<JsonNode> scheduled(Lab lab, long connection) {
    List<JsonNode> runs = new ArrayList<>();
    for (JsonNode run :
        lab.rest.get("/runs?limit=1000&connection=" + connection).expect(200).path("values")) {
      if (run.path("trigger").asText().equals("schedule")) {
        runs.add(run);
      }
    }
    return runs;
  }

  private static JsonNode schedule(Lab lab, long connection) {
    return lab.rest.get("/connections/" + connection).expect(200).path("schedule");
  }

  private static Rest.Answer put(Lab lab, long connection, String fields) {
    String path = "/connections/" + connection;
    JsonNode version = lab.rest.get(path).expect(200).path("version");
    return lab.rest.put(path, "{\"version\":" + version + "," + fields + "}");
  }

  private static List<String> subjects(Lab lab, int least) {
    List<String> subjects = new ArrayList<>();
    mails(lab, least).forEach(mail -> subjects.add(mail.path("subject").asText()));
    return subjects;
  }

  /** What was sent, once it is so many at least. */
  private static JsonNode mails(Lab lab, int least) {
    return Await.until(
        "mails",
        () -> devkit(lab, "GET", "/mails", null).path("values"),
        sent -> sent.size() >= least);
  }

  private static JsonNode devkit(Lab lab, String method, String path, String body) {
    return lab.rest.call(method, "/rest/devkit/1.0" + path, body).expect(200);
  }

  /**
   * The clock of Jira's scheduler: it goes as the real one does, and can be moved on, so that a
   * minute takes no time. The add-on's own clock does not move; it waits for due times that are
   * reckoned while this one is in step with it.
   */
  private static final class Ahead extends Clock {
    private final Clock real = Clock.systemUTC();
    private volatile Duration ahead = Duration.ZERO;
    private Duration farthest = Duration.ZERO;

    /** On to the next minute after any that was before. */
    void nextMinute() {
      farthest = farthest.plusSeconds(61);
      ahead = farthest;
    }

    /** In step with the real clock again. */
    void rewind() {
      ahead = Duration.ZERO;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return real.instant().plus(ahead);
    }
  }
}
