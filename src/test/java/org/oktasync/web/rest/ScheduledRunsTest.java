package org.oktasync.web.rest;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.config.Connection;
import org.oktasync.config.ConnectionSettings;
import org.oktasync.config.SettingsJson;
import org.oktasync.fakes.NightlyCron;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.schedule.DueRuns;
import org.oktasync.schedule.Site;

/** Runs that start by themselves. */
public class ScheduledRunsTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private RestWorld world;
  private long connection;

  @Before
  public void setUp() {
    world = new RestWorld(folder.getRoot().toPath());
    world.source.person("00u1", "ann").person("00u2", "bob").group("00g1", "team", "00u1");
    connection = world.connect();
  }

  @Test
  public void aRunStartsWhenItIsDue_notBefore_andOfNobodysDoing() {
    schedule("\"interval\":\"PT1H\"");
    world.minute();
    assertEquals(List.of(), scheduled());
    world.clock.pass(Duration.ofMinutes(30));
    world.minute();
    SyncRun run = only();
    assertEquals("", run.startedBy());
    assertEquals(RunState.SUCCEEDED, run.state());
    assertEquals("2026-03-01T08:30:00Z", get("/schedule/lastStartedAt"));
    assertEquals("2026-03-01T09:30:00Z", get("/schedule/nextRunAt"));
    world.minute();
    only();
  }

  @Test
  public void dueTimesThatWereMissed_areOneRun() {
    schedule("\"interval\":\"PT1H\"");
    world.clock.pass(Duration.ofHours(30));
    world.minute();
    world.minute();
    only();
    assertEquals("keeps its phase", "2026-03-02T14:30:00Z", get("/schedule/nextRunAt"));
  }

  @Test
  public void aCronExpression_firesAtItsTimes_putOffByAFewMinutes() {
    schedule("\"cron\":\"" + NightlyCron.NIGHTLY + "\"");
    world.clock.pass(Duration.ofHours(18));
    world.minute();
    assertEquals(List.of(), scheduled());
    world.clock.pass(Duration.ofHours(2));
    world.minute();
    only();
    assertEquals("2026-03-03T03:05:00Z", get("/schedule/nextRunAt"));
  }

  @Test
  public void theLookIsShort_theRunIsStartedElsewhere() {
    schedule("\"interval\":\"PT1H\"");
    world.clock.pass(Duration.ofHours(1));
    List<Runnable> handedOver = new ArrayList<>();
    DueRuns node = world.dueRuns(handedOver::add);
    node.look();
    assertEquals(List.of(), scheduled());
    assertEquals(1, handedOver.size());
    handedOver.get(0).run();
    only();
  }

  @Test
  public void twoNodesThatLookAtOnce_startOneRun() {
    schedule("\"interval\":\"PT1H\"");
    world.clock.pass(Duration.ofHours(1));
    List<Runnable> handedOver = new ArrayList<>();
    world.dueRuns(handedOver::add).look();
    world.dueRuns(handedOver::add).look();
    assertEquals(1, handedOver.size());
  }

  @Test
  public void aRunThatIsUnderWay_letsTheTimePass() {
    schedule("\"interval\":\"PT1H\"");
    world.clock.pass(Duration.ofMinutes(30));
    world.locked.add(connection);
    world.minute();
    assertEquals(List.of(), scheduled());
    assertEquals("schedule-passed-running", get("/schedule/passed/code"));
    assertEquals("2026-03-01T08:30:00Z", get("/schedule/passed/due"));
    assertEquals("2026-03-01T09:30:00Z", get("/schedule/nextRunAt"));
    world.locked.clear();
    world.clock.pass(Duration.ofHours(1));
    world.minute();
    only();
    assertEquals("null", get("/schedule/passed"));
  }

  @Test
  public void aHeldRun_letsTheTimePass_whileItsPlanHolds() {
    world.run(connection, "{}");
    schedule("\"interval\":\"PT1H\"");
    world.source.deletePerson("00u1").deletePerson("00u2");
    world.clock.pass(Duration.ofMinutes(30));
    world.minute();
    assertEquals(RunState.HELD, only().state());
    world.clock.pass(Duration.ofHours(1));
    world.minute();
    assertEquals(1, scheduled().size());
    assertEquals("schedule-passed-held", get("/schedule/passed/code"));
    world.clock.pass(Duration.ofHours(24));
    world.minute();
    assertEquals(2, scheduled().size());
  }

  @Test
  public void aConnectionThatIsOff_letsTheTimePass() {
    schedule("\"interval\":\"PT1H\"");
    put("\"enabled\":false");
    world.clock.pass(Duration.ofHours(1));
    world.minute();
    assertEquals(List.of(), scheduled());
    assertEquals("connection-disabled", get("/schedule/passed/code"));
  }

  @Test
  public void aPausedSchedule_startsNothing() {
    schedule("\"interval\":\"PT1H\"");
    Answered.with(200, world.scheduleResource().pause("" + connection));
    world.clock.pass(Duration.ofHours(3));
    world.minute();
    assertEquals(List.of(), scheduled());
  }

  @Test
  public void oneFailure_keepsNoOtherConnectionFromItsRun() {
    schedule("\"interval\":\"PT1H\"");
    long broken = connection;
    connection = connectToo();
    schedule("\"interval\":\"PT1H\"");
    world.scheduled.store.breakDown(broken);
    world.clock.pass(Duration.ofHours(1));
    world.minute();
    only();
  }

  @Test
  public void aCopyOfTheSite_pausesItself_andIsResumedByHand() {
    schedule("\"interval\":\"PT1H\"");
    put("\"notices\":{\"receivers\":[\"it@example.com\"]}");
    world.audit.news();
    world.scheduled.site = new Site("https://test.example.com", "B1-1");
    world.minute();
    assertPausedBySite();
    world.scheduled.site = new Site("https://jira.example.com", "B1-1");
    world.clock.pass(Duration.ofHours(3));
    world.minute();
    assertEquals("not by itself", "paused", get("/schedule/state"));
    assertEquals(List.of(), scheduled());
    Answered.with(200, world.scheduleResource().resume("" + connection));
    assertEquals("on", get("/schedule/state"));
    world.minute();
    assertEquals("on", get("/schedule/state"));
  }

  @Test
  public void aCopyWithAnotherServerId_pausesItself_evenWhenARunIsDue() {
    schedule("\"interval\":\"PT1H\"");
    put("\"notices\":{\"receivers\":[\"it@example.com\"]}");
    world.audit.news();
    world.scheduled.site = new Site("https://jira.example.com", "B2-2");
    world.clock.pass(Duration.ofHours(3));
    world.minute();
    assertPausedBySite();
  }

  private void assertPausedBySite() {
    assertEquals(List.of(), scheduled());
    assertEquals("paused", get("/schedule/state"));
    assertEquals("true", get("/schedule/paused"));
    assertEquals("site-changed", get("/schedule/pausedReason"));
    assertEquals(List.of("notice-schedule-paused"), world.notices.news());
    assertEquals(List.of("schedule-paused by"), world.audit.news());
    world.minute();
    assertEquals("told once", List.of(), world.notices.news());
  }

  @Test
  public void rulesThatNobodyLookedAt_pauseTheSchedule_howeverTheyCame() {
    schedule("\"interval\":\"PT1H\"");
    world.scheduled.store.delete(connection);
    world.clock.pass(Duration.ofHours(1));
    world.minute();
    assertEquals(List.of(), scheduled());
    assertEquals("settings-changed", get("/schedule/pausedReason"));
  }

  @Test
  public void aSaveThatFailedHalfWay_switchesNothingOn_andIsMadeUpFor() {
    schedule("\"interval\":\"PT1H\"");
    Connection stored = world.settings.connection(connection).orElseThrow();
    ConnectionSettings denser =
        new SettingsJson().read("{\"schedule\":{\"interval\":\"PT5M\"}}", stored.settings());
    world.scheduled.schedules.admit(stored, denser);
    assertEquals("null", get("/schedule/nextRunAt"));
    world.minute();
    assertEquals("2026-03-01T08:30:00Z", get("/schedule/nextRunAt"));
  }

  @Test
  public void aFullRunIsDue_whenTheLastIsAsOldAsTheSettingsSay() {
    world.run(connection, "{}");
    schedule("\"interval\":\"PT1H\",\"fullEvery\":\"P1D\"");
    world.clock.pass(Duration.ofMinutes(30));
    world.minute();
    assertEquals(SyncRun.INCREMENTAL, only().mode());
    world.clock.pass(Duration.ofHours(24));
    world.minute();
    assertEquals(SyncRun.FULL, scheduled().get(0).mode());
  }

  @Test
  public void theFirstRunOfNewRules_isFull() {
    world.run(connection, "{}");
    put("\"users\":{\"reactivate\":false}");
    schedule("\"interval\":\"PT1H\"");
    world.clock.pass(Duration.ofMinutes(30));
    world.minute();
    assertEquals(SyncRun.FULL, only().mode());
  }

  /** Another connection, to a directory of its own. */
  private long connectToo() {
    String body =
        "{\"name\":\"Too\",\"baseUrl\":\"too.okta.com\",\"token\":\"00t\","
            + "\"directory\":{\"create\":\"Too\"}}";
    Answered added = Answered.with(201, world.connectionResource().add(body));
    return added.json().get("id").asLong();
  }

  /** Switches a schedule on, after a reviewed dry run. */
  private void schedule(String fields) {
    long dryRun = world.run(connection, "{\"dryRun\":true}");
    Answered.with(200, world.runResource().review("" + dryRun));
    put("\"name\":\"C" + connection + "\",\"schedule\":{" + fields + "}");
    assertEquals("on", get("/schedule/state"));
  }

  private void put(String fields) {
    String body = "{\"version\":" + get("/version") + "," + fields + "}";
    Answered.with(200, world.connectionResource().update("" + connection, body));
  }

  private String get(String pointer) {
    return Answered.with(200, world.connectionResource().get("" + connection)).at(pointer);
  }

  private SyncRun only() {
    assertEquals(1, scheduled().size());
    return scheduled().get(0);
  }

  private List<SyncRun> scheduled() {
    return world.journal.runs(connection, 0, 1000).values().stream()
        .filter(run -> run.trigger().equals("schedule"))
        .toList();
  }
}
