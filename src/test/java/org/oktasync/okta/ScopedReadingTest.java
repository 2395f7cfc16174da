package org.oktasync.okta;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.Test;
import org.oktasync.control.Progress;
import org.oktasync.model.ExternalId;
import org.oktasync.model.SourceUser;
import org.oktasync.source.PeopleScope;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceLookup;
import org.oktasync.source.SourceSnapshot;
import org.oktasync.source.SyncScope;

/** Scopes that are not everybody, read and asked about. */
public class ScopedReadingTest extends OrgFixture {
  private static final String APP = "/api/v1/apps/0oaJIRA";

  private SourceSnapshot read(PeopleScope scope, String... attributes) {
    return opened(
        source(attributes)
            .read(new SyncScope(false, false).about(scope), spool(), stop, Progress.NONE));
  }

  private static List<String> persons(int... numbers) {
    return IntStream.of(numbers).mapToObj(PoorOrg::personId).toList();
  }

  private static ExternalId person(int number) {
    return new ExternalId(PoorOrg.personId(number));
  }

  @Test
  public void membersOfSeveralGroupsAreReadOnceEach() {
    org.people(0, 5);
    org.group("00gA", "OKTA_GROUP", "A", 2, persons(1, 2));
    org.group("00gB", "OKTA_GROUP", "B", 2, persons(2, 3));
    SourceSnapshot read = read(new PeopleScope.MembersOf(Set.of("00gA", "00gB")));
    assertEquals(persons(1, 2, 3), userIds(read));
    assertEquals(3, read.userCount());
    assertTrue(read.usersCompleteness().complete());
  }

  @Test
  public void aGroupThatIsGoneLeavesTheScopeUnknown() {
    org.people(0, 3);
    org.group("00gA", "OKTA_GROUP", "A", 1, persons(1));
    SourceSnapshot read = read(new PeopleScope.MembersOf(Set.of("00gA", "00gGONE")));
    assertEquals(persons(1), userIds(read));
    assertEquals("okta-scope-group-gone", read.usersCompleteness().reason());
  }

  private static String appUser(int number, String status, String more) {
    return "{\"id\":\"%s\",\"status\":\"%s\",\"lastUpdated\":\"2026-01-01T00:00:00.000Z\","
            .formatted(PoorOrg.personId(number), status)
        + "\"credentials\":{\"userName\":\"jira%d\"},\"profile\":{\"role\":\"dev\"}%s}"
            .formatted(number, more);
  }

  private static String embedded(int number) {
    return ",\"_embedded\":{\"user\":{\"id\":\"%s\",\"status\":\"ACTIVE\",\"profile\":{\"login\":\"p%d\"}}}"
        .formatted(PoorOrg.personId(number), number);
  }

  @Test
  public void usersOfAnApplicationComeWithTheirAttributesInIt() {
    org.lists.put(
        APP + "/users",
        List.of(
            appUser(1, "ACTIVE", embedded(1)),
            appUser(2, "UNASSIGNED", embedded(2)),
            appUser(3, "PROVISIONED", embedded(3))));
    SourceSnapshot read =
        read(
            new PeopleScope.UsersOf("0oaJIRA"),
            "appUser.profile.role",
            "appUser.credentials.userName");
    List<SourceUser> users = all(read.users());
    assertEquals(persons(1, 3), userIds(read));
    assertEquals("ACTIVE", users.get(0).status());
    assertEquals("p1", users.get(0).attributes().text("profile.login"));
    assertEquals("dev", users.get(0).attributes().text("appUser.profile.role"));
    assertEquals("jira1", users.get(0).attributes().text("appUser.credentials.userName"));
    assertEquals("2026-01-01T00:00:00.000Z", users.get(0).attributes().text("lastUpdated"));
  }

  @Test
  public void aServerThatEmbedsNobodyIsAskedForThePeople() {
    org.people(0, 3);
    org.lists.put(APP + "/users", List.of(appUser(1, "ACTIVE", "")));
    SourceSnapshot read = read(new PeopleScope.UsersOf("0oaJIRA"));
    assertEquals(persons(1), userIds(read));
    assertEquals("p1@example.com", all(read.users()).get(0).attributes().text("profile.login"));
  }

  @Test
  public void anApplicationThatIsGoneLeavesTheScopeUnknown() {
    SourceSnapshot read = read(new PeopleScope.UsersOf("0oaJIRA"));
    assertEquals("okta-scope-app-gone", read.usersCompleteness().reason());
  }

  @Test
  public void conditionsAreHandedToOktaAsTheyAre() {
    org.people(0, 2);
    read(new PeopleScope.Search("profile.department eq \"R&D\""));
    read(new PeopleScope.Filter("status eq \"ACTIVE\""));
    List<String> targets = org.server().requests().stream().map(RawServer.Request::target).toList();
    assertTrue(
        targets.toString(),
        targets.contains("/api/v1/users?limit=200&search=profile.department%20eq%20%22R%26D%22"));
    assertTrue(targets.contains("/api/v1/users?limit=200&filter=status%20eq%20%22ACTIVE%22"));
  }

