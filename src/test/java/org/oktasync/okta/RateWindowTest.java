package org.oktasync.okta;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.junit.Test;

public class RateWindowTest {
  private final FakeTime time = new FakeTime();
  private final OktaRateLimiter limiter = new OktaRateLimiters(time).of("https://acme.okta.com");

  @Test
  public void withoutAnnouncementNobodyWaits() {
    assertEquals(100_000, freeCalls(50, 100_000));
  }

  @Test
  public void theShareIsSpentFreelyThenTheResetIsAwaited() {
    limiter.take(RateBucket.USERS, 50);
    announce(600, 599, 60);
    assertEquals("300 in all", 299, freeCalls(50, 1_000));
    assertEquals(Duration.ofSeconds(61), limiter.take(RateBucket.USERS, 50));
    time.advance(Duration.ofSeconds(60));
    assertEquals(Duration.ofSeconds(1), limiter.take(RateBucket.USERS, 50));
    time.advance(Duration.ofSeconds(1));
    assertEquals(Duration.ZERO, limiter.take(RateBucket.USERS, 50));
    announce(600, 599, 60);
    assertEquals("a new window, a new share", 299, freeCalls(50, 1_000));
  }

  @Test
  public void whatOthersSpentIsOfTheShareToo() {
    announce(600, 400, 30);
    assertEquals("200 of 300 are spent", 100, freeCalls(50, 1_000));
    assertEquals(Duration.ofSeconds(31), limiter.take(RateBucket.USERS, 50));
  }

  @Test
  public void whereOthersSpentTheWholeShareNothingGoesBeforeTheReset() {
    announce(600, 299, 30);
    assertEquals(0, freeCalls(50, 1_000));
    time.advance(Duration.ofSeconds(31));
    assertTrue("each window has room for a call at least", freeCalls(50, 1) == 1);
  }

  @Test
  public void bucketsDoNotTouchEachOther() {
    announce(600, 0, 30);
    assertEquals(Duration.ZERO, limiter.take(RateBucket.GROUPS, 50));
  }

  @Test
  public void connectionsOfOneOrganisationShareOneBudget() {
    announce(100, 100, 60);
    assertEquals(50, freeCalls(50, 1_000));
    assertEquals("the other one may use more", 30, freeCalls(80, 1_000));
  }

  @Test
  public void aTinyShareStillAllowsOneCall() {
    announce(10, 10, 60);
    assertEquals(1, freeCalls(1, 100));
  }

  @Test
  public void tooManyAtOnceIsNoWindow() {
    announce(0, 0, 60);
    assertEquals(1_000, freeCalls(50, 1_000));
  }

  @Test
  public void aResetFarAwayIsNotBelieved() {
    announce(10, 0, 86_400);
    assertEquals(RateNotice.LONGEST, limiter.take(RateBucket.USERS, 50));
  }

  @Test
  public void aWindowThatSlidesWithEachAnswerIsStillOneWindow() {
    announce(100, 100, 60);
    int free = 0;
    for (int i = 0; i < 80; i++) {
      free += limiter.take(RateBucket.USERS, 50).isZero() ? 1 : 0;
      announce(100, 99 - i, 60);
      time.advance(Duration.ofMillis(100));
    }
    assertEquals(50, free);
  }

  @Test
  public void aWindowThatBeganAheadOfTimeIsNoticed() {
    announce(100, 100, 60);
    assertEquals(50, freeCalls(50, 1_000));
    time.advance(Duration.ofSeconds(57));
    announce(100, 99, 60);
    assertTrue(freeCalls(50, 1_000) >= 49);
  }

  private int freeCalls(int share, int most) {
    int calls = 0;
    while (calls < most && limiter.take(RateBucket.USERS, share).isZero()) {
      calls++;
    }
    return calls;
  }

  /** The server's clock is years away from ours: only differences count. */
  private void announce(long limit, long remaining, long resetInSeconds) {
    long serverTime = 1_956_528_000L;
    List<Header> headers = new ArrayList<>();
    headers.add(new BasicHeader("date", "Thu, 01 Jan 2032 00:00:00 GMT"));
    headers.add(new BasicHeader("x-rate-limit-limit", limit));
    headers.add(new BasicHeader("X-RATE-LIMIT-REMAINING", remaining));
    headers.add(new BasicHeader("X-Rate-Limit-Reset", serverTime + resetInSeconds));
    limiter.observe(RateBucket.USERS, new OktaAnswer(200, headers));
  }

  @Test
  public void everyPathCountsWhereOktaCountsIt() {
    assertEquals(RateBucket.USERS, bucket("/api/v1/users?limit=200"));
    assertEquals(RateBucket.USER, bucket("/api/v1/users/00u1"));
    assertEquals(RateBucket.OTHER, bucket("/api/v1/users/00u1/roles"));
    assertEquals(RateBucket.GROUPS, bucket("/api/v1/groups"));
    assertEquals(RateBucket.MEMBERS, bucket("/api/v1/groups/00g1/users"));
    assertEquals(RateBucket.GROUP_APPS, bucket("/api/v1/groups/00g1/apps"));
    assertEquals(RateBucket.OTHER, bucket("/api/v1/groups/00g1/roles"));
    assertEquals(RateBucket.APPS, bucket("/api/v1/apps"));
    assertEquals(RateBucket.APP, bucket("/api/v1/apps/0oa1"));
    assertEquals(RateBucket.APPS, bucket("/api/v1/apps/0oa1/users"));
    assertEquals(RateBucket.DEVICES, bucket("/api/v1/devices?expand=user"));
    assertEquals(RateBucket.LOG, bucket("/api/v1/logs"));
    assertEquals(RateBucket.OTHER, bucket("/api/v1/iam/assignees/users"));
  }

  private static RateBucket bucket(String address) {
    return RateBucket.of(URI.create("https://example.okta.com" + address));
  }
}
