package org.oktasync.assets;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.oktasync.config.Secret;
import org.oktasync.control.StopSignal;
import org.oktasync.control.StoppedException;
import org.oktasync.fakes.AssetsWorld;
import org.oktasync.model.assets.AttributeValue;
import org.oktasync.model.assets.ObjectType;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/** What happens on the way to Assets, and in it. */
public class RestAssetsFaultsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final Map<String, List<AttributeValue>> TEAM =
      Map.of("Name", List.of(AttributeValue.of("Team")));

  private final AssetsWorld world = new AssetsWorld();
  private final AssetsStub stub = new AssetsStub(world, Shape.NEW);
  private final List<Duration> pauses = new ArrayList<>();
  private final StopSignal stop = new StopSignal();
  private String schemaId;
  private ObjectType groups;
  private RestAssetsTarget target;

  @Before
  public void open() {
    schemaId = world.addSchema("OKT", "Okta");
    groups = world.addType(schemaId, "Groups");
    target = target(stub.url(), HttpPatience.DEFAULT, 60_000);
  }

  private RestAssetsTarget target(String url, HttpPatience patience, int pace) {
    return new RestAssetsTarget(
        new AssetsAccess(url, new Secret(AssetsStub.TOKEN), pace),
        schemaId,
        new AssetsHttp(patience, ForkJoinPool.commonPool()),
        Clock.fixed(NOW, ZoneOffset.UTC),
        (time, signal) -> {
          signal.check();
          if (time.toMillis() > 100) {
            pauses.add(time);
          }
        },
        stop);
  }

  @After
  public void close() {
    stub.close();
  }

  @Test
  public void aReadIsRepeated_untilItSucceeds() {
    for (Supplier<StubReply> fault :
        List.<Supplier<StubReply>>of(
            () -> StubReply.of(503),
            () -> StubReply.of(500),
            () -> StubReply.html(502),
            () -> StubReply.json("{\"id\":"),
            () -> StubReply.json("{\"name\":\"Okta\"}").cutOff())) {
      firstOnly(fault);
      assertEquals("Okta", target.schema().name());
    }
    assertEquals(5, pauses.size());
    firstOnly(StubReply::dropped);
    assertEquals("Okta", target.schema().name());
  }

  @Test
  public void aReadThatFailsForGood_isRepeatedThreeTimes_eachAfterTwiceTheTime() {
    stub.script((request, nth) -> StubReply.of(503));
    assertFails(Kind.RETRY, "assets-busy", () -> target.schema());
    assertEquals(
        List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4)), pauses);
  }

  @Test
  public void whoeverIsTurnedAway_waitsAsLongAsAsked_alsoWithAWrite() {
    firstOnly(() -> StubReply.of(429).with("Retry-After", "17"));
    target.create(groups, TEAM);
    assertEquals(List.of(Duration.ofSeconds(17)), pauses);
    assertEquals(1, world.objectsOf(groups.id()).size());

    firstOnly(() -> StubReply.of(429).with("Retry-After", "999999"));
    target.schema();
    assertEquals(Duration.ofMinutes(2), pauses.get(1));
  }

  @Test
  public void aWriteWhoseAnswerIsLost_isNotRepeatedHere() {
    int made = 0;
    for (Supplier<StubReply> fault :
        List.<Supplier<StubReply>>of(
            () -> StubReply.of(500),
            () -> StubReply.of(503),
            StubReply::dropped,
            () -> StubReply.json("{\"id\":1,\"objectKey\":\"OKT-1\"}").cutOff())) {
      firstOnly(fault);
      assertFails(Kind.RETRY, null, () -> target.create(groups, TEAM));
      assertEquals(made, world.objectsOf(groups.id()).size());

      firstOnly(() -> fault.get().afterwards());
      assertFails(Kind.RETRY, null, () -> target.create(groups, TEAM));
      assertEquals(++made, world.objectsOf(groups.id()).size());
    }
    assertEquals(List.of(), pauses);
  }

  @Test
  public void aSignInPage_isNoAnswer() {
    stub.script((request, nth) -> StubReply.html(200));
    assertFails(Kind.FATAL, "assets-html", () -> target.schema());

    stub.script((request, nth) -> StubReply.of(302).with("Location", "https://login.example/x"));
    assertFails(Kind.FATAL, "assets-redirect", () -> target.schema());
    assertTrue(stub.requests().stream().noneMatch(request -> request.contains("login")));
  }

  @Test
  public void aTokenThatIsRevokedMeanwhile_endsEverything() {
    target.create(groups, TEAM);
    stub.revoke();
    assertFails(Kind.FATAL, "assets-token-refused", () -> target.create(groups, TEAM));
    assertFails(Kind.FATAL, "assets-token-refused", () -> target.schema());
  }

  @Test
  public void aMissingRight_isTold() {
    stub.script((request, nth) -> StubReply.of(403));
    assertFails(Kind.DENIED, "assets-forbidden", () -> target.create(groups, TEAM));
    assertFails(Kind.FATAL, "assets-forbidden", () -> target.schema());
  }

  @Test
  public void withoutAssets_everythingEnds() {
    stub.script((request, nth) -> StubReply.html(404));
    assertFails(Kind.FATAL, "assets-absent", () -> target.schema());
  }

  @Test
  public void aSiteThatDoesNotAnswer_isGivenUpAfterAWhile() throws Exception {
    int nobody;
    try (java.net.ServerSocket closed = new java.net.ServerSocket(0)) {
      nobody = closed.getLocalPort();
    }
    RestAssetsTarget gone = target("http://127.0.0.1:" + nobody, HttpPatience.DEFAULT, 60_000);
    List<Kind> kinds = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      kinds.add(assertThrows(TargetException.class, () -> gone.create(groups, TEAM)).kind());
    }
    assertEquals(Kind.RETRY, kinds.get(10));
    assertEquals(Kind.FATAL, kinds.get(11));
    assertEquals(Kind.FATAL, kinds.get(13));
  }

  @Test
  public void aHostThatDoesNotExist_isTold() {
    RestAssetsTarget nowhere = target("http://nowhere.invalid", HttpPatience.DEFAULT, 600);
    assertFails(Kind.RETRY, "assets-unknown-host", () -> nowhere.create(groups, TEAM));
  }

  @Test
  public void anAnswerThatNeverComes_isNotWaitedForForever() throws Exception {
    try (java.net.ServerSocket silent =
        new java.net.ServerSocket(0, 50, java.net.InetAddress.getLoopbackAddress())) {
      HttpPatience short_ =
          new HttpPatience(Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofSeconds(5));
      RestAssetsTarget mute = target("http://127.0.0.1:" + silent.getLocalPort(), short_, 600);
      assertFails(Kind.RETRY, "assets-timeout", () -> mute.create(groups, TEAM));
    }
  }

  @Test
  public void aStop_endsTheWaitForAnAnswer() throws Exception {
    try (java.net.ServerSocket silent =
        new java.net.ServerSocket(0, 50, java.net.InetAddress.getLoopbackAddress())) {
      RestAssetsTarget mute =
          target("http://127.0.0.1:" + silent.getLocalPort(), HttpPatience.DEFAULT, 600);
      Thread asks = new Thread(stop::request);
      asks.start();
      assertThrows(StoppedException.class, () -> mute.create(groups, TEAM));
      asks.join();
    }
  }

  @Test
  public void writesKeepTheirPace_readsDoNot() {
    RestAssetsTarget slow = target(stub.url(), HttpPatience.DEFAULT, 30);
    slow.create(groups, TEAM);
    slow.schema();
    assertEquals(List.of(), pauses);
    slow.create(groups, TEAM);
    slow.create(groups, TEAM);
    assertEquals(List.of(Duration.ofSeconds(2), Duration.ofSeconds(4)), pauses);
  }

  @Test
  public void aPageThatIsRefused_isNoEndOfTheList() {
    world.add(groups.id(), TEAM);
    stub.script((request, nth) -> request.contains("aql") ? StubReply.of(500) : null);
    assertFails(
        Kind.RETRY,
        "assets-server-error",
        () -> target.objects(groups, new StopSignal()).hasNext());
  }

  @Test
  public void aListThatSaysItHasMore_isNotWhole() {
    world.add(groups.id(), TEAM);
    stub.script(
        (request, nth) ->
            request.contains("aql")
                ? StubReply.json("{\"objectEntries\":[],\"totalFilterCount\":3}")
                : null);
    assertFails(
        Kind.RETRY,
        "assets-list-incomplete",
        () -> target.objects(groups, new StopSignal()).hasNext());
  }

  private void firstOnly(Supplier<StubReply> fault) {
    int before = stub.requests().size();
    stub.script((request, nth) -> nth == before + 1 ? fault.get() : null);
  }

  private static void assertFails(Kind kind, String code, ThrowingRunnable call) {
    TargetException thrown = assertThrows(TargetException.class, call);
    assertEquals(thrown.getMessage(), kind, thrown.kind());
    if (code != null) {
      assertEquals(code, thrown.problem().code());
    }
  }
}
