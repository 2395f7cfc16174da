package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.oktasync.devkit.oktaorg.Fault;
import org.oktasync.devkit.oktaorg.Group;
import org.oktasync.devkit.oktaorg.GroupType;
import org.oktasync.devkit.oktaorg.User;
import org.oktasync.devkit.oktaorg.UserStatus;

/** Two nodes on one PostgreSQL are one Jira. */
public class ClusterTest {
  /** A node that says nothing for a minute counts as dead; the rest is for a busy machine. */
  private static final Duration DEAD_WITHIN = Duration.ofSeconds(60 + 5);

  private static Cluster cluster;
  private static long connection;

  @BeforeClass
  public static void settle() throws Exception {
    cluster = new Cluster("--users", "120", "--groups", "12", "--clean", "--seed", "8");
    connection = cluster.a.connect();
  }

  @AfterClass
  public static void end() throws Exception {
    cluster.close();
  }

  @Before
  public void bringInStep() {
    assertEquals("SUCCEEDED", cluster.a.sync(connection).path("state").asText());
  }

  @After
  public void clearFaults() {
    cluster.okta.faults().clear();
  }

  private static String runs() {
    return "/connections/" + connection + "/runs";
  }

  @Test
  public void settingsChangedOnOneNodeHoldOnTheOther() {
    String path = "/connections/" + connection;
    for (Site node : List.of(cluster.a, cluster.b)) {
      Site other = node == cluster.a ? cluster.b : cluster.a;
      int version = other.rest.get(path).expect(200).path("version").asInt();
      String name = "changed after version " + version;
      node.rest.put(path, "{\"version\":" + version + ",\"name\":\"" + name + "\"}").expect(200);
      assertEquals(name, other.rest.get(path).expect(200).path("name").asText());
    }
  }

  @Test
  public void aRunIsSeenAndCancelledFromTheOtherNode() {
    cluster.okta.faults().arm(Fault.SLOW, ".*/members.*|.*/users.*", -1, 1_000);
    long run = cluster.a.start(connection, false);
    JsonNode seen =
        Await.until(
            "progress of run " + run,
            () -> cluster.b.run(run),
            found -> found.path("source").path("calls").asInt() > 0);
    assertEquals(seen.toString(), "RUNNING", seen.path("state").asText());
    assertEquals("a", seen.path("node").asText());
    cluster.b.rest.post("/runs/" + run + "/cancel", "{}").expect(202);
    JsonNode ended = cluster.b.await(run);
    assertEquals(ended.toString(), "CANCELLED", ended.path("state").asText());
    JsonNode history = cluster.b.rest.get("/runs?connection=" + connection).expect(200);
    assertEquals(run, history.path("values").path(0).path("id").asLong());
    assertEquals(history, cluster.a.rest.get("/runs?connection=" + connection).expect(200));
  }

  @Test
  public void aRunHeldOnOneNodeIsApprovedOnTheOther() {
    List<User> leavers = cluster.okta.directory().users().subList(1, 60);
    leavers.forEach(
        user -> cluster.okta.directory().setStatus(user.id(), UserStatus.DEPROVISIONED));
    try {
      long run = cluster.a.start(connection, false);
      assertEquals("HELD", cluster.b.await(run).path("state").asText());
      cluster.b.rest.post("/runs/" + run + "/approve", "{}").expect(202);
      JsonNode approved = cluster.a.await(run);
      assertEquals(approved.toString(), "SUCCEEDED", approved.path("state").asText());
      assertSamePeople(cluster.a);
    } finally {
      leavers.forEach(user -> cluster.okta.directory().setStatus(user.id(), UserStatus.ACTIVE));
    }
  }

