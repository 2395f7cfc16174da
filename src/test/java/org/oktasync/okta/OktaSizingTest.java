package org.oktasync.okta;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.Test;
import org.oktasync.model.SourceUser;
import org.oktasync.source.PeopleScope;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceSize;
import org.oktasync.source.SyncScope;

/** How much there is, told by few calls, and what reading it would cost. */
public class OktaSizingTest extends OrgFixture {
  private static final Duration PAGE_TAKES = Duration.ofSeconds(2);

  private void everyone(int people) {
    org.people(0, people);
    org.group("00gE", "BUILT_IN", "Everyone", people, ids(people));
  }

  private void group(int number, int members) {
    org.group("00g%03d".formatted(number), "OKTA_GROUP", "G" + number, members, ids(members));
  }

  private static List<String> ids(int count) {
    return IntStream.range(0, count).mapToObj(PoorOrg::personId).toList();
  }

  private SourceSize size() {
    return size(ALL);
  }

  private SourceSize size(SyncScope scope) {
    return source().size(scope, Optional.empty(), stop);
  }

  /** Whose login ends in an even number. */
  private SourceSize evenOnes(PeopleScope people) {
    Predicate<SourceUser> even =
        user -> user.attributes().text("profile.login").matches("p\\d*[02468](@.*)?");
    return source().size(ALL.about(people), Optional.of(even), stop);
  }

  @Test
  public void whoDoesNotCountIsLeftOut_whateverTheScope() {
    everyone(450);
    group(1, 300);
    assertEquals(225, evenOnes(PeopleScope.EVERYONE).people());
    assertEquals(150, evenOnes(new PeopleScope.MembersOf(Set.of("00g001"))).people());
    assertEquals(225, evenOnes(new PeopleScope.Search("status eq \"ACTIVE\"")).people());
    String user =
        "{\"id\":\"%s\",\"status\":\"%s\",\"_embedded\":{\"user\":{\"id\":\"%1$s\",\"status\":\"ACTIVE\","
            + "\"profile\":{\"login\":\"p%d\"}}}}";
    org.lists.put(
        "/api/v1/apps/0oaJIRA/users",
        List.of(
            user.formatted(PoorOrg.personId(1), "ACTIVE", 1),
            user.formatted(PoorOrg.personId(2), "ACTIVE", 2),
            user.formatted(PoorOrg.personId(4), "UNASSIGNED", 4)));
    PeopleScope app = new PeopleScope.UsersOf("0oaJIRA");
    assertEquals(1, evenOnes(app).people());
    assertEquals("whoever may use it", 2, size(ALL.about(app)).people());
  }

  /** Each answer takes its time. */
  private void slow(String... headers) {
    org.bend =
        (request, reply) -> {
          time.advance(PAGE_TAKES);
          return reply.with(headers);
        };
  }

  @Test
  public void itTellsWhatThereIs_andTheVeryCallsThatAReadingMakes() {
    everyone(2_500);
    group(1, 1_700);
    group(2, 30);
    group(3, 0);

    SourceSize size = size();

    assertEquals(2_500, size.people());
    assertEquals(3, size.groups());
    assertEquals(OptionalLong.of(1_730), size.memberships());
    assertTrue(!size.atLeast());
    assertEquals("groups, a page of people, a page of members", 3, org.server().requests().size());
    org.server().requests().clear();
    read();
    assertEquals(org.server().requests().size(), size.calls());
  }

  @Test
  public void everyoneIsCountedOnlyWhenItIsRead() {
    everyone(2_500);
    SourceSize with = size(new SyncScope(true, true));
    assertEquals(1, with.groups());
    assertEquals(13 + 1 + 3, with.calls());
    SourceSize without = size(new SyncScope(false, false));
    assertEquals(0, without.groups());
    assertEquals(OptionalLong.of(0), without.memberships());
    assertEquals(13 + 1, without.calls());
  }

  @Test
  public void whereNobodyCountsThePeople_theirIdsAreCounted() {
    org.people(0, 450);
    SourceSize size = size();
    assertEquals(450, size.people());
    assertTrue(!size.atLeast());
    assertEquals(3 + 1, size.calls());
  }

  @Test
  public void countingEndsSomewhere() {
    org.pageCap = 2;
    org.people(0, 2 * OktaSizing.MOST_PAGES + 1);
    SourceSize size = size();
    assertEquals(2 * OktaSizing.MOST_PAGES, size.people());
    assertTrue(size.atLeast());
  }

  @Test
  public void withoutNumbersOfMembers_itIsOneCallForEachGroupAtLeast() {
    org.people(0, 3);
    org.group("00gA", "OKTA_GROUP", "A", -1, ids(3));
    org.group("00gB", "OKTA_GROUP", "B", -1, ids(1));
    SourceSize size = size();
    assertEquals(OptionalLong.empty(), size.memberships());
    assertTrue(size.atLeast());
    assertEquals(2 + 2, size.calls());
  }

  @Test
  public void aServerWithoutTheFilter_isAskedForThePlainList() {
    org.filter = null;
    org.people(0, 450);
    assertEquals(450, size().people());
  }

  @Test
  public void membersThatComeInSmallerPagesOnly_areReckonedSo() {
    everyone(1_000);
    group(1, 900);
    org.fail("/api/v1/groups/00g001/users?limit=1000", Reply.status(500), Reply.status(500));
    assertEquals(5 + 1 + 5, size().calls());
  }

  @Test
  public void thePagesOfPeopleFollowOneAnother_memberListsAreReadSideBySide() {
    everyone(2_000);
    IntStream.rangeClosed(1, 9).forEach(number -> group(number, 10));
    slow();
    assertEquals(PAGE_TAKES.multipliedBy(10), size().time());
    IntStream.rangeClosed(10, 60).forEach(number -> group(number, 10));
    // One page of groups, then 60 lists on three threads.
    assertEquals(PAGE_TAKES.multipliedBy(1 + 20), size().time());
  }

  @Test
  public void theRateLimitMakesOneWait() {
    everyone(2_000);
    slow("X-Rate-Limit-Limit: 6", "X-Rate-Limit-Remaining: 5", "X-Rate-Limit-Reset: 1767225660");
    // Half of six is three a minute; ten pages are four minutes' worth, the first of them free.
    assertEquals(Duration.ofMinutes(3), size().time());
  }

  @Test
  public void whatFailsSaysWhy() {
    org.fail("/api/v1/groups", Reply.status(403));
    SourceException denied = assertThrows(SourceException.class, this::size);
    assertEquals(OktaErrorTranslator.FORBIDDEN, denied.problem().code());
  }
}
