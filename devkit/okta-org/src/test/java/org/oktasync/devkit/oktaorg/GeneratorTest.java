package org.oktasync.devkit.oktaorg;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.Test;

public class GeneratorTest {
  private static Directory directory(String... words) {
    try (OktaOrg org = OktaOrg.start(Options.of(words).forTest(new TestClock()))) {
      return org.directory();
    }
  }

  private static double share(Directory directory, Predicate<User> property) {
    List<User> users = directory.users();
    return users.stream().filter(property).count() / (double) users.size();
  }

  private static boolean incomplete(User user) {
    return List.of("displayName", "email", "lastName").stream()
        .anyMatch(name -> user.text(name) == null);
  }

  private static String fold(String name) {
    String visible = Normalizer.normalize(name, Normalizer.Form.NFC).replaceAll("\\p{Cf}", "");
    return visible.strip().toLowerCase(Locale.ROOT);
  }

  private static boolean illegal(String name) {
    return name.matches(".*[<>&%].*");
  }

  /** Names that fold to a name already seen, or that Jira cannot take. */
  private static long clashes(List<String> names) {
    Set<String> seen = new HashSet<>();
    return names.stream().filter(name -> !seen.add(fold(name)) || illegal(name)).count();
  }

  @Test
  public void sameSeed_makesTheSameOrganisation() {
    Directory one = directory("--users", "300", "--groups", "40", "--seed", "7");
    Directory same = directory("--users", "300", "--groups", "40", "--seed", "7");
    Directory other = directory("--users", "300", "--groups", "40", "--seed", "8");
    assertEquals(one.users(), same.users());
    assertEquals(
        one.groups().stream().map(g -> one.members(g.id())).toList(),
        same.groups().stream().map(g -> same.members(g.id())).toList());
    assertEquals(
        one.groups().stream().map(Group::profile).toList(),
        same.groups().stream().map(Group::profile).toList());
    assertNotEquals(one.users(), other.users());
  }

  @Test
  public void largeOrganisation_keepsItsShares() {
    for (String seed : List.of("1", "2", "3")) {
      Directory directory =
          directory("--users", "4000", "--groups", "100", "--memberships", "30000", "--seed", seed);
      String label = "seed " + seed;
      List<Group> groups = directory.groups();
      assertEquals(label, 4000, directory.users().size());
      assertEquals(label, 100, groups.size());
      assertEquals(label, 4000, groups.get(0).members().size());
      assertEquals(label, 2400, groups.get(1).members().size());
      assertEquals(label, 30, groups.stream().filter(g -> g.members().size() == 0).count());
      assertEquals(label, 34_000, groups.stream().mapToInt(g -> g.members().size()).sum());
      assertEquals(label, 0.02, share(directory, GeneratorTest::incomplete), 0.001);
      List<String> emails =
          directory.users().stream().map(u -> u.text("email")).filter(Objects::nonNull).toList();
      assertEquals(label, 40, emails.size() - new HashSet<>(emails).size());
      List<String> logins = directory.users().stream().map(User::login).toList();
      assertEquals(label, 20.0, (double) clashes(logins), 2.0);
      assertEquals(
          label, 0.03, share(directory, u -> u.status() == UserStatus.DEPROVISIONED), 0.001);
      assertTrue(label, share(directory, u -> u.status() == UserStatus.ACTIVE) > 0.9);
      assertTrue(label, groups.stream().anyMatch(g -> g.rule() != null));
      assertTrue(label, groups.stream().filter(g -> g.type() == GroupType.APP_GROUP).count() > 9);
      assertTrue(label, clashes(groups.stream().map(Group::name).toList()) >= 2);
    }
  }

  @Test
  public void smallOrganisation_hasSomeOfEverythingAndIsMostlyClean() {
    for (String seed : List.of("1", "2", "3", "4", "5")) {
      Directory small = directory("--users", "20", "--groups", "15", "--seed", seed);
      String label = "seed " + seed;
      assertTrue(label, share(small, GeneratorTest::incomplete) > 0);
      long clashing = clashes(small.users().stream().map(User::login).toList());
      assertTrue(label, clashing >= 1 && clashing <= 3);
      assertTrue(label, share(small, u -> u.text("login").matches(".*['+#/].*@.*")) > 0);
      assertTrue(
          label, share(small, u -> String.valueOf(u.text("displayName")).length() > 255) > 0);
      Set<UserStatus> statuses = EnumSet.noneOf(UserStatus.class);
      small.users().forEach(user -> statuses.add(user.status()));
      assertEquals(label, EnumSet.allOf(UserStatus.class), statuses);
      assertTrue(label, share(small, u -> u.status() == UserStatus.ACTIVE) >= 0.6);
    }
  }

  @Test
  public void cleanOrganisation_hasNothingToTripOver() {
    Directory clean = directory("--users", "1000", "--groups", "60", "--clean");
    assertEquals(0, share(clean, GeneratorTest::incomplete), 0);
    assertEquals(0, clashes(clean.users().stream().map(User::login).toList()));
    assertEquals(0, clashes(clean.groups().stream().map(Group::name).toList()));
    Map<String, Integer> emails = new HashMap<>();
    clean.users().forEach(user -> emails.merge(user.text("email"), 1, Integer::sum));
    assertEquals(1000, emails.size());
    for (User user : clean.users()) {
      assertTrue(user.login(), user.login().length() <= 100);
      assertTrue(user.login(), user.text("displayName").length() <= 255);
    }
  }

  @Test
  public void everySize_canBeMade() {
    for (int users = 1; users < 40; users += 3) {
      for (int groups = 1; groups < 25; groups += 4) {
        Directory made = directory("--users", "" + users, "--groups", "" + groups);
        assertEquals(users, made.users().size());
        assertEquals(groups, made.groups().size());
      }
    }
  }

  @Test
  public void accessOfEveryKind_isGiven() {
    Options options = Options.of("--users", "200", "--groups", "20", "--apps", "20");
    try (OktaOrg org = OktaOrg.start(options.forTest(new TestClock()))) {
      List<App> apps = org.applications().all();
      assertEquals(20, apps.size());
      assertTrue(apps.stream().anyMatch(app -> !app.active()));
      assertTrue(apps.stream().anyMatch(app -> app.groups().isEmpty() && !app.users().isEmpty()));
      assertTrue(apps.stream().anyMatch(app -> !app.groups().isEmpty() && app.users().isEmpty()));
      List<User> users = org.directory().users();
      assertEquals(5, users.stream().filter(user -> org.roles().own(user).size() == 3).count());
      assertTrue(users.stream().anyMatch(user -> !org.roles().inherited(user).isEmpty()));
      List<Device> devices = org.devices().all();
      assertEquals(160, devices.size());
      long owners =
          users.stream()
              .filter(user -> devices.stream().anyMatch(device -> device.ownedBy(user.id())))
              .count();
      assertTrue("" + owners, owners > 150 && owners < 180);
      assertTrue(
          users.stream().allMatch(user -> user.number() == 0 || user.text("managerId") != null));
    }
  }

  @Test
  public void access_changesNobodysId() {
    String[] people = {"--users", "40", "--groups", "10", "--apps", "0", "--devices", "none"};
    assertEquals(directory("--users", "40", "--groups", "10").users(), directory(people).users());
  }

  @Test
  public void ids_lookLikeOktasAndFollowNoOrder() {
    List<User> users = directory("--users", "50").users();
    List<String> ids = users.stream().map(User::id).toList();
    ids.forEach(id -> assertTrue(id, id.matches("00u[0-9A-Za-z]{17}")));
    assertNotEquals(ids.stream().sorted().toList(), ids);
  }
}
