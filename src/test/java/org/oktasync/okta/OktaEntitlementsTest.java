package org.oktasync.okta;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.Test;
import org.oktasync.model.SourceValue;
import org.oktasync.source.EntitlementKind;
import org.oktasync.source.EntitlementReading;
import org.oktasync.source.EntitlementScope;
import org.oktasync.source.EntitlementScope.DirectUsers;

/** Who has which groups, applications and roles, and what it costs to learn that. */
public class OktaEntitlementsTest extends EntitlementsFixture {
  @Test
  public void everybodyHasWhatOktaSays() {
    small();
    EntitlementReading reading = read(EVERYTHING);
    assertEqualsModel("", reading, EVERYTHING);
    assertEquals(List.of(), reading.incomplete());
    assertEquals(List.of(), reading.notices());
    assertEquals(set("00gA", "00gB", "00gC"), reading.objects(EntitlementKind.GROUPS).keySet());
    assertEquals(
        set("APP_ADMIN", "HELP_DESK_ADMIN", "cr01"),
        reading.objects(EntitlementKind.ROLES).keySet());
    SourceValue.Fields app = reading.objects(EntitlementKind.APPS).get("0oa1");
    assertEquals("Label of 0oa1", app.text());
    assertFalse(app.toString().contains("VERYSECRET"));
    SourceValue.Fields role = reading.objects(EntitlementKind.ROLES).get("cr01");
    assertEquals("Label of cr01", role.text());
    assertEquals("CUSTOM", TreePath.text(role, "type"));
    assertEquals("Name of 00gA", reading.objects(EntitlementKind.GROUPS).get("00gA").text());
    assertEquals(0, org.server().count("/api/v1/groups/" + EntitledOrg.EVERYONE + "/users"));
  }

