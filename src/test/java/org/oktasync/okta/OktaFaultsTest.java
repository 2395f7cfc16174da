package org.oktasync.okta;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.model.ExternalId;
import org.oktasync.model.IncompleteList;
import org.oktasync.okta.Reply.How;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceSnapshot;

public class OktaFaultsTest extends OrgFixture {
  private static final String SECOND_PAGE_OF_USERS =
      "/api/v1/users?limit=200&filter=lastUpdated%20gt%20%221970-01-01T00%3A00%3A00.000Z%22&after=200";

  private final Reply whole = Reply.json("[{\"id\":\"00uBROKEN\"}]");

  @Before
  public void fill() {
    org.people(0, 450);
    org.group("00gA", "OKTA_GROUP", "A", 450, ids(0, 450));
    org.group("00gB", "OKTA_GROUP", "B", 2, ids(5, 7));
  }

  @Test
  public void passingFaultsAreRepeatedAndLeaveNoTrace() {
    List<Reply> faults =
        List.of(
            Reply.status(500),
            Reply.status(502),
            Reply.status(503),
            Reply.html(504),
            Reply.status(429),
            Reply.status(429, "X-Rate-Limit-Limit: 0", "X-Rate-Limit-Reset: 9999999999"),
            Reply.status(429, "Retry-After: 3"),
            whole.sent(How.CUT),
            whole.sent(How.CUT_IN_CHUNKS),
            whole.sent(How.RESET),
            whole.sent(How.HANGING),
            whole.sent(How.SILENT),
            Reply.json("[{\"id\":\"00uBROKEN\"}"),
            Reply.json("[{\"id\":\"00uBROKEN\"},{\"id\"=]"),
            Reply.json("[{\"id\":\"00uBROKEN\"}] rubbish"),
            Reply.json(""));
    for (Reply fault : faults) {
      org.fail(SECOND_PAGE_OF_USERS, fault, fault, fault);
      OktaIdentitySource source = source(org.url(), patienceFor(fault));
      SourceSnapshot snapshot = read(source);
      assertEquals(fault.toString(), List.of(), snapshot.incomplete());
      assertEquals(fault.toString(), ids(0, 450), userIds(snapshot));
      assertTrue(fault.toString(), source.usage().retries() >= 3);
      assertTrue(source.usage().waitedMs() > 0);
    }
  }

  @Test
  public void aPageThatNeverComesBreaksItsListAlone() {
    org.fail(SECOND_PAGE_OF_USERS, Collections.nCopies(4, Reply.status(503)).toArray(Reply[]::new));
    SourceSnapshot snapshot = read();
    assertEquals(
        List.of(new IncompleteList("users", OktaErrorTranslator.SERVER_ERROR)),
        snapshot.incomplete());
    assertEquals(ids(0, 200), userIds(snapshot));
    assertEquals(ids(0, 450), memberIds(snapshot, "00gA"));
  }

  @Test
  public void aPageThatIsNoListBreaksItsList() {
    for (Reply page :
        List.of(
            Reply.html(200),
            Reply.status(302, "Location: https://login.example.com/"),
            Reply.json("{\"errorCode\":\"E1\"}"),
            Reply.json("[1,2]"),
            Reply.json("[] []"),
            new Reply(200, List.of("Content-Type: text/plain"), "[]", How.WHOLE),
            Reply.status(401))) {
      org.fail(SECOND_PAGE_OF_USERS, page);
      SourceSnapshot snapshot = read();
      assertEquals(page.toString(), 1, snapshot.incomplete().size());
      assertFalse(page.toString(), snapshot.usersCompleteness().complete());
      assertEquals(ids(0, 200), userIds(snapshot));
    }
  }

  @Test
  public void peopleThatCannotBeBegunFailTheReading() {
    org.fail("/api/v1/users", Collections.nCopies(4, Reply.status(500)).toArray(Reply[]::new));
    SourceException e = assertThrows(SourceException.class, this::read);
    assertEquals(OktaErrorTranslator.SERVER_ERROR, e.problem().code());
    assertEquals("nothing is left behind", 0, folder.getRoot().list().length);
  }

  @Test
  public void aTokenRefusedForGroupsFailsTheReadingAndAMissingRightDoesNot() {
    org.fail("/api/v1/groups?", Reply.status(401));
    assertEquals(
        OktaErrorTranslator.TOKEN,
        assertThrows(SourceException.class, this::read).problem().code());
    org.fail("/api/v1/groups?", Reply.status(403));
    SourceSnapshot snapshot = read();
    assertEquals(
        List.of(new IncompleteList("groups", OktaErrorTranslator.FORBIDDEN)),
        snapshot.incomplete());
    assertEquals(450, snapshot.userCount());
  }

  @Test
  public void aGroupThatVanishedHarmsNoOther() {
    org.members.remove("00gB");
    SourceSnapshot snapshot = read();
    assertEquals(
        List.of(new IncompleteList("members of B", MembersReader.GROUP_GONE)),
        snapshot.incomplete());
    assertFalse(snapshot.membersCompleteness(new ExternalId("00gB")).complete());
    assertEquals(ids(0, 450), memberIds(snapshot, "00gA"));
  }

