package org.oktasync.okta;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.control.Progress;
import org.oktasync.model.ExternalId;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceRecord;
import org.oktasync.model.SourceUser;
import org.oktasync.model.SourceValue;
import org.oktasync.source.SourceSnapshot;
import org.oktasync.source.SyncScope;

public class OktaReadingTest extends OrgFixture {
  private final List<String> staff = ids(0, 430);
  private final List<String> few = ids(3, 7);

  @Before
  public void fill() {
    org.people(0, 450);
    org.user("00uGONE", "DEPROVISIONED", "\"login\":\"gone@example.com\"");
    org.group("00gB", "OKTA_GROUP", "Staff", 430, staff);
    org.group("00gA", "APP_GROUP", "Few / \\\"quoted\\\" 名前", 4, few);
    org.group("00gC", "OKTA_GROUP", "Nobody", 0, List.of());
    org.group("00gE", "BUILT_IN", "Everyone", 450, ids(0, 450));
  }

  @Test
  public void readsEverythingSortedAndWhole() {
    SourceSnapshot snapshot = read();
    assertWhole(snapshot);
    assertEquals(List.of(), memberIds(snapshot, "00gUnknown"));
  }

  @Test
  public void callsNoMoreThanThePagesNeed() {
    read();
    assertEquals(3, org.server().count("/api/v1/users"));
    assertEquals(1, org.server().count("/api/v1/groups?"));
    assertEquals("one call for each of two groups", 2, org.server().count("/api/v1/groups/"));
  }

  @Test
  public void asksForCompressedAnswersWithoutCredentials() {
    read();
    String[] users = {"/api/v1/users?", "/api/v1/groups/00gB/users?"};
    for (String target : users) {
      RawServer.Request request =
          org.server().requests().stream()
              .filter(sent -> sent.target().startsWith(target))
              .findFirst()
              .orElseThrow();
      assertTrue(request.headers().get("accept-encoding").contains("gzip"));
      assertTrue(request.headers().get("content-type").contains("omitCredentials"));
    }
  }

  @Test
  public void everySpellingOfALinkIsFollowed() {
    List<Function<String, String>> spellings =
        List.of(
            next -> "link: <" + next + ">; rel=\"next\"",
            next -> "LINK:<" + next + ">;rel=next",
            next -> "Link: <" + org.url() + "/self>; rel=\"self\", <" + next + ">; rel=\"next\"",
            next -> "Link: <" + next + ">; title=\"a, b; rel=self\"; REL='NEXT prev'",
            next -> "Link: <" + next.substring(org.url().length()) + ">; rel=\"next\"",
            next -> "Link: </self>; rel=\"self\"\r\nLink: <" + next + ">; rel=\"next\"",
            next -> "Link: <" + next.replaceFirst(":\\d+", ":1") + ">; rel=\"next\"",
            next -> "Link: <" + next.replace("%20", " ").replace("%22", "\"") + ">; rel=\"next\"");
    for (Function<String, String> spelling : spellings) {
      org.link = spelling;
      assertWhole(read());
    }
  }

  @Test
  public void anotherPageSizeIsNoMatter() {
    for (int size : new int[] {1, 7, 100, 150}) {
      org.pageCap = size;
      assertWhole(read());
    }
  }

  @Test
  public void missingCountsAreNormal() {
    org.group("00gB", "OKTA_GROUP", "Staff", -1, staff);
    org.group("00gC", "OKTA_GROUP", "Nobody", -1, List.of());
    SourceSnapshot snapshot = read();
    assertEquals(List.of(), snapshot.incomplete());
    assertEquals(staff, memberIds(snapshot, "00gB"));
    assertTrue(snapshot.membersCompleteness(new ExternalId("00gC")).complete());
  }

  @Test
  public void everyoneIsReadWhenAskedFor() {
    SourceSnapshot snapshot =
        opened(source().read(new SyncScope(true, true), spool(), stop, Progress.NONE));
    assertEquals(ids(0, 450), memberIds(snapshot, "00gE"));
  }