  @Test
  public void anyOrganisation_inAnyScope_isReadAsItIs() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 40; round++) {
      String label = "seed " + seed + " round " + round;
      randomModel(random);
      model.layOut(org);
      org.pageCap = 1 + random.nextInt(9);
      EntitlementScope scope = randomScope(random);
      EntitlementReading reading = read(scope);
      assertEquals(label, List.of(), reading.incomplete());
      assertEqualsModel(label + scope, reading, scope);
      reading.close();
    }
  }

  private void randomModel(Random random) {
    model.people.clear();
    model.deactivated.clear();
    model.members.clear();
    model.groupsOfApp.clear();
    model.directOfApp.clear();
    model.rolesOfUser.clear();
    model.rolesOfGroup.clear();
    model.statesNumbers = random.nextBoolean();
    model.listsHoldersThroughGroups = random.nextBoolean();
    IntStream.range(0, 1 + random.nextInt(12)).forEach(i -> model.people.add("00u" + i));
    model.deactivated.addAll(some(model.people, random, 8));
    model.group(EntitledOrg.EVERYONE, model.people);
    IntStream.range(0, random.nextInt(7))
        .forEach(i -> model.group("00g" + i, some(model.people, random, 3)));
    Set<String> able = new TreeSet<>(model.people);
    able.removeAll(model.deactivated);
    for (int i = 0; i < random.nextInt(6); i++) {
      model.app("0oa" + i, some(model.members.keySet(), random, 4), some(able, random, 5));
    }
    for (String user : some(able, random, 3)) {
      model.rolesOfUser.put(user, some(Set.of("A", "B", "cr1"), random, 1));
    }
    model.rolesOfUser.values().removeIf(Set::isEmpty);
    for (String group : some(model.members.keySet(), random, 3)) {
      model.rolesOfGroup.put(group, set("B", "C"));
    }
  }

  private static Set<String> some(Set<String> all, Random random, int oneIn) {
    Set<String> some = new TreeSet<>(all);
    some.removeIf(any -> random.nextInt(oneIn + 1) != 0);
    return some;
  }

  private EntitlementScope randomScope(Random random) {
    Set<EntitlementKind> kinds = new TreeSet<>(ALL_KINDS);
    kinds.removeIf(kind -> random.nextInt(4) == 0);
    DirectUsers direct =
        switch (random.nextInt(3)) {
          case 0 -> DirectUsers.OF_NO_APP;
          case 1 -> DirectUsers.OF_EVERY_APP;
          default -> new DirectUsers(false, Set.of("0oa0", "0oa2"));
        };
    return new EntitlementScope(kinds, random.nextBoolean(), direct);
  }

  @Test
  public void neverMoreCallsThanNeeded() {
    small();
    read(THROUGH_GROUPS);
    assertEquals("two member lists are not empty", 2, calls("/api/v1/groups/[^/]+/users.*"));
    assertEquals(
        "by group: 3 groups count less than 3 apps", 4, calls("/api/v1/groups/[^/]+/apps.*"));
    assertEquals(0, calls("/api/v1/apps/.*"));
    assertEquals(1, calls("/api/v1/users/00u1/roles"));
    assertEquals("one holder and one group", 2, calls(".*/roles"));
    assertEquals(0, calls("/api/v1/users\\?.*"));
    assertEquals(1 + 1 + 1 + 2 + 4 + 2, org.server().requests().size());
  }

  /** What the cheapest reading takes, list by list. */
  @Test
  public void callsKeepToTheFormula() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    IntStream.range(0, 2_500).forEach(i -> model.people.add("00u%05d".formatted(i)));
    model.group(EntitledOrg.EVERYONE, model.people);
    List<String> people = List.copyOf(model.people);
    for (int i = 0; i < 40; i++) {
      int size = i % 4 == 0 ? 0 : random.nextInt(2_400);
      model.group("00g%03d".formatted(i), new TreeSet<>(people.subList(100, 100 + size)));
    }
    List<String> groups = List.copyOf(model.members.keySet());
    for (int i = 0; i < 12; i++) {
      model.app("0oa%02d".formatted(i), set(groups.get(3 * i), groups.get(2)), set(people.get(i)));
    }
    people.subList(0, 130).forEach(user -> model.rolesOfUser.put(user, set("A", "B", "cr1")));
    model.rolesOfGroup.put(groups.get(5), set("C"));
    model.layOut(org);
    Set<String> direct = Set.of("0oa01", "0oa02", "0oa03");
    EntitlementScope scope = new EntitlementScope(ALL_KINDS, false, new DirectUsers(false, direct));
    EntitlementReading reading = read(scope);
    assertEqualsModel("seed " + seed, reading, scope);

    long listOfGroups = pages(model.members.size(), 200);
    long members =
        model.members.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(EntitledOrg.EVERYONE))
            .mapToLong(entry -> pages(entry.getValue().size(), 1_000))
            .sum();
    long roles = pages(130, 100) + 130 + 1;
    long usersOfApps =
        direct.stream()
            .mapToLong(app -> pages(org.lists.get("/api/v1/apps/" + app + "/users").size(), 500))
            .sum();
    long apps = pages(12, 200) + Math.min(9, 13 * 5) + usersOfApps;
    long formula = listOfGroups + members + roles + apps;
    long sent = org.server().requests().size();
    assertTrue("seed " + seed + ": " + sent + " of " + formula, sent <= formula * 1.05);
    assertTrue("the formula has no room for another way", formula < 400);
  }

  private static long pages(long items, long size) {
    return (items + size - 1) / size;
  }

  private long calls(String pattern) {
    return org.server().requests().stream().filter(r -> r.target().matches(pattern)).count();
  }

  @Test
  public void theCheaperWayToTheGroupsOfApplications_isTaken() {
    model.people.add("00u1");
    model.group(EntitledOrg.EVERYONE, model.people);
    IntStream.range(0, 12).forEach(i -> model.group("00g" + i, set("00u1")));
    model.app("0oa1", new TreeSet<>(model.members.keySet()), set());
    model.app("0oa2", set("00g3"), set());
    model.layOut(org);
    assertEqualsModel("", read(THROUGH_GROUPS), THROUGH_GROUPS);
    assertEquals("13 groups are more than 2 apps", 2, calls("/api/v1/apps/.*"));
    assertEquals(0, calls("/api/v1/groups/[^/]+/apps.*"));
    org.server().requests().clear();
    model.app("0oa1", set("00g3"), set());
    model.layOut(org);
    assertEqualsModel("", read(THROUGH_GROUPS), THROUGH_GROUPS);
    assertEquals(1, calls("/api/v1/groups/[^/]+/apps.*"));
    org.server().requests().clear();
    model.statesNumbers = false;
    model.layOut(org);
    assertEqualsModel("", read(THROUGH_GROUPS), THROUGH_GROUPS);
    assertEquals("without numbers by application", 2, calls("/api/v1/apps/.*"));
    assertEquals("and every group may administer", 13, calls("/api/v1/groups/[^/]+/roles"));
  }

  @Test
  public void onlyGroupsThatGiveSomething_areReadWhenGroupsAreNotWanted() {
    small();
    model.group("00gD", set("00u1"));
    model.layOut(org);
    EntitlementScope scope =
        new EntitlementScope(Set.of(EntitlementKind.ROLES), false, DirectUsers.OF_NO_APP);
    assertEqualsModel("", read(scope), scope);
    assertEquals(1, calls("/api/v1/groups/[^/]+/users.*"));
    assertEquals(0, calls("/api/v1/apps.*"));
    org.server().requests().clear();
    scope = new EntitlementScope(Set.of(EntitlementKind.APPS), false, DirectUsers.OF_EVERY_APP);
    assertEqualsModel("", read(scope), scope);
    assertEquals("users of applications tell everything", 0, calls("/api/v1/groups.*"));
    assertEquals(4, org.server().requests().size());
  }
}