  @Test
  public void aRefusedTokenIsNotTriedOnEveryGroup() {
    for (int i = 0; i < 50; i++) {
      org.group("00gX" + i, "OKTA_GROUP", "X" + i, -1, ids(0, 1));
    }
    org.fail("/api/v1/groups/", Collections.nCopies(99, Reply.status(401)).toArray(Reply[]::new));
    SourceSnapshot snapshot = read();
    assertEquals(52, snapshot.incomplete().size());
    assertTrue(org.server().count("/api/v1/groups/") <= 3);
  }

  @Test
  public void largeMemberPagesGiveWayToSmallOnesForTheRestOfTheReading() {
    for (Reply fault : List.of(Reply.status(500), Reply.status(504), Reply.status(400))) {
      org.server().requests().clear();
      org.fail("/api/v1/groups/00gA/users?limit=1000", fault);
      org.fail("/api/v1/groups/00gB/users?limit=1000", fault);
      SourceSnapshot snapshot = read();
      assertEquals(List.of(), snapshot.incomplete());
      assertEquals(ids(0, 450), memberIds(snapshot, "00gA"));
      assertEquals(3, org.server().count("/api/v1/groups/00gA/users?limit=200"));
    }
  }

  @Test
  public void aListWithoutEndIsNoticed() {
    org.link = next -> "Link: <" + next.replaceAll("after=\\d+", "after=0") + ">; rel=\"next\"";
    assertEquals(ListWalk.REPEATED_ID, read().usersCompleteness().reason());
    org.link = next -> "Link: <" + next.replaceAll("&after=\\d+", "") + ">; rel=\"next\"";
    assertEquals(ListWalk.REPEATED_CURSOR, read().usersCompleteness().reason());
  }

  @Test
  public void anIdThatComesTwiceBreaksItsList() {
    org.bend =
        (request, reply) ->
            request.target().contains("after=200")
                ? Reply.json("[{\"id\":\"00uNEW\"},{\"id\":\"00u00007\"}]")
                : reply;
    SourceSnapshot snapshot = read();
    assertEquals(ListWalk.REPEATED_ID, snapshot.usersCompleteness().reason());
    assertEquals(201, snapshot.userCount());
    org.members.put("00gB", List.of("00u00001", "00u00002", "00u00001"));
    assertEquals(ListWalk.REPEATED_ID, read().membersCompleteness(new ExternalId("00gB")).reason());
  }

  @Test
  public void aPersonWithoutIdBreaksTheListAndHidesNobodyElse() {
    org.users.put("x", "{\"status\":\"ACTIVE\",\"profile\":{\"login\":\"x\"}}");
    SourceSnapshot snapshot = read();
    assertEquals(ListWalk.WITHOUT_ID, snapshot.usersCompleteness().reason());
    assertEquals(450, snapshot.userCount());
  }

  @Test
  public void aCountThatDiffersLeadsToOneMoreReading() {
    org.group("00gB", "OKTA_GROUP", "B", 3, ids(5, 7));
    SourceSnapshot snapshot = read();
    assertEquals("read twice alike", List.of(), snapshot.incomplete());
    assertEquals(ids(5, 7), memberIds(snapshot, "00gB"));
    assertEquals(2, org.server().count("/api/v1/groups/00gB/"));
    assertEquals(1, org.server().count("/api/v1/groups/00gA/"));
  }

  @Test
  public void aMemberListThatDiffersEachTimeIsNotBelieved() {
    org.group("00gB", "OKTA_GROUP", "B", 9, ids(5, 7));
    org.fail("/api/v1/groups/00gB/", Reply.json("[{\"id\":\"00u00001\"}]"));
    SourceSnapshot snapshot = read();
    assertEquals(
        MembersReader.COUNT_UNSTABLE,
        snapshot.membersCompleteness(new ExternalId("00gB")).reason());
    org.group("00gB", "OKTA_GROUP", "B", 2, ids(5, 7));
    org.fail("/api/v1/groups/00gB/", Reply.json("[{\"id\":\"00u00001\"}]"));
    assertEquals("the second reading fits the count", ids(5, 7), memberIds(read(), "00gB"));
  }

  @Test
  public void waitsAsLongAsTheServerAsksByItsOwnClock() {
    org.fail(
        SECOND_PAGE_OF_USERS,
        Reply.status(
            429,
            "Date: Thu, 01 Jan 2032 00:00:00 GMT",
            "X-Rate-Limit-Limit: 600",
            "X-Rate-Limit-Remaining: 0",
            "X-Rate-Limit-Reset: 1956528007"));
    assertEquals(450, read().userCount());
    Duration waited = time.waits().stream().reduce(Duration.ZERO, Duration::plus);
    assertTrue(waited.toString(), waited.compareTo(Duration.ofSeconds(7)) >= 0);
    assertTrue(waited.toString(), waited.compareTo(Duration.ofSeconds(10)) < 0);
  }

  private static List<String> ids(int from, int to) {
    return IntStream.range(from, to).mapToObj(PoorOrg::personId).toList();
  }
}