  @Test
  public void membersAreLeftOutWhenNotAskedFor() {
    SourceSnapshot snapshot =
        opened(source().read(new SyncScope(false, false), spool(), stop, Progress.NONE));
    assertEquals(0, org.server().count("/api/v1/groups/"));
    assertFalse(snapshot.membersCompleteness(new ExternalId("00gB")).complete());
    assertEquals(List.of(), snapshot.incomplete());
  }

  @Test
  public void aFilterThatIsRefusedIgnoredOrNotUnderstoodHidesNobody() {
    org.filter = null;
    assertEquals("refused, so the hidden ones cannot be asked for", 450, read().userCount());
    org.filter = text -> people -> people;
    assertEquals("ignored", 451, read().userCount());
    org.filter = text -> people -> List.of();
    assertEquals("finds nobody", 450, read().userCount());
    org.filter =
        text ->
            people ->
                people.stream()
                    .filter(
                        user ->
                            text.contains("DEPROVISIONED") && user.contains("\"DEPROVISIONED\""))
                    .toList();
    assertEquals("knows nothing but status", 451, read().userCount());
  }

  @Test
  public void valuesKeepTheirTypesAndNothingElseIsKept() {
    org.user(
        "00u",
        "SUSPENDED",
        """
        "login":"x","n":12.50,"huge":1e999999999,"b":true,"list":[1,"two",null],"none":null,
        "o":{"id":7,"label":"seven"},"other":"not wanted"\
        """);
    SourceSnapshot snapshot =
        read(
            source(
                "profile.n",
                "profile.huge",
                "profile.b",
                "profile.list",
                "profile.o",
                "profile.o.id",
                "profile.none",
                "profile.absent.deeper"));
    SourceUser user = all(snapshot.users()).get(0);
    SourceRecord values = user.attributes();
    assertEquals("SUSPENDED", user.status());
    assertEquals(new SourceValue.Number(new BigDecimal("12.50")), values.get("profile.n").get());
    assertEquals("1e999999999", values.text("profile.huge"));
    assertEquals(new SourceValue.Flag(true), values.get("profile.b").get());
    assertEquals("1, two", values.text("profile.list"));
    assertEquals("seven", values.text("profile.o"));
    assertEquals("7", values.text("profile.o.id"));
    assertFalse(values.get("profile.none").isPresent());
    assertFalse(values.get("profile.other").isPresent());
    assertEquals("id, status, login and six that were asked for", 9, values.values().size());
  }

  @Test
  public void theServersClockDatesTheReading() {
    org.bend = (request, reply) -> reply.with("Date: Tue, 03 Feb 2026 04:05:06 GMT");
    assertEquals(Instant.parse("2026-02-03T04:05:06Z"), read().readAt());
  }

  @Test
  public void nothingIsLeftOfASnapshotThatWasClosed() {
    SourceSnapshot snapshot = read();
    assertTrue(folder.getRoot().list().length > 0);
    snapshot.close();
    snapshot.close();
    assertArrayEquals(new String[0], folder.getRoot().list());
  }

  private void assertWhole(SourceSnapshot snapshot) {
    assertEquals(List.of(), snapshot.incomplete());
    assertTrue(snapshot.usersCompleteness().complete());
    assertTrue(snapshot.groupsCompleteness().complete());
    List<String> everybody = new ArrayList<>(ids(0, 450));
    everybody.add("00uGONE");
    assertEquals(everybody, userIds(snapshot));
    assertEquals(451, snapshot.userCount());
    List<SourceGroup> groups = all(snapshot.groups());
    assertEquals(
        List.of("00gA", "00gB", "00gC", "00gE"),
        groups.stream().map(group -> group.id().value()).toList());
    assertEquals("Few / \"quoted\" 名前", groups.get(0).name());
    assertEquals(4, groups.get(0).statedMembers().orElse(-1));
    assertEquals(staff, memberIds(snapshot, "00gB"));
    assertEquals(few, memberIds(snapshot, "00gA"));
    assertTrue(snapshot.membersCompleteness(new ExternalId("00gC")).complete());
    assertFalse(snapshot.membersCompleteness(new ExternalId("00gE")).complete());
  }

  private static List<String> ids(int from, int to) {
    return IntStream.range(from, to).mapToObj(PoorOrg::personId).toList();
  }
}
