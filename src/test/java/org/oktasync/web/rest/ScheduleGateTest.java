package org.oktasync.web.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.fakes.NightlyCron;
import org.oktasync.record.SyncRun;

/** What must be true before a schedule is switched on, and what pauses it. */
public class ScheduleGateTest {
  private static final String HOURLY = "\"schedule\":{\"interval\":\"PT1H\"}";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private RestWorld world;
  private ConnectionResource connections;
  private ScheduleResource schedule;
  private String id;

  @Before
  public void setUp() {
    world = new RestWorld(folder.getRoot().toPath());
    world.source.person("00u1", "ann").group("00g1", "team", "00u1");
    connections = world.connectionResource();
    schedule = world.scheduleResource();
    id = "" + world.connect();
  }

  @Test
  public void aNewConnection_hasNoSchedule() {
    Answered connection = get();
    assertEquals("off", connection.at("/schedule/state"));
    assertEquals("null", connection.at("/schedule/nextRunAt"));
    assertEquals("null", connection.at("/schedule/pausedReason"));
    assertEquals("false", connection.at("/schedule/reviewed"));
  }

  @Test
  public void aConnectionCannotBeMadeWithAScheduleThatIsOn() {
    String body =
        "{\"name\":\"B\",\"baseUrl\":\"b.okta.com\",\"token\":\"00t\","
            + "\"directory\":{\"create\":\"B\"},"
            + HOURLY
            + "}";
    refusedAs("schedule: schedule-not-reviewed", Answered.with(400, connections.add(body)));
    assertEquals("no directory is left over", 1, world.settings.connections().size());
    assertTrue(world.targets.all().stream().noneMatch(one -> one.name().equals("B")));
    String paused = body.replace("PT1H\"", "PT1H\",\"paused\":true");
    Answered added = Answered.with(201, connections.add(paused));
    assertEquals("paused", added.at("/schedule/state"));
  }

  @Test
  public void withoutADryRun_noScheduleIsSwitchedOn() {
    refusedAs("schedule: schedule-not-reviewed", put(400, HOURLY));
    assertEquals("off", get().at("/schedule/state"));
  }

  @Test
  public void aDryRunThatNobodyReviewed_isNotEnough() {
    dryRun();
    refusedAs("schedule: schedule-not-reviewed", put(400, HOURLY));
  }

  @Test
  public void afterAReview_theScheduleIsSwitchedOn_andTheNextRunIsShown() {
    Answered reviewed = review(dryRun());
    assertEquals("ada", reviewed.at("/reviewedBy"));
    assertEquals("2026-03-01T08:00:00Z", reviewed.at("/reviewedAt"));
    assertEquals("true", get().at("/schedule/reviewed"));
    Answered on = put(200, HOURLY);
    assertEquals("on", on.at("/schedule/state"));
    assertEquals("half an hour on", "2026-03-01T08:30:00Z", on.at("/schedule/nextRunAt"));
  }

  @Test
  public void whoAppliesADryRun_hasReviewedIt() {
    long dryRun = dryRun();
    Answered.with(202, world.runResource().apply("" + dryRun, "{}"));
    assertEquals("ada", run(dryRun).at("/reviewedBy"));
    put(200, HOURLY);
  }

  @Test
  public void onlyAWholeDryRun_isReviewed_andOneReviewIsEnough() {
    long sync = world.run(Long.parseLong(id), "{}");
    notReviewable(sync);
    world.source.breakMembers("00g1");
    long incomplete = dryRun();
    notReviewable(incomplete);
    world.source.mend();
    long dryRun = dryRun();
    review(dryRun);
    world.clock.pass(Duration.ofMinutes(1));
    assertEquals("2026-03-01T08:00:00Z", review(dryRun).at("/reviewedAt"));
    Answered.with(404, world.runResource().review("99"));
  }

  @Test
  public void aTrial_orALookAtOtherThingsThanPeople_isNoReviewForASchedule() {
    world.run(Long.parseLong(id), "{\"part\":\"directory\",\"limit\":1,\"dryRun\":true}");
    long trial = world.journal.runs(0, 0, 1).values().get(0).id();
    assertEquals("trial", run(trial).at("/mode"));
    review(trial);
    refusedAs("schedule: schedule-not-reviewed", put(400, HOURLY));
    long objects = dryRun();
    review(objects);
    world.journal.update(
        world
            .journal
            .find(objects)
            .orElseThrow()
            .with()
            .extent(new SyncRun.Extent("assets", 5))
            .build());
    refusedAs("schedule: schedule-not-reviewed", put(400, HOURLY));
  }

