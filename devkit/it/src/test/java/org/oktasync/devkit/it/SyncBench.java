package org.oktasync.devkit.it;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.Test;
import org.oktasync.devkit.oktaorg.Directory;
import org.oktasync.devkit.oktaorg.Group;
import org.oktasync.devkit.oktaorg.GroupType;
import org.oktasync.devkit.oktaorg.User;
import org.oktasync.devkit.oktaorg.UserStatus;

/**
 * Syncs of organisations of different sizes, ten memberships for each person, on PostgreSQL, in a
 * Jira with 512 MiB: the first one, one without changes, and a hundred changes. Prints figures,
 * asserts that each run succeeds and that time and heap grow no faster than they may. {@code
 * bench.users} sets the sizes, {@code bench.heap} the limit.
 */
public class SyncBench {
  private static final String SIZES = System.getProperty("bench.users", "1000,10000,100000");
  private static final String HEAP = System.getProperty("bench.heap", "-Xmx512m");
  private static final int CHANGES = 100;

  /** One membership in each group for so many people. */
  private static final int PEOPLE_PER_GROUP = 40;

  /** Of ten times as many people: times as long, times the heap above what an idle Jira keeps. */
  private static final double MOST_TIME = 13;

  private static final double MOST_HEAP = 3;

  private static final String FIRST = "first sync";
  private static final String NO_CHANGE = "no change, full";
  private static final String INCREMENTAL = "{\"mode\":\"incremental\"}";
  private static final String NO_CHANGE_DELTA = "no change, incremental";
  private static final String DELTA = CHANGES + " changes";

  private record Measured(int users, double idle, Map<String, BenchSite.Cost> runs) {
    double heapAboveIdle(String run) {
      return runs.get(run).heap() - idle;
    }

    double seconds(String run) {
      return runs.get(run).seconds();
    }
  }

  @Test
  public void measure() throws Exception {
    Measured last = null;
    for (String size : SIZES.split(",")) {
      Measured now = measure(Integer.parseInt(size));
      if (last != null) {
        compare(last, now);
      }
      last = now;
    }
  }

  private static void compare(Measured small, Measured large) {
    System.out.printf("%d against %d people:%n", large.users, small.users);
    boolean tenfold = large.users == 10 * small.users;
    for (String run : List.of(FIRST, NO_CHANGE, DELTA)) {
      double time = large.seconds(run) / small.seconds(run);
      double heap = large.heapAboveIdle(run) / small.heapAboveIdle(run);
      System.out.printf(
          "  %s: %.1f times the time, %.2f times the heap above idle (%.1f and %.1f MiB)%n",
          run, time, heap, small.heapAboveIdle(run), large.heapAboveIdle(run));
      if (tenfold && (time > MOST_TIME || heap > MOST_HEAP)) {
        throw new AssertionError(run + " grows faster than it may");
      }
    }
  }

  private static Measured measure(int users) throws Exception {
    String groups = Integer.toString(users / PEOPLE_PER_GROUP);
    String memberships = Integer.toString(10 * users);
    try (BenchSite site =
        new BenchSite(
            HEAP,
            "--users",
            Integer.toString(users),
            "--groups",
            groups,
            "--memberships",
            memberships,
            "--clean")) {
      long connection = site.node.connect();
      double idle = site.heap.now();
      System.out.printf(
          "%n%d people, %s groups, %s memberships, %s, idle %.1f MiB%n",
          users, groups, memberships, HEAP, idle);
      Map<String, BenchSite.Cost> runs = new HashMap<>();
      runs.put(FIRST, show(site, FIRST, connection, "{}"));
      runs.put(NO_CHANGE, show(site, NO_CHANGE, connection, "{}"));
      show(site, NO_CHANGE_DELTA, connection, INCREMENTAL);
      change(site.okta.directory());
      runs.put(DELTA, show(site, DELTA, connection, INCREMENTAL));
      System.out.printf("database %d MiB%n", site.databaseSize());
      return new Measured(users, idle, runs);
    }
  }

  private static BenchSite.Cost show(BenchSite site, String what, long connection, String body) {
    BenchSite.Cost cost = site.run(connection, body);
    System.out.println(cost.line(what));
    String state = cost.run().path("state").asText();
    if (!state.equals("SUCCEEDED")) {
      throw new AssertionError(what + ": " + cost.run());
    }
    return cost;
  }

  /** 40 people with another name, 25 moves from one group to another, ten joiners. */
  private static void change(Directory directory) {
    active(directory)
        .limit(40)
        .forEach(user -> directory.update(user.id(), Map.of("displayName", "Changed"), true));
    List<Group> groups =
        directory.groups().stream()
            .filter(group -> group.type() == GroupType.OKTA_GROUP && group.rule() == null)
            .filter(group -> group.members().size() > 30)
            .toList();
    Group from = groups.get(1);
    Group to = groups.get(2);
    directory.members(from.id()).stream()
        .limit(25)
        .forEach(
            user -> {
              directory.removeMember(from.id(), user.id());
              directory.addMember(to.id(), user.id());
            });
    for (int i = 0; i < 10; i++) {
      String login = "newcomer" + i + "@larkfield.example";
      directory.importUser(
          Map.of("login", login, "email", login, "firstName", "New", "lastName", "Comer"),
          UserStatus.ACTIVE);
    }
  }

  private static Stream<User> active(Directory directory) {
    return directory.users().stream()
        .filter(user -> user.status() == UserStatus.ACTIVE && user.text("email") != null);
  }
}
