package org.oktasync.okta;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.Test;
import org.oktasync.control.Progress;
import org.oktasync.model.ExternalId;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.SourceValue;
import org.oktasync.source.EntitlementKind;
import org.oktasync.source.EntitlementReading;
import org.oktasync.source.EntitlementScope;
import org.oktasync.source.EntitlementScope.DirectUsers;
import org.oktasync.source.EntitlementWalk;
import org.oktasync.source.Entitlements;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceException.Kind;

public class OktaEntitlementsTest extends OrgFixture {
  private static final Set<EntitlementKind> ALL_KINDS = Set.of(EntitlementKind.values());
  private static final EntitlementScope EVERYTHING =
      new EntitlementScope(ALL_KINDS, false, DirectUsers.OF_EVERY_APP);
  private static final EntitlementScope THROUGH_GROUPS =
      new EntitlementScope(ALL_KINDS, false, DirectUsers.OF_NO_APP);

  private final EntitledOrg model = new EntitledOrg();

  private static Set<String> set(String... ids) {
    return new TreeSet<>(Arrays.asList(ids));
  }

  private void small() {
    model.people.addAll(set("00u1", "00u2", "00u3", "00u4"));
    model.group(EntitledOrg.EVERYONE, model.people);
    model.group("00gA", set("00u1", "00u2"));
    model.group("00gB", set("00u2", "00u3"));
    model.group("00gC", set());
    model.app("0oa1", set("00gA"), set("00u4"));
    model.app("0oa2", set("00gB", "00gC"), set());
    model.app("0oa3", set(EntitledOrg.EVERYONE), set());
    model.rolesOfUser.put("00u1", set("APP_ADMIN", "cr01"));
    model.rolesOfGroup.put("00gB", set("HELP_DESK_ADMIN"));
    model.layOut(org);
  }

  private EntitlementReading read(EntitlementScope scope) {
    return opened(source().entitlements().read(scope, spool(), stop, Progress.NONE));
  }

  private static Set<String> ids(Entitlements.Held held) {
    Set<String> ids = new TreeSet<>();
    for (SourceValue.Fields object : held.objects()) {
      assertTrue("each once", ids.add(TreePath.id(object)));
    }
    return ids;
  }

  private void assertEqualsModel(String label, EntitlementReading reading, EntitlementScope scope) {
    Set<String> direct = new TreeSet<>(model.groupsOfApp.keySet());
    direct.removeIf(app -> !scope.directUsers().of(app));
    try (EntitlementWalk walk = reading.walk()) {
      for (String user : model.people) {
        Entitlements has = walk.of(new ExternalId(user), model.status(user));
        String who = label + " " + user;
        if (scope.wants(EntitlementKind.GROUPS)) {
          assertEquals(who, model.groupsOf(user, scope.builtInGroups()), ids(has.groups()));
        }
        if (scope.wants(EntitlementKind.APPS)) {
          assertEquals(who, model.appsOf(user, direct), ids(has.apps()));
        }
        if (scope.wants(EntitlementKind.ROLES)) {
          assertEquals(who, model.rolesOf(user), ids(has.roles()));
        }
        for (EntitlementKind kind : EntitlementKind.values()) {
          assertEquals(who + kind, scope.wants(kind), has.held(kind).complete());
          assertTrue(scope.wants(kind) || has.held(kind).objects().isEmpty());
        }
      }
    }
  }

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

  @Test
  public void aGroupWhoseMembersDoNotCome_isUncertainWithWhatItGives() {
    small();
    fail("/api/v1/groups/00gB/users", 503);
    EntitlementReading reading = read(THROUGH_GROUPS);
    assertEquals(set("00gB"), reading.uncertain(EntitlementKind.GROUPS));
    assertEquals(set("0oa2"), reading.uncertain(EntitlementKind.APPS));
    assertEquals(set("HELP_DESK_ADMIN"), reading.uncertain(EntitlementKind.ROLES));
    assertEquals(
        List.of(new IncompleteList("members of Name of 00gB", OktaErrorTranslator.SERVER_ERROR)),
        reading.incomplete());
    for (EntitlementKind kind : EntitlementKind.values()) {
      assertTrue(reading.completeness(kind).complete());
    }
    try (EntitlementWalk walk = reading.walk()) {
      Entitlements has = walk.of(new ExternalId("00u2"), "ACTIVE");
      assertEquals(set("00gA"), ids(has.groups()));
      assertEquals(set("0oa1", "0oa3"), ids(has.apps()));
      assertTrue(has.groups().complete());
    }
  }