  @Test
  public void anAppliedDryRunThatWasNotWhole_isNoReviewForASchedule() {
    world.source.breakMembers("00g1");
    long incomplete = dryRun();
    Answered.with(202, world.runResource().apply("" + incomplete, "{}"));
    refusedAs("schedule: schedule-not-reviewed", put(400, HOURLY));
  }

  @Test
  public void aReviewOfOtherRules_isNotEnough() {
    review(dryRun());
    put(200, "\"users\":{\"create\":false}");
    refusedAs("schedule: schedule-not-reviewed", put(400, HOURLY));
    review(dryRun());
    put(200, HOURLY);
  }

  @Test
  public void rulesThatChangeInTheSameStep_areNotReviewed() {
    review(dryRun());
    String both = HOURLY + ",\"users\":{\"create\":false}";
    refusedAs("schedule: schedule-not-reviewed", put(400, both));
    assertEquals("nothing was saved", "true", get().at("/users/create"));
  }

  @Test
  public void rulesThatChange_pauseTheScheduleByThemselves() {
    switchOn();
    put(200, "\"notices\":{\"receivers\":[\"it@example.com\"]}");
    world.audit.news();
    Answered changed = put(200, "\"users\":{\"create\":false}");
    assertEquals("false", changed.at("/users/create"));
    assertEquals("paused", changed.at("/schedule/state"));
    assertEquals("true", changed.at("/schedule/paused"));
    assertEquals("settings-changed", changed.at("/schedule/pausedReason"));
    assertEquals("schedule-paused-settings-changed", changed.at("/schedule/pausedMessage"));
    assertEquals("null", changed.at("/schedule/nextRunAt"));
    assertEquals("schedule-paused-settings-changed", changed.at("/remarks/0/code"));
    assertEquals(List.of("notice-schedule-paused"), world.notices.news());
    assertEquals(
        List.of("schedule-paused by ada", "connection-changed by ada"), world.audit.news());

    refusedAs("schedule.paused: schedule-not-reviewed", resume(400));
    review(dryRun());
    assertEquals("on", resume(200).at("/schedule/state"));
    assertEquals("null", get().at("/schedule/pausedReason"));
  }

  @Test
  public void whatIsNoRule_leavesTheScheduleOn() {
    switchOn();
    put(200, "\"name\":\"Other\",\"source\":{\"rateShare\":20},\"planHours\":5");
    assertEquals("on", get().at("/schedule/state"));
    Answered denser = put(200, "\"schedule\":{\"interval\":\"PT30M\"}");
    assertEquals("on", denser.at("/schedule/state"));
    assertEquals("2026-03-01T08:15:00Z", denser.at("/schedule/nextRunAt"));
    assertEquals("[]", denser.json().get("remarks").toString());
  }

  @Test
  public void whatIsRead_canBeSentBack_andResetsNothing() {
    switchOn();
    world.clock.pass(Duration.ofMinutes(10));
    ObjectNode read = (ObjectNode) get().json();
    Answered sent = Answered.with(200, connections.update(id, read.toString()));
    assertEquals("on", sent.at("/schedule/state"));
    assertEquals(read.at("/schedule/nextRunAt").asText(), sent.at("/schedule/nextRunAt"));
    assertEquals(read.at("/notices"), sent.json().at("/notices"));
  }

  @Test
  public void anAdministratorPauses_andResumes() {
    switchOn();
    put(200, "\"notices\":{\"receivers\":[\"it@example.com\"]}");
    world.clock.pass(Duration.ofMinutes(10));
    Answered paused = pause(200);
    assertEquals("paused", paused.at("/schedule/state"));
    assertEquals("true", paused.at("/schedule/paused"));
    assertEquals("by-hand", paused.at("/schedule/pausedReason"));
    assertEquals("2026-03-01T08:10:00Z", paused.at("/schedule/pausedAt"));
    assertEquals(paused.at("/version"), pause(200).at("/version"));
    world.clock.pass(Duration.ofHours(5));
    Answered resumed = resume(200);
    assertEquals("false", resumed.at("/schedule/paused"));
    assertEquals("keeps its phase", "2026-03-01T13:30:00Z", resumed.at("/schedule/nextRunAt"));
    assertEquals(resumed.at("/version"), resume(200).at("/version"));
    assertEquals("nobody needs to be told what they did", List.of(), world.notices.news());
  }