  @Test
  public void oneConnectionNeverRunsOnBothNodes() throws Exception {
    cluster.okta.faults().arm(Fault.SLOW, ".*", -1, 300);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 5; round++) {
        CyclicBarrier together = new CyclicBarrier(2);
        Future<Rest.Answer> onA = threads.submit(starting(cluster.a, together));
        Future<Rest.Answer> onB = threads.submit(starting(cluster.b, together));
        Map<Integer, Rest.Answer> answers =
            Map.of(onA.get().status(), onA.get(), onB.get().status(), onB.get());
        assertEquals(new TreeSet<>(List.of(202, 409)), new TreeSet<>(answers.keySet()));
        cluster.a.await(answers.get(202).json().path("id").asLong());
      }
    } finally {
      threads.shutdown();
    }
  }

  private static Callable<Rest.Answer> starting(Site node, CyclicBarrier together) {
    return () -> {
      together.await();
      return node.rest.post(runs(), "{}");
    };
  }

  @Test
  public void whoeverSignsInOnBothNodesAtOnceIsLookedAtOnce() throws Exception {
    Map<String, Object> profile =
        Map.of("login", "fred", "email", "fred@x.org", "firstName", "Fred", "lastName", "F");
    User fred = cluster.okta.directory().importUser(profile, UserStatus.ACTIVE);
    Group team = cluster.okta.directory().importGroup("On two nodes", GroupType.OKTA_GROUP);
    long own = overExistingAccounts();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      assertEquals("SUCCEEDED", cluster.a.sync(own).path("state").asText());
      int runs = cluster.a.rest.get("/runs?connection=" + own).expect(200).path("total").asInt();
      cluster.okta.directory().addMember(team.id(), fred.id());
      CyclicBarrier together = new CyclicBarrier(2);
      List<Future<?>> both =
          List.of(
              threads.submit(signingIn(cluster.a, together)),
              threads.submit(signingIn(cluster.b, together)));
      for (Future<?> one : both) {
        one.get();
      }
      Await.until("what became of the logins", () -> logins("changed"), changed -> changed > 0);
      Await.until(
          "the run of the login",
          () -> cluster.b.rest.get("/runs?connection=" + own).expect(200),
          all -> Site.isOver(all.at("/values/0")));
      assertEquals(1, logins("looked"));
      JsonNode all = cluster.b.rest.get("/runs?connection=" + own).expect(200);
      assertEquals(all.toString(), runs + 1, all.path("total").asInt());
      assertTrue(cluster.b.jira.members("On two nodes").contains("fred"));
    } finally {
      threads.shutdown();
      cluster.a.rest.delete("/connections/" + own);
      cluster.okta.directory().deleteGroup(team.id());
      cluster.okta.directory().delete(fred.id());
      cluster.okta.directory().delete(fred.id());
    }
  }

  /** A connection over the directory that Jira has had from the beginning. */
  private static long overExistingAccounts() {
    String directory = cluster.a.rest.get("/directories").expect(200).at("/values/0/id").asText();
    long id =
        cluster.a.connectAs(
            "Own", cluster.okta.baseUrl(), cluster.okta.token(), "{\"id\":" + directory + "}");
    int version = cluster.a.rest.get("/connections/" + id).expect(200).path("version").asInt();
    String settings =
        "{\"version\":%d,\"users\":{\"create\":false,\"adopt\":\"automatic\"},"
            + "\"login\":{\"enabled\":true}}";
    cluster.a.rest.put("/connections/" + id, settings.formatted(version)).expect(200);
    return id;
  }

  private static Callable<Void> signingIn(Site node, CyclicBarrier together) {
    return () -> {
      together.await();
      node.signIn("fred", "fred");
      return null;
    };
  }

  /** What became of logins on both nodes. */
  private static int logins(String name) {
    int both = 0;
    for (Site node : List.of(cluster.a, cluster.b)) {
      both += node.rest.get("/health").expect(200).path("logins").path(name).asInt();
    }
    return both;
  }

  @Test
  public void aNodeKilledInMidRunIsShownAsDeadAndTheOtherGoesOn() throws Exception {
    long run = startOfManyNewcomers("one");
    cluster.a.kill();
    long killed = System.nanoTime();
    try {
      assertEquals("RUNNING", cluster.b.run(run).path("state").asText());
      JsonNode dead = cluster.b.await(run);
      Duration shown = Duration.ofNanos(System.nanoTime() - killed);
      assertEquals(dead.toString(), "INTERRUPTED", dead.path("state").asText());
      assertTrue("took " + shown, shown.compareTo(DEAD_WITHIN) <= 0);
      JsonNode next = cluster.b.sync(connection);
      assertEquals(next.toString(), "SUCCEEDED", next.path("state").asText());
      assertInStep(cluster.b);
    } finally {
      cluster.a.start();
    }
    assertInStep(cluster.a);
  }

  @Test
  public void aDatabaseThatGoesAwayInMidRunHarmsNothing() throws Exception {
    long run = startOfManyNewcomers("two");
    cluster.database.stop();
    cluster.database.start();
    // It may have waited, failed or died of it; all three are honest ends.
    cluster.b.await(run);
    JsonNode next = cluster.b.sync(connection);
    assertEquals(next.toString(), "SUCCEEDED", next.path("state").asText());
    assertInStep(cluster.b);
  }

  /** Begins a run on node a that has much to write, and waits for its first writes. */
  private static long startOfManyNewcomers(String name) {
    for (int i = 0; i < 3_000; i++) {
      String login = name + i + "@example.org";
      cluster
          .okta
          .directory()
          .importUser(
              Map.of("login", login, "email", login, "firstName", name, "lastName", "Comer " + i),
              UserStatus.ACTIVE);
    }
    long run = cluster.a.start(connection, false);
    Await.until(
        "the first writes of run " + run,
        () -> cluster.b.jira.hasAnybodyLike(name + "1"),
        found -> found);
    return run;
  }

  private static void assertInStep(Site node) {
    assertSamePeople(node);
    Map<String, TreeSet<String>> groups = new Expected(cluster.okta).groups;
    groups.forEach((name, members) -> assertEquals(name, members, node.jira.members(name)));
  }

  /** Names only those who differ: there are thousands of others. */
  private static void assertSamePeople(Site node) {
    TreeSet<String> missing = new TreeSet<>(new Expected(cluster.okta).users.keySet());
    TreeSet<String> tooMany = activePeople(node);
    TreeSet<String> both = new TreeSet<>(missing);
    both.retainAll(tooMany);
    missing.removeAll(both);
    tooMany.removeAll(both);
    assertEquals(
        "missing " + missing + ", too many " + tooMany, 0, missing.size() + tooMany.size());
  }

  private static TreeSet<String> activePeople(Site node) {
    Map<String, JsonNode> people = node.jira.users();
    people.values().removeIf(user -> !user.path("active").asBoolean());
    people.keySet().removeAll(List.of("admin", "fred"));
    return new TreeSet<>(people.keySet());
  }
}
