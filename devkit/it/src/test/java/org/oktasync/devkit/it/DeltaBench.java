package org.oktasync.devkit.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntBiFunction;
import org.junit.Test;
import org.oktasync.devkit.oktaorg.Directory;
import org.oktasync.devkit.oktaorg.Group;
import org.oktasync.devkit.oktaorg.GroupType;
import org.oktasync.devkit.oktaorg.User;

/**
 * What incremental runs ask in given histories, beside what it would have cost to follow the System
 * Log alone, and to read the lists of all groups that changed. Prints figures, asserts nothing.
 */
public class DeltaBench {
  private static final int PAGE = 200;
  private static final int MEMBERS = 1_000;
  private static final int EVENTS = 1_000;

  private final Random random = new Random(5);

  @Test
  public void measure() throws Exception {
    String[] organisation = {"--users", "12000", "--groups", "120", "--memberships", "110000"};
    try (Lab lab = new Lab(organisation)) {
      long connection = lab.connect();
      lab.sync(connection);
      System.out.printf(
          "%n%-44s %6s %6s %6s %6s %7s%n", "history", "calls", "log", "lists", "events", "ratio");
      measure(lab, connection, "nothing", (directory, touched) -> 0);
      measure(lab, connection, "six movers", (directory, touched) -> movers(directory, touched, 6));
      measure(
          lab,
          connection,
          "a day: 900 movers over all groups",
          (directory, touched) -> movers(directory, touched, 900));
      measure(
          lab,
          connection,
          "an import adds 600 to each of 20 groups",
          (d, t) -> imported(d, t, 20, 600, 0));
      measure(
          lab,
          connection,
          "an import swaps 300 in each of 20 groups",
          (d, t) -> imported(d, t, 20, 300, 300));
    }
  }

  /** A history; answers how many events of members it has, and notes the groups that it touches. */
  private interface Story extends ToIntBiFunction<Directory, Set<String>> {}

  private static void measure(Lab lab, long connection, String what, Story story) {
    // The log's overlap has what the run before did, too: it is read once, so that it is not
    // counted twice.
    lab.incremental(connection);
    Set<String> touched = new TreeSet<>();
    int events = story.applyAsInt(lab.okta.directory(), touched);
    lab.okta.requests().clear();
    JsonNode run = lab.approved(lab.incremental(connection));
    long calls = run.path("source").path("calls").asLong();
    long groups = Math.max(1, pages(touched.size(), PAGE));
    long byLog = 1 + groups + 1 + events / EVENTS;
    long byLists = 1 + groups;
    for (String group : touched) {
      byLists += pages(lab.okta.directory().members(group).size(), MEMBERS);
    }
    System.out.printf(
        "%-44s %6d %6d %6d %6d %7.2f  %s %s%n",
        what,
        calls,
        byLog,
        byLists,
        events,
        (double) calls / Math.min(byLog, byLists),
        run.path("mode").asText(),
        run.path("state").asText());
  }

  private static long pages(long items, int page) {
    return (items + page - 1) / page;
  }

  private int movers(Directory directory, Set<String> touched, int count) {
    List<Group> groups = open(directory, GroupType.OKTA_GROUP);
    int events = 0;
    for (int i = 0; i < count; i++) {
      Group from = directory.group(groups.get(random.nextInt(groups.size())).id());
      Group to = directory.group(groups.get(random.nextInt(groups.size())).id());
      List<User> members = directory.members(from.id());
      User mover = members.get(random.nextInt(members.size()));
      directory.removeMember(from.id(), mover.id());
      touched.add(from.id());
      events++;
      if (!idsOf(directory, to).contains(mover.id())) {
        directory.addMember(to.id(), mover.id());
        touched.add(to.id());
        events++;
      }
    }
    return events;
  }

  /** Applications give their groups other members, all at once. */
  private int imported(
      Directory directory, Set<String> touched, int groups, int joining, int leaving) {
    List<User> everybody = directory.users();
    int events = 0;
    for (Group group : open(directory, GroupType.OKTA_GROUP).subList(0, groups)) {
      List<String> before = idsOf(directory, group);
      Set<String> inside = new HashSet<>(before);
      List<String> members = new ArrayList<>(before.subList(leaving, before.size()));
      events += leaving;
      int joined = 0;
      for (int i = random.nextInt(1_000); joined < joining && i < everybody.size(); i++) {
        if (!inside.contains(everybody.get(i).id())) {
          members.add(everybody.get(i).id());
          joined++;
          events++;
        }
      }
      directory.importMembers(group.id(), members);
      touched.add(group.id());
    }
    return events;
  }

  private static List<String> idsOf(Directory directory, Group group) {
    return directory.members(group.id()).stream().map(User::id).toList();
  }

  private static List<Group> open(Directory directory, GroupType type) {
    return directory.groups().stream()
        .filter(group -> group.type() == type && group.rule() == null)
        .filter(group -> group.members().size() > 300)
        .toList();
  }
}
