package org.oktasync.okta;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.config.Secret;
import org.oktasync.control.Pacer;
import org.oktasync.control.Progress;
import org.oktasync.control.StopSignal;
import org.oktasync.control.StoppedException;
import org.oktasync.control.SyncLog;
import org.oktasync.devkit.oktaorg.Fault;
import org.oktasync.devkit.oktaorg.Group;
import org.oktasync.devkit.oktaorg.OktaOrg;
import org.oktasync.devkit.oktaorg.Options;
import org.oktasync.model.Cursor;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceUser;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceSnapshot;
import org.oktasync.source.SyncScope;

/**
 * Every fault of a server and of the way to it, one test each, between the organisation and the
 * SDK's transport. A fault that passes leaves no trace in what is read; one that lasts breaks the
 * list that it strikes, and no other.
 */
public class OktaOrgFaultsTest {
  /** Too short for an answer that does not come, long enough for one that does. */
  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(5), Duration.ofMillis(700), Duration.ofSeconds(10));

  private static final String SECOND_PAGE = "/api/v1/users[?].*after=";
  private static final int TRIES = 4;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final Time time = new Time();
  private final StopSignal stop = new StopSignal();
  private final OktaOrg org =
      OktaOrg.start(
          Options.of(
                  "--users",
                  "60",
                  "--groups",
                  "8",
                  "--clean",
                  "--seed",
                  "7",
                  "--page-size-cap",
                  "25")
              .forTest(time));
  private final List<AutoCloseable> opened = new ArrayList<>();
  private OktaIdentitySource source = source(Patience.DEFAULT);
  private TreeMap<String, String> whole;

  @Before
  public void readUndisturbed() {
    SourceSnapshot snapshot = read();
    assertEquals(List.of(), snapshot.incomplete());
    whole = text(snapshot);
    assertTrue("more than one page", whole.size() > 60);
    org.requests().clear();
    time.waited.set(Duration.ZERO);
    source = source(Patience.DEFAULT);
  }

  @After
  public void end() throws Exception {
    for (int i = opened.size() - 1; i >= 0; i--) {
      opened.get(i).close();
    }
    org.close();
  }

  private OktaIdentitySource source(Patience patience) {
    OktaIdentitySource made =
        new OktaIdentitySource(
            new OktaAccess(org.baseUrl(), new Secret(org.token()), 50, 3),
            PersonAttributes.of(Set.of()),
            new OktaRateLimiters(time),
            time,
            time,
            () -> 0.5,
            new SyncLog(List.of()),
            patience);
    opened.add(made);
    return made;
  }

  private SourceSnapshot read() {
    SourceSnapshot snapshot =
        source.read(new SyncScope(true, false), folder.getRoot().toPath(), stop, Progress.NONE);
    opened.add(snapshot);
    return snapshot;
  }

  /** Everything that was read, by id. */
  private static TreeMap<String, String> text(SourceSnapshot snapshot) {
    TreeMap<String, String> all = new TreeMap<>();
    for (SourceUser user : list(snapshot.users())) {
      all.put("user " + user.id().value(), user.status() + " " + user.attributes());
    }
    for (SourceGroup group : list(snapshot.groups())) {
      all.put("group " + group.id().value(), group.name());
      all.put("members " + group.id().value(), list(snapshot.members(group.id())).toString());
    }
    return all;
  }

  private static <T> List<T> list(Cursor<T> cursor) {
    List<T> values = new ArrayList<>();
    try (cursor) {
      cursor.forEachRemaining(values::add);
    }
    return values;
  }

  private void strike(Fault fault, String path, int count, long value) {
    org.faults().arm(fault, path, count, value);
  }

  private void assertNoTrace(long retries) {
    assertNoTrace();
    assertEquals(retries, source.usage().retries());
  }

  private void assertNoTrace() {
    SourceSnapshot snapshot = read();
    assertEquals(List.of(), snapshot.incomplete());
    assertEquals(whole, text(snapshot));
    assertEquals("all faults struck", List.of(), org.faults().armed());
  }

  /** The list of people breaks off behind its first page, everything else comes whole. */
  private void assertPeopleBreakOff(String code) {
    SourceSnapshot snapshot = read();
    assertEquals(List.of(new IncompleteList("users", code)), snapshot.incomplete());
    TreeMap<String, String> expected = new TreeMap<>(whole);
    expected.keySet().removeIf(key -> key.startsWith("user "));
    TreeMap<String, String> found = text(snapshot);
    found.keySet().removeIf(key -> key.startsWith("user "));
    assertEquals(expected, found);
    assertEquals(25, snapshot.userCount());
  }

  private Group largest() {
    return org.directory().groups().stream()
        .filter(group -> whole.containsKey("members " + group.id()))
        .filter(group -> !group.name().equals("Everyone"))
        .max(
            (a, b) ->
                Integer.compare(
                    org.directory().members(a.id()).size(), org.directory().members(b.id()).size()))
        .orElseThrow();
  }

  private long secondPages() {
    return org.requests().entries().stream()
        .filter(call -> call.path().equals("/api/v1/users") && call.query().contains("after="))
        .count();
  }

  @Test
  public void timeOutBeforeAnythingIsAnswered() {
    source = source(SHORT);
    strike(Fault.SLOW, SECOND_PAGE, TRIES - 1, 2_000);
    assertNoTrace();
    strike(Fault.SLOW, SECOND_PAGE, TRIES, 2_000);
    assertPeopleBreakOff(OktaErrorTranslator.TIMEOUT);
  }

  @Test
  public void timeOutInTheMiddleOfTheAnswer() {
    source = source(SHORT);
    strike(Fault.SLOW_BODY, SECOND_PAGE, TRIES - 1, 20_000);
    assertNoTrace();
    strike(Fault.SLOW_BODY, SECOND_PAGE, TRIES, 20_000);
    assertPeopleBreakOff(OktaErrorTranslator.TIMEOUT);
  }

  @Test
  public void answerLostOnTheWay() {
    strike(Fault.CUT_BODY, SECOND_PAGE, TRIES - 1, 0);
    assertNoTrace(TRIES - 1);
    strike(Fault.CUT_BODY, SECOND_PAGE, TRIES, 0);
    assertPeopleBreakOff(OktaErrorTranslator.BROKEN_BODY);
  }

  @Test
  public void tooManyRequestsWithAReset() {
    strike(Fault.RATE_LIMITED, "/api/v1/users[?]", 1, 9);
    assertNoTrace(1);
    Duration waited = time.waited.get();
    assertTrue(waited.toString(), waited.compareTo(Duration.ofSeconds(9)) >= 0);
    assertTrue(waited.toString(), waited.compareTo(Duration.ofSeconds(15)) < 0);
  }

  @Test
  public void tooManyRequestsWithoutAReset() {
    strike(Fault.RATE_LIMITED_NO_RESET, SECOND_PAGE, TRIES - 1, 0);
    assertNoTrace(TRIES - 1);
    assertFalse(time.waited.get().isZero());
  }

  @Test
  public void serverErrors() {
    for (Fault fault :
        List.of(Fault.STATUS_500, Fault.STATUS_502, Fault.STATUS_503, Fault.STATUS_504)) {
      source = source(Patience.DEFAULT);
      strike(fault, SECOND_PAGE, TRIES - 1, 0);
      assertNoTrace(TRIES - 1);
      strike(fault, SECOND_PAGE, TRIES, 0);
      assertPeopleBreakOff(OktaErrorTranslator.SERVER_ERROR);
    }
  }

  @Test
  public void notFound() {
    strike(Fault.NOT_OFFERED, SECOND_PAGE, 1, 0);
    assertPeopleBreakOff(OktaErrorTranslator.NOT_OKTA);
    Group group = largest();
    strike(Fault.NOT_OFFERED, "/groups/" + group.id() + "/users", 1, 0);
    assertEquals(
        List.of(new IncompleteList("members of " + group.name(), MembersReader.GROUP_GONE)),
        read().incomplete());
  }

  @Test
  public void conflict() {
    strike(Fault.CONFLICT, SECOND_PAGE, -1, 0);
    assertPeopleBreakOff(OktaErrorTranslator.REFUSED);
    assertEquals("asked once", 1, secondPages());
    org.faults().clear();
    assertEquals(whole, text(read()));
  }

  @Test
  public void truncatedPage() {
    strike(Fault.TRUNCATED_LIST, "/groups/" + largest().id() + "/users", 1, 0);
    SourceSnapshot snapshot = read();
    assertEquals("the count led to another look", whole, text(snapshot));
    strike(Fault.MALFORMED_JSON, SECOND_PAGE, TRIES, 0);
    assertPeopleBreakOff(OktaErrorTranslator.BROKEN_BODY);
  }

  @Test
  public void repeatedPage() {
    strike(Fault.REPEATED_PAGE, SECOND_PAGE, -1, 0);
    SourceSnapshot snapshot = read();
    assertFalse(snapshot.usersCompleteness().complete());
    assertEquals(1, snapshot.incomplete().size());
    assertEquals("asked once", 1, secondPages());
  }

  @Test
  public void pageOrderChanged() {
    for (long seed = 1; seed <= 5; seed++) {
      strike(Fault.SHUFFLED_PAGE, "/api/v1/(users|groups)", -1, seed);
      SourceSnapshot snapshot = read();
      org.faults().clear();
      assertEquals(List.of(), snapshot.incomplete());
      assertEquals("order " + seed, whole, text(snapshot));
    }
  }

  @Test
  public void tokenExpired() {
    strike(Fault.TOKEN_REVOKED, SECOND_PAGE, 1, 0);
    assertPeopleBreakOff(OktaErrorTranslator.TOKEN);
    org.setTokenRevoked(true);
    SourceException refused = assertThrows(SourceException.class, this::read);
    assertEquals(SourceException.Kind.DENIED, refused.kind());
    assertEquals(OktaErrorTranslator.TOKEN, refused.problem().code());
    org.setTokenRevoked(false);
    assertEquals(whole, text(read()));
  }

  @Test
  public void slow() {
    strike(Fault.SLOW, "/api/v1/", 6, 250);
    strike(Fault.SLOW_BODY, "/api/v1/", 6, 1_000);
    assertNoTrace(0);
  }

  @Test
  public void threadInterrupted() throws InterruptedException {
    strike(Fault.SLOW, SECOND_PAGE, 1, 5_000);
    AtomicReference<Throwable> end = new AtomicReference<>();
    AtomicBoolean stillInterrupted = new AtomicBoolean();
    CountDownLatch over = new CountDownLatch(1);
    Thread reader =
        new Thread(
            () -> {
              try {
                source.read(
                    new SyncScope(true, false), folder.getRoot().toPath(), stop, Progress.NONE);
              } catch (RuntimeException e) {
                end.set(e);
              }
              stillInterrupted.set(Thread.currentThread().isInterrupted());
              over.countDown();
            });
    int before = folder.getRoot().list().length;
    reader.start();
    while (!org.faults().armed().isEmpty()) {
      Thread.onSpinWait();
    }
    reader.interrupt();
    assertTrue("ends at once", over.await(4, TimeUnit.SECONDS));
    assertTrue(String.valueOf(end.get()), end.get() instanceof StoppedException);
    assertTrue(stillInterrupted.get());
    assertEquals("nothing is left behind", before, folder.getRoot().list().length);
    source = source(Patience.DEFAULT);
    assertNoTrace(0);
  }

  /** One clock for both sides; whoever waits moves it. */
  private static final class Time extends Clock implements Pacer {
    private final AtomicReference<Duration> waited = new AtomicReference<>(Duration.ZERO);
    private volatile Instant now = Instant.parse("2026-11-20T10:00:00Z");

    @Override
    public synchronized void pause(Duration time, StopSignal stop) {
      stop.check();
      waited.accumulateAndGet(time, Duration::plus);
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