  @Test
  public void aConditionThatOktaRefusesFailsTheReading() {
    org.fail("/api/v1/users", Reply.status(400));
    assertThrows(SourceException.class, () -> read(new PeopleScope.Search("(")));
  }

  @Test
  public void manyPeopleAreAskedForTogether_andWhoIsMissingOnceMoreSingly() {
    org.people(0, 120);
    SourceLookup lookup = source().lookup(stop);
    List<ExternalId> wanted = IntStream.range(0, 121).mapToObj(ScopedReadingTest::person).toList();
    assertEquals(120, lookup.users(wanted).size());
    long singly =
        org.server().requests().stream()
            .filter(request -> request.target().startsWith("/api/v1/users/"))
            .count();
    assertEquals(1, singly);
    assertEquals(List.of(), lookup.users(List.of()));
    org.fail("/api/v1/users/", Reply.status(403));
    assertThrows(SourceException.class, () -> lookup.users(List.of(person(500))));
  }

  @Test
  public void whetherSomebodyIsInScopeIsAskedByTheirId() {
    org.people(0, 4);
    org.group("00gA", "OKTA_GROUP", "A", 1, persons(1));
    org.objects.put(APP, "{\"id\":\"0oaJIRA\"}");
    org.objects.put(APP + "/users/" + PoorOrg.personId(1), appUser(1, "ACTIVE", ""));
    org.objects.put(APP + "/users/" + PoorOrg.personId(2), appUser(2, "UNASSIGNED", ""));
    SourceLookup lookup = source().lookup(stop);
    PeopleScope members = new PeopleScope.MembersOf(Set.of("00gA"));
    PeopleScope app = new PeopleScope.UsersOf("0oaJIRA");
    assertTrue(lookup.isInScope(person(1), members));
    assertFalse(lookup.isInScope(person(2), members));
    assertTrue(lookup.isInScope(person(1), app));
    assertFalse(lookup.isInScope(person(2), app));
    assertFalse(lookup.isInScope(person(3), app));
    assertThrows(
        SourceException.class,
        () -> lookup.isInScope(person(1), new PeopleScope.UsersOf("0oaGONE")));
  }

  @Test
  public void aPersonReadAloneHasTheAttributesOfTheApplicationToo() {
    org.people(0, 4);
    org.objects.put(APP + "/users/" + PoorOrg.personId(1), appUser(1, "ACTIVE", embedded(1)));
    SourceLookup lookup = sourceOfApp("0oaJIRA", "appUser.profile.role").lookup(stop);

    SourceUser alone = lookup.user(person(1)).orElseThrow();
    assertEquals("dev", alone.attributes().text("appUser.profile.role"));
    assertEquals("p1@example.com", alone.attributes().text("profile.login"));
    assertFalse(alone.attributes().values().containsKey("appUser.credentials.userName"));
    assertEquals(
        List.of("dev", ""),
        lookup.users(List.of(person(1), person(2))).stream()
            .map(user -> user.attributes().text("appUser.profile.role"))
            .toList());
    SourceUser whole = lookup.wholeUser(person(1)).orElseThrow();
    assertEquals("jira1", whole.attributes().text("appUser.credentials.userName"));
    assertEquals("a person whom it does not know", "", roleOf(lookup, 3));
  }

  private static String roleOf(SourceLookup lookup, int person) {
    return lookup.user(person(person)).orElseThrow().attributes().text("appUser.profile.role");
  }

  @Test
  public void anApplicationThatDoesNotAnswerMakesNoPersonWithoutItsAttributes() {
    org.people(0, 4);
    SourceLookup lookup = sourceOfApp("0oaJIRA", "appUser.profile.role").lookup(stop);
    org.fail(APP + "/users/", Reply.status(403));
    assertThrows(SourceException.class, () -> lookup.user(person(1)));
    SourceLookup without = sourceOfApp("0oaJIRA").lookup(stop);
    org.fail(APP + "/users/", Reply.status(403));
    assertTrue("it is not asked for nothing", without.user(person(1)).isPresent());
  }

  @Test
  public void whoChangedLatelyIsNotOutOfScopeBecauseAnIndexSaysSo() {
    org.filter = text -> all -> List.of();
    org.bend =
        (request, reply) ->
            request.target().contains("search=")
                ? Reply.json("[]").with("Date: Thu, 01 Jan 2026 12:00:00 GMT")
                : reply;
    PeopleScope search = new PeopleScope.Search("profile.department eq \"R\"");
    SourceLookup lookup = source().lookup(stop);
    org.users.put("00u1", changedAt("2026-01-01T11:55:00.000Z"));
    assertTrue(lookup.isInScope(new ExternalId("00u1"), search));
    org.users.put("00u1", changedAt("2026-01-01T11:00:00.000Z"));
    assertFalse(lookup.isInScope(new ExternalId("00u1"), search));
    assertFalse(lookup.isInScope(new ExternalId("00u1"), new PeopleScope.Filter("x eq \"y\"")));
  }

  private static String changedAt(String time) {
    return "{\"id\":\"00u1\",\"status\":\"ACTIVE\",\"lastUpdated\":\"" + time + "\"}";
  }
}
