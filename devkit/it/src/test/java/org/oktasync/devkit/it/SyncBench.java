package org.oktasync.devkit.it;

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
 * asserts that each run succeeds. {@code bench.users} sets the sizes, {@code bench.heap} the limit.
 */
public class SyncBench {
  private static final String SIZES = System.getProperty("bench.users", "1000,10000,100000");
  private static final String HEAP = System.getProperty("bench.heap", "-Xmx512m");
  private static final int CHANGES = 100;

  /** One membership in each group for so many people. */
  private static final int PEOPLE_PER_GROUP = 40;

  private record Measured(int users, long idle, BenchSite.Cost first, BenchSite.Cost delta) {
    /** What the first sync kept beyond what an idle Jira keeps. */
    long heapAboveIdle() {
      return Math.max(1, first.heap() - idle);
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
    System.out.printf(
        "%d against %d people: first sync %.1f times the time, %.1f times the heap above idle;"
            + " %d changes %.1f times the time%n",
        large.users,
        small.users,
        large.first.seconds() / small.first.seconds(),
        (double) large.heapAboveIdle() / small.heapAboveIdle(),
        CHANGES,
        large.delta.seconds() / small.delta.seconds());
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
      long idle = site.heap.now();
      System.out.printf(
          "%n%d people, %s groups, %s memberships, %s, idle %d MiB%n",
          users, groups, memberships, HEAP, idle);
      BenchSite.Cost first = show(site, "first sync", connection, "{}");
      show(site, "no change, full", connection, "{}");
      show(site, "no change, incremental", connection, "{\"mode\":\"incremental\"}");
      change(site.okta.directory());
      BenchSite.Cost delta =
          show(site, CHANGES + " changes", connection, "{\"mode\":\"incremental\"}");
      System.out.printf("database %d MiB%n", site.databaseSize());
      return new Measured(users, idle, first, delta);
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
