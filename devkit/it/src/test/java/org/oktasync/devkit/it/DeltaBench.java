package org.oktasync.devkit.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.Test;
import org.oktasync.devkit.oktaorg.Directory;
import org.oktasync.devkit.oktaorg.Group;
import org.oktasync.devkit.oktaorg.GroupType;
import org.oktasync.devkit.oktaorg.User;

/**
 * What incremental runs ask in given histories, beside what two other ways would have cost: to
 * follow the System Log, and ask by id for everybody whom it says has left a group before they are
 * taken out; and to read the lists of all groups that changed. Prints figures, asserts nothing.
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
      measure(lab, connection, "nothing", directory -> new Effect());
      measure(lab, connection, "6 movers", directory -> movers(directory, 6));
      measure(lab, connection, "900 movers over all groups", d -> movers(d, 900));
      measure(lab, connection, "20 groups get 31 more people", d -> imported(d, 20, 31, 0));
      measure(lab, connection, "20 groups get 600 more people", d -> imported(d, 20, 600, 0));
      measure(lab, connection, "3 groups get 4,000 more people", d -> imported(d, 3, 4_000, 0));
      measure(lab, connection, "20 groups swap 300 people", d -> imported(d, 20, 300, 300));
    }
  }

  /**
   * What a history comes to.
   *
   * @param events of members
   * @param leavers different people who leave groups
   * @param groups ids of the groups that it touches
   */
  private record Effect(int events, Set<String> leavers, Set<String> groups) {
    Effect() {
      this(0, new TreeSet<>(), new TreeSet<>());
    }

    Effect and(int more) {
      return new Effect(events + more, leavers, groups);
    }
  }

  /** Something that happens. */
  private interface Story extends Function<Directory, Effect> {}

  private static void measure(Lab lab, long connection, String what, Story story) {
    // Okta's index may lag: a run looks at the last two minutes before it once more.
    lab.incremental(connection);
    Effect effect = story.apply(lab.okta.directory());
    lab.okta.requests().clear();
    JsonNode run = lab.approved(lab.incremental(connection));
    long calls = run.path("source").path("calls").asLong();
    long groups = Math.max(1, pages(effect.groups.size(), PAGE));
    long byLog = 1 + groups + 1 + effect.events / EVENTS + effect.leavers.size();
    // Only the log tells of people who were deleted: this way needs its last page, too.
    long byLists = 1 + groups + 1;
    for (String group : effect.groups) {
      byLists += pages(lab.okta.directory().members(group).size(), MEMBERS);
    }
    System.out.printf(
        "%-44s %6d %6d %6d %6d %7.2f  %s %s%n",
        what,
        calls,
        byLog,
        byLists,
        effect.events,
        (double) calls / Math.min(byLog, byLists),
        run.path("mode").asText(),
        run.path("state").asText());
  }

  private static long pages(long items, int page) {
    return (items + page - 1) / page;
  }

  private Effect movers(Directory directory, int count) {
    List<Group> groups = open(directory);
    Effect effect = new Effect();
    for (int i = 0; i < count; i++) {
      Group from = groups.get(random.nextInt(groups.size()));
      Group to = groups.get(random.nextInt(groups.size()));
      List<User> members = directory.members(from.id());
      User mover = members.get(random.nextInt(members.size()));
      directory.removeMember(from.id(), mover.id());
      effect.groups.add(from.id());
      effect.leavers.add(mover.id());
      effect = effect.and(1);
      if (!idsOf(directory, to).contains(mover.id())) {
        directory.addMember(to.id(), mover.id());
        effect.groups.add(to.id());
        effect = effect.and(1);
      }
    }
    return effect;
  }

  /** An import gives each of some groups other members, all at once. */
  private Effect imported(Directory directory, int groups, int joining, int leaving) {
    List<User> everybody = directory.users();
    Effect effect = new Effect();
    for (Group group : open(directory).subList(0, groups)) {
      List<String> before = idsOf(directory, group);
      List<String> members = new ArrayList<>(before.subList(leaving, before.size()));
      effect.leavers.addAll(before.subList(0, leaving));
      Set<String> inside = new HashSet<>(before);
      int joined = 0;
      for (int i = random.nextInt(1_000); joined < joining && i < everybody.size(); i++) {
        if (!inside.contains(everybody.get(i).id())) {
          members.add(everybody.get(i).id());
          joined++;
        }
      }
      directory.importMembers(group.id(), members);
      effect.groups.add(group.id());
      effect = effect.and(leaving + joined);
    }
    return effect;
  }

  private static List<String> idsOf(Directory directory, Group group) {
    return directory.members(group.id()).stream().map(User::id).toList();
  }

  private static List<Group> open(Directory directory) {
    return directory.groups().stream()
        .filter(group -> group.type() == GroupType.OKTA_GROUP && group.rule() == null)
        .filter(group -> group.members().size() > 300)
        .toList();
  }
}