  @Test
  public void aListThatBreaksOff_putsItsKindInDoubt() {
    small();
    org.pageCap = 1;
    fail("/api/v1/groups?limit=200&expand=stats&after=2", 503);
    EntitlementReading reading = read(EVERYTHING);
    assertFalse(reading.completeness(EntitlementKind.GROUPS).complete());
    assertFalse("groups may give roles", reading.completeness(EntitlementKind.ROLES).complete());
    assertTrue(reading.completeness(EntitlementKind.APPS).complete());
    assertEquals("groups", reading.incomplete().get(0).list());
    org.forgetFaults();
    fail("/api/v1/groups?limit=200&expand=stats&after=2", 503);
    assertFalse(read(THROUGH_GROUPS).completeness(EntitlementKind.APPS).complete());
    org.forgetFaults();
    fail("/api/v1/apps?limit=200&after=2", 503);
    reading = read(EVERYTHING);
    assertFalse(reading.completeness(EntitlementKind.APPS).complete());
    assertTrue(reading.completeness(EntitlementKind.ROLES).complete());
    assertEquals(List.of("apps"), reading.incomplete().stream().map(IncompleteList::list).toList());
    org.forgetFaults();
    fail("/api/v1/apps/0oa2/users", 503);
    reading = read(EVERYTHING);
    assertEquals(set("0oa2"), reading.uncertain(EntitlementKind.APPS));
    assertTrue(reading.completeness(EntitlementKind.APPS).complete());
    org.forgetFaults();
    fail("/api/v1/groups/00gB/apps", 503);
    assertFalse(read(THROUGH_GROUPS).completeness(EntitlementKind.APPS).complete());
    org.forgetFaults();
    fail("/api/v1/groups/00gB/roles", 503);
    reading = read(EVERYTHING);
    assertEquals(
        OktaErrorTranslator.SERVER_ERROR, reading.completeness(EntitlementKind.ROLES).reason());
    assertTrue(reading.completeness(EntitlementKind.GROUPS).complete());
  }

  @Test
  public void aHolderWhoseRolesDoNotCome_isTheOnlyOneInDoubt() {
    small();
    fail("/api/v1/users/00u1/roles", 503);
    EntitlementReading reading = read(EVERYTHING);
    assertTrue(reading.completeness(EntitlementKind.ROLES).complete());
    assertEquals("roles of 00u1", reading.incomplete().get(0).list());
    try (EntitlementWalk walk = reading.walk()) {
      Entitlements first = walk.of(new ExternalId("00u1"), "ACTIVE");
      assertFalse(first.roles().complete());
      assertTrue(first.groups().complete());
      Entitlements second = walk.of(new ExternalId("00u2"), "ACTIVE");
      assertTrue(second.roles().complete());
      assertEquals(set("HELP_DESK_ADMIN"), ids(second.roles()));
    }
  }

  @Test
  public void rolesThatTheTokenMayNotSee_areANoticeAndNoEmptyList() {
    small();
    org.fail("/api/v1/iam/assignees/users", Reply.status(403));
    EntitlementReading reading = read(EVERYTHING);
    assertEquals(List.of(), reading.incomplete());
    assertEquals(OktaErrorTranslator.FEATURE, reading.notices().get(0).code());
    assertEquals(OktaErrorTranslator.FEATURE, reading.completeness(EntitlementKind.ROLES).reason());
    assertEquals("nobody asks on", 0, calls(".*/roles"));
    try (EntitlementWalk walk = reading.walk()) {
      assertFalse(walk.of(new ExternalId("00u1"), "ACTIVE").roles().complete());
    }
  }

