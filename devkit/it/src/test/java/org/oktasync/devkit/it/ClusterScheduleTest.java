package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.oktasync.devkit.oktaorg.UserStatus;

/**
 * A schedule on two nodes that both hold themselves for the one whose turn it is: each due time
 * starts one run, and its end is told once.
 */
public class ClusterScheduleTest {
  private static final int ROUNDS = 3;

  /** Long enough for a busy machine to save a schedule before its time has come. */
  private static final int SECONDS_AHEAD = 10;

  private static Cluster cluster;
  private static long connection;

  @BeforeClass
  public static void settle() throws Exception {
    cluster = new Cluster("--users", "40", "--groups", "5", "--clean", "--seed", "4");
    connection = cluster.a.connect();
    assertEquals("SUCCEEDED", cluster.a.sync(connection).path("state").asText());
    long dryRun = cluster.b.dryRun(connection).path("id").asLong();
    cluster.b.rest.post("/runs/" + dryRun + "/review", "{}").expect(200);
    put(cluster.a, "\"notices\":{\"receivers\":[\"it@example.com\"],\"changed\":true}");
  }

  @AfterClass
  public static void end() throws Exception {
    cluster.close();
  }

  @Test
  public void eachDueTimeStartsOneRun_whoseEndIsToldOnce() throws Exception {
    for (int round = 1; round <= ROUNDS; round++) {
      newcomer("joiner" + round);
      awaitDue(round % 2 == 0 ? cluster.a : cluster.b);
      bothNodesTakeTheirTurn();
      List<JsonNode> runs = awaitScheduled(round);
      JsonNode run = cluster.a.await(runs.get(0).path("id").asLong());
      bothNodesTakeTheirTurn();
      assertEquals(run.toString(), "SUCCEEDED", run.path("state").asText());
      assertEquals(1, run.path("counts").path("users").path("created").asInt());
      assertEquals(runs.toString(), round, scheduled().size());
      assertNobodyElseTried();
      assertToldOnce(run, round);
    }
  }

  private static void newcomer(String name) {
    String login = name + "@example.org";
    Map<String, Object> profile =
        Map.of("login", login, "email", login, "firstName", name, "lastName", "Comer");
    cluster.okta.directory().importUser(profile, UserStatus.ACTIVE);
  }

  /** Sets a time of today that comes soon, once, and waits for it. */
  private static void awaitDue(Site node) {
    JsonNode schedule =
        Await.until(
            "a time that is not over yet",
            () -> {
              ZonedDateTime soon = ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(SECONDS_AHEAD);
              String cron =
                  "%d %d %d * * ?".formatted(soon.getSecond(), soon.getMinute(), soon.getHour());
              return put(node, "\"schedule\":{\"cron\":\"" + cron + "\",\"zone\":\"UTC\"}");
            },
            ClusterScheduleTest::isSoon);
    Instant due = Instant.parse(schedule.path("nextRunAt").asText());
    Await.until("the due time " + due, Instant::now, now -> now.isAfter(due));
  }

  private static boolean isSoon(JsonNode schedule) {
    Instant next = Instant.parse(schedule.path("nextRunAt").asText());
    return next.isBefore(Instant.now().plusSeconds(2 * SECONDS_AHEAD));
  }

  /** Both nodes do the work of the minute, again and again, at the same time. */
  private static void bothNodesTakeTheirTurn() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    CyclicBarrier together = new CyclicBarrier(2);
    List<Future<?>> turns = new ArrayList<>();
    for (Site node : List.of(cluster.a, cluster.b)) {
      turns.add(
          threads.submit(
              () -> {
                for (int i = 0; i < 5; i++) {
                  together.await();
                  node.rest.call("POST", "/rest/devkit/1.0/jobs", "{}").expect(200);
                }
                return null;
              }));
    }
    for (Future<?> turn : turns) {
      turn.get();
    }
    threads.shutdown();
  }

  private static List<JsonNode> awaitScheduled(int count) {
    return Await.until(
        "scheduled run " + count, ClusterScheduleTest::scheduled, found -> found.size() >= count);
  }

  private static List<JsonNode> scheduled() {
    List<JsonNode> runs = new ArrayList<>();
    String path = "/runs?limit=100&connection=" + connection;
    for (JsonNode run : cluster.b.rest.get(path).expect(200).path("values")) {
      if (run.path("trigger").asText().equals("schedule")) {
        runs.add(run);
      }
    }
    return runs;
  }

  /** A node that takes a due time of the other would find its run under way, and let it pass. */
  private static void assertNobodyElseTried() {
    JsonNode found = cluster.a.rest.get("/connections/" + connection).expect(200);
    assertTrue(found.toString(), found.path("schedule").path("passed").isNull());
  }

  /** One mail, and one entry of the audit log, for each of so many runs; this one is the latest. */
  private static void assertToldOnce(JsonNode run, int runs) {
    JsonNode mails =
        Await.until(
            "mail " + runs, () -> devkit("/mails").path("values"), sent -> sent.size() >= runs);
    assertEquals(mails.toString(), runs, mails.size());
    String link = "/plugins/servlet/okta-sync/runs/" + run.path("id").asText();
    assertTrue(mails.toString(), mails.path(0).path("body").asText().contains(link));
    List<String> ends = new ArrayList<>();
    for (JsonNode entry : devkit("/audit").path("values")) {
      boolean end = entry.path("actionKey").asText().endsWith("run-finished");
      if (end && entry.path("author").asText().equals("System")) {
        ends.add(entry.toString());
      }
    }
    assertEquals(ends.toString(), runs, ends.size());
  }

  private static JsonNode devkit(String path) {
    return cluster.a.rest.call("GET", "/rest/devkit/1.0" + path, null).expect(200);
  }

  /** Changes settings of the connection; answers its schedule. */
  private static JsonNode put(Site node, String fields) {
    String path = "/connections/" + connection;
    JsonNode version = node.rest.get(path).expect(200).path("version");
    String body = "{\"version\":" + version + "," + fields + "}";
    return node.rest.put(path, body).expect(200).path("schedule");
  }
}
