package org.oktasync.devkit.oktaorg;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Makes the company's groups: one with 60 % of all people, rule groups, groups of applications, and
 * 30 % of all groups empty. The same seed makes the same groups.
 */
final class GroupGenerator {
  private static final Instant CREATED = Instant.parse("2020-02-03T09:30:00Z");
  private static final double SKEW = 0.6;

  private final NamePool pool;
  private final Random random;
  private final Ids ids;
  private final List<User> people;
  private final Set<String> names = new HashSet<>(Set.of("everyone"));

  GroupGenerator(NamePool pool, long seed, Ids ids, List<User> people) {
    this.pool = pool;
    this.random = new Random(seed + 1);
    this.ids = ids;
    this.people = people;
  }

  /** Groups with numbers 1 to {@code count - 1}, with {@code memberships} in all where possible. */
  List<Group> generate(int count, int memberships, boolean clean) {
    int empty = Math.round(count * 0.3f);
    int rules = count < 6 ? 0 : Math.max(1, count / 50);
    int apps = count < 6 ? 0 : Math.max(2, count * 15 / 100);
    List<Group> groups = new ArrayList<>();
    if (count > 1) {
      groups.add(group(1, GroupType.OKTA_GROUP, "All staff", null, spread(people.size() * 6 / 10)));
    }
    for (int i = 0; i < rules && groups.size() < count - 1; i++) {
      groups.add(ruleGroup(groups.size() + 1, i));
    }
    int filled = Math.max(0, count - 1 - groups.size() - empty);
    int left = memberships - groups.stream().mapToInt(group -> group.members().size()).sum();
    int[] sizes = sizes(filled, left);
    while (groups.size() < count - 1) {
      int index = groups.size() - (rules + 1);
      // Every seventh or so is an application's, spread over filled and empty ones alike.
      boolean app = apps > 0 && index % Math.max(1, (count - 1) / apps) == 1;
      int size = index < filled ? sizes[index] : 0;
      GroupType type = app ? GroupType.APP_GROUP : GroupType.OKTA_GROUP;
      String name = app ? appName() : name();
      groups.add(group(groups.size() + 1, type, name, null, spread(size)));
    }
    if (!clean && count >= 15) {
      makeClash(groups);
    }
    return groups;
  }

  /** Sizes that fall off as real ones do and add up to {@code total}, each from 1 to everybody. */
  private int[] sizes(int filled, int total) {
    int[] sizes = new int[filled];
    double weights = IntStream.range(0, filled).mapToDouble(i -> Math.pow(i + 1, -SKEW)).sum();
    int given = 0;
    for (int i = 0; i < filled; i++) {
      double share = total * Math.pow(i + 1, -SKEW) / weights;
      sizes[i] = (int) Math.max(1, Math.min(people.size(), share));
      given += sizes[i];
    }
    long room = (long) filled * people.size() - given;
    for (int i = 0, rest = (int) Math.min(total - given, room); rest > 0; i = (i + 1) % filled) {
      if (sizes[i] < people.size()) {
        sizes[i]++;
        rest--;
      }
    }
    return sizes;
  }

  /** That many different people from all over the list. */
  private Members spread(int size) {
    int stride = 7;
    while (gcd(stride, people.size()) != 1) {
      stride += 2;
    }
    int start = random.nextInt(people.size());
    long step = stride;
    return Members.of(
        IntStream.range(0, size).map(i -> (int) ((start + i * step) % people.size())));
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  private Group ruleGroup(int number, int index) {
    String attribute = index % 2 == 0 ? "department" : "city";
    List<String> values = pool.all(index % 2 == 0 ? "departments" : "cities");
    Group.Rule rule = new Group.Rule(attribute, values.get(index / 2 % values.size()));
    IntStream members =
        people.stream()
            .filter(rule::matches)
            .filter(user -> user.status() != UserStatus.DEPROVISIONED)
            .mapToInt(User::number);
    String name = free("Rule: " + attribute + " = " + rule.value().replace("&", "and"));
    return group(number, GroupType.OKTA_GROUP, name, rule, Members.of(members));
  }

  private String name() {
    String pattern = pool.any("groups", random);
    return free(
        pattern
            .replace("{city}", pool.any("cities", random))
            .replace("{department}", pool.any("departments", random).replace("&", "and"))
            .replace("{team}", pool.any("teams", random)));
  }

  private String appName() {
    return free(pool.any("apps", random) + ": " + pool.any("teams", random));
  }

  private String free(String name) {
    String candidate = name;
    for (int i = 2; !names.add(fold(candidate)); i++) {
      candidate = name + " " + i;
    }
    return candidate;
  }

  private static String fold(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
  }

  /**
   * Renames the last application's group to fold onto an Okta group; one name is illegal in Jira.
   */
  private static void makeClash(List<Group> groups) {
    Group app = lastOf(groups, GroupType.APP_GROUP);
    Group first = groups.get(3).type() == GroupType.OKTA_GROUP ? groups.get(3) : groups.get(4);
    rename(
        groups,
        app,
        Normalizer.normalize(first.name(), Normalizer.Form.NFD).toUpperCase(Locale.ROOT) + " ");
    rename(groups, lastOf(groups, GroupType.OKTA_GROUP), "R&D <Lab> 100%");
  }

  private static Group lastOf(List<Group> groups, GroupType type) {
    List<Group> some = groups.stream().filter(group -> group.type() == type).toList();
    return some.get(some.size() - 1);
  }

  private static void rename(List<Group> groups, Group group, String name) {
    groups.set(group.number() - 1, group.withProfile(profile(name), group.lastUpdated()));
  }

  private Group group(int number, GroupType type, String name, Group.Rule rule, Members members) {
    return new Group(
        number, ids.next("00g"), type, rule, CREATED, CREATED, CREATED, profile(name), members);
  }

  private static Map<String, Object> profile(String name) {
    Map<String, Object> profile = new LinkedHashMap<>();
    profile.put("name", name);
    profile.put("description", "About " + name.strip());
    profile.put("owner", "it@larkfield.example");
    return profile;
  }
}