  @Test
  public void aHiddenGroup_makesItsApplicationsUncertain() {
    small();
    org.groups.remove(EntitledOrg.EVERYONE);
    EntitlementReading reading = read(THROUGH_GROUPS);
    assertEquals(set("0oa3"), reading.uncertain(EntitlementKind.APPS));
    assertEquals(EntitlementBook.HIDDEN_GROUP, reading.incomplete().get(0).reason());
  }

  @Test
  public void aRefusedToken_failsTheReading() {
    small();
    org.fail("/api/v1/iam/assignees/users", Reply.status(401));
    SourceException e = assertThrows(SourceException.class, () -> read(EVERYTHING));
    assertEquals(Kind.DENIED, e.kind());
    assertEquals("nothing is left behind", 0, folder.getRoot().list().length);
  }

  @Test
  public void idsThatComeAgain_makeAnApplicationUncertain() {
    small();
    org.pageCap = 1;
    org.bend =
        (request, reply) ->
            request.target().contains("/apps/0oa1/users") && request.target().contains("after=2")
                ? Reply.json("[{\"id\":\"00uX\"},{\"id\":\"00u1\"}]")
                : reply;
    EntitlementReading reading = read(EVERYTHING);
    assertEquals(set("0oa1"), reading.uncertain(EntitlementKind.APPS));
    assertEquals(ListWalk.REPEATED_ID, reading.incomplete().get(0).reason());
  }

  @Test
  public void largePagesOfUsers_giveWayToSmallOnes() {
    small();
    org.fail("/api/v1/apps/0oa1/users?limit=500", Reply.status(504));
    EntitlementReading reading = read(EVERYTHING);
    assertEquals(List.of(), reading.incomplete());
    assertEqualsModel("", reading, EVERYTHING);
    assertEquals("for the rest too", 3, calls("/api/v1/apps/0oa./users\\?limit=200"));
  }

  @Test
  public void aServerThatIsGone_isNotAskedForEveryApplication() {
    model.people.add("00u1");
    IntStream.range(0, 60).forEach(i -> model.app("0oa" + (100 + i), set(), set()));
    model.layOut(org);
    org.fail("/api/v1/apps/", Collections.nCopies(500, Reply.status(503)).toArray(Reply[]::new));
    EntitlementReading reading = read(EVERYTHING);
    assertEquals(60, reading.uncertain(EntitlementKind.APPS).size());
    assertTrue("" + calls("/api/v1/apps/.*"), calls("/api/v1/apps/.*") <= 12 * 4);
  }

  @Test
  public void aWalkGoesForward() {
    small();
    try (EntitlementWalk walk = read(EVERYTHING).walk()) {
      walk.of(new ExternalId("00u2"), "ACTIVE");
      assertThrows(IllegalArgumentException.class, () -> walk.of(new ExternalId("00u1"), "ACTIVE"));
      assertEquals(set("00gB"), ids(walk.of(new ExternalId("00u3"), "ACTIVE").groups()));
      assertEquals(Set.of(), ids(walk.of(new ExternalId("00uX"), "ACTIVE").groups()));
    }
  }

  @Test
  public void labelsThatDiffer_giveTheSameRoleEveryTime() {
    small();
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      String first = i == 0 ? "Help desk" : "Help Desk";
      String other = i == 0 ? "Help Desk" : "Help desk";
      String grant = "{\"id\":\"x\",\"type\":\"HELP_DESK_ADMIN\",\"label\":\"%s\"}";
      org.lists.put("/api/v1/users/00u1/roles", List.of(grant.formatted(first)));
      org.lists.put("/api/v1/groups/00gB/roles", List.of(grant.formatted(other)));
      labels.add(read(EVERYTHING).objects(EntitlementKind.ROLES).get("HELP_DESK_ADMIN").text());
    }
    assertEquals(List.of("Help Desk", "Help Desk"), labels);
  }

  private void fail(String target, int status) {
    org.fail(target, Collections.nCopies(4, Reply.status(status)).toArray(Reply[]::new));
  }
}
