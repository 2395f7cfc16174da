package org.oktasync.okta;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.Test;
import org.oktasync.model.ExternalId;
import org.oktasync.model.IncompleteList;
import org.oktasync.source.EntitlementKind;
import org.oktasync.source.EntitlementReading;
import org.oktasync.source.EntitlementWalk;
import org.oktasync.source.Entitlements;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceException.Kind;

/** What is in doubt of who has what, where Okta does not answer, or answers oddly. */
public class EntitlementsInDoubtTest extends EntitlementsFixture {
  private long calls(String pattern) {
    return org.server().requests().stream().filter(r -> r.target().matches(pattern)).count();
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