  @Test
  public void theSettingDoesTheSameAsTheCalls() {
    switchOn();
    assertEquals(
        "by-hand", put(200, "\"schedule\":{\"paused\":true}").at("/schedule/pausedReason"));
    put(200, "\"users\":{\"create\":false}");
    refusedAs(
        "schedule.paused: schedule-not-reviewed", put(400, "\"schedule\":{\"paused\":false}"));
    review(dryRun());
    assertEquals("on", put(200, "\"schedule\":{\"paused\":false}").at("/schedule/state"));
    assertEquals("off", put(200, "\"schedule\":{\"interval\":\"\"}").at("/schedule/state"));
  }

  @Test
  public void aReviewIsRemembered_evenWhenItsRunIsDeleted() {
    long dryRun = switchOn();
    pause(200);
    world.journal.delete(dryRun);
    assertEquals("on", resume(200).at("/schedule/state"));
  }

  @Test
  public void whatIsNotSet_isNeitherPausedNorResumed() {
    refusedAs("schedule: schedule-not-set", pause(400));
    refusedAs("schedule: schedule-not-set", resume(400));
    Answered.with(404, schedule.pause("99"));
    Answered.with(404, schedule.resume("99"));
  }

  @Test
  public void aCronExpression_isReadByJirasScheduler() {
    review(dryRun());
    refusedAs(
        "schedule.cron: schedule-cron-illegal", put(400, "\"schedule\":{\"cron\":\"at dawn\"}"));
    refusedAs(
        "schedule.cron: schedule-cron-never",
        put(400, "\"schedule\":{\"cron\":\"" + NightlyCron.OVER + "\"}"));
    Answered on =
        put(200, "\"schedule\":{\"cron\":\"" + NightlyCron.NIGHTLY + "\",\"zone\":\"Asia/Tokyo\"}");
    assertEquals("2026-03-01T18:05:00Z", on.at("/schedule/nextRunAt"));
  }

  @Test
  public void aWrongZone_isNamed() {
    refusedAs(
        "schedule.zone: schedule-zone-unknown",
        put(
            400,
            "\"schedule\":{\"cron\":\""
                + NightlyCron.NIGHTLY
                + "\",\"zone\":\"Mars\",\"paused\":true}"));
  }

  @Test
  public void aWrongSchedule_isRefusedEvenWhilePaused() {
    refusedAs(
        "schedule.cron: schedule-cron-illegal",
        put(400, "\"schedule\":{\"cron\":\"at dawn\",\"paused\":true}"));
  }

  @Test
  public void aDeletedConnection_takesItsScheduleWithIt() {
    switchOn();
    Answered.with(204, connections.delete(id));
    assertTrue(world.scheduled.store.find(Long.parseLong(id)).isEmpty());
  }

  @Test
  public void thePageIsToldThatNoticesCannotBeSent() {
    assertEquals("null", get().at("/notices/problem"));
    world.notices.obstruct("mail-no-server");
    assertEquals("mail-no-server", get().at("/notices/problem/code"));
  }

  private long switchOn() {
    long dryRun = dryRun();
    review(dryRun);
    put(200, HOURLY);
    return dryRun;
  }

  private long dryRun() {
    return world.run(Long.parseLong(id), "{\"dryRun\":true}");
  }

  private Answered review(long run) {
    return Answered.with(200, world.runResource().review("" + run));
  }

  private void notReviewable(long run) {
    Answered refused = Answered.with(409, world.runResource().review("" + run));
    assertEquals(List.of("null: run-not-reviewable"), refused.errors());
  }

  private Answered run(long run) {
    return Answered.with(200, world.runResource().get("" + run));
  }

  private Answered get() {
    return Answered.with(200, connections.get(id));
  }

  private Answered put(int status, String fields) {
    JsonNode version = get().json().get("version");
    return Answered.with(
        status, connections.update(id, "{\"version\":" + version + "," + fields + "}"));
  }

  private Answered pause(int status) {
    return Answered.with(status, schedule.pause(id));
  }

  private Answered resume(int status) {
    return Answered.with(status, schedule.resume(id));
  }

  private static void refusedAs(String error, Answered answer) {
    assertEquals(List.of(error), answer.errors());
  }
}
