package org.oktasync.web.rest;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;

/** Runs over REST. */
public class RunResourceTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private RestWorld world;
  private RunResource resource;
  private long connection;

  @Before
  public void setUp() {
    world = new RestWorld(folder.getRoot().toPath());
    connection = world.connect();
    resource = world.runResource();
    world.source.person("00u1", "ann").person("00u2", "bob").group("00g1", "team", "00u1");
  }

  @Test
  public void aRun_tellsWhatItDid_withEveryCount() {
    Answered run = get(world.run(connection, "{}"));
    assertEquals("SUCCEEDED", run.at("/state"));
    assertEquals("rest", run.at("/trigger"));
    assertEquals("ada", run.at("/startedBy"));
    assertEquals(
        "{\"users\":{\"created\":2,\"updated\":0,\"renamed\":0,\"deactivated\":0,"
            + "\"reactivated\":0,\"deleted\":0,\"adopted\":0,\"waiting\":0,"
            + "\"staying\":0,\"unchanged\":0,\"skipped\":0,"
            + "\"failed\":0},\"groups\":{\"created\":1,\"updated\":0,\"deleted\":0,\"adopted\":0,"
            + "\"unchanged\":0,\"skipped\":0,\"failed\":0},\"memberships\":{\"added\":1,"
            + "\"removed\":0,\"unchanged\":0,\"skipped\":0,\"failed\":0},\"leads\":{"
            + "\"updated\":0,\"skipped\":0,\"failed\":0},\"objects\":{"
            + "\"created\":0,\"updated\":0,\"unchanged\":0,\"retired\":0,\"deleted\":0,"
            + "\"skipped\":0,\"failed\":0}}",
        run.json().get("counts").toString());
    assertEquals("{\"directory\":4,\"journal\":4}", run.json().get("written").toString());
    assertEquals("2026-03-01T08:00:00Z", run.at("/startedAt"));
    assertEquals("null", run.at("/approvedBy"));
    assertEquals("true", run.at("/complete"));
    assertEquals("false", run.at("/wouldHold"));
    assertEquals(64, run.at("/planFingerprint").length());
  }

  @Test
  public void aSecondRun_writesNothing() {
    world.run(connection, "{}");
    Answered second = get(world.run(connection, "{}"));
    assertEquals("{\"directory\":0,\"journal\":0}", second.json().get("written").toString());
    assertEquals("2", second.at("/counts/users/unchanged"));
  }

  @Test
  public void anIncompleteRun_namesItsLists() {
    world.source.breakMembers("00g1");
    Answered run = get(world.run(connection, "{\"dryRun\":true}"));
    assertEquals("false", run.at("/complete"));
    assertEquals("list-incomplete", run.at("/incomplete/0/message").replace("okta-sync.", ""));
  }

  @Test
  public void aDryRun_thatBreaksALimit_wouldBeHeld_andApplyingItHoldsIt() {
    loseEverybody();
    Answered dry = get(world.run(connection, "{\"dryRun\":true,\"mode\":\"full\"}"));
    assertEquals("SUCCEEDED", dry.at("/state"));
    assertEquals("true", dry.at("/wouldHold"));
    assertEquals("minUsers", dry.at("/breaches/0/guardrail"));
    assertEquals("guardrail-min-users", dry.at("/breaches/0/code"));
    assertEquals("guardrails.minUsers", dry.at("/breaches/0/field"));
    String dryRun = dry.at("/id");
    Answered applied = Answered.with(202, resource.apply(dryRun, "{\"trigger\":\"manual\"}"));
    Answered held = get(applied.json().get("id").asLong());
    assertEquals("HELD", held.at("/state"));
    assertEquals("manual", held.at("/trigger"));
    assertEquals("run-held", held.at("/code"));
    assertEquals("false", held.at("/wouldHold"));
  }

  @Test
  public void aHeldRun_isApprovedOnce_orRejected() {
    loseEverybody();
    long held = world.run(connection, "");
    assertEquals(held, Answered.with(202, resource.approve("" + held)).json().get("id").asLong());
    assertEquals("ada", get(held).at("/approvedBy"));
    Answered again = Answered.with(409, resource.approve("" + held));
    assertEquals(List.of("null: run-not-held"), again.errors());
    assertEquals("" + held, again.at("/id"));
    loseEverybody();
    long other = world.run(connection, "{}");
    assertEquals("CANCELLED", Answered.with(200, resource.reject("" + other)).at("/state"));
    assertEquals("ada", get(other).at("/rejectedBy"));
  }

  @Test
  public void aPlanThatNoLongerHolds_is409() {
    long dry = world.run(connection, "{\"dryRun\":true}");
    world.clock.pass(Duration.ofHours(25));
    assertEquals(
        List.of("null: plan-expired"), Answered.with(409, resource.apply("" + dry, null)).errors());
  }

  @Test
  public void aRun_thatGivesNoSignOfLife_isShownAsInterrupted() {
    long id = running();
    assertEquals("RUNNING", get(id).at("/state"));
    assertEquals("(missing)", get(id).at("/written/journal"));
    Answered.with(202, resource.cancel("" + id));
    world.clock.pass(Duration.ofSeconds(61));
    assertEquals("INTERRUPTED", get(id).at("/state"));
    assertEquals("what a person can do", "run-interrupted", get(id).at("/code"));
    assertEquals(List.of("INTERRUPTED"), list("" + connection).values("state"));
    Answered.with(409, resource.cancel("" + id));
  }

  @Test
  public void runs_areListedNewestFirst() {
    long first = world.run(connection, "{}");
    long second = world.run(connection, "{\"dryRun\":true}");
    assertEquals(List.of("" + second, "" + first), list(null).values("id"));
    assertEquals(List.of(), list("77").values("id"));
    Answered.with(400, resource.list("x", null, null));
    Answered.with(400, resource.list(null, "-1", null));
    Answered.with(400, resource.list(null, null, "1001"));
    Answered.with(400, resource.list(null, null, "0"));
    assertEquals(
        List.of("limit: wrong-type"), Answered.with(400, resource.list(null, null, "a")).errors());
  }

  @Test
  public void whatDoesNotExist_is404() {
    Answered.with(404, resource.get("9"));
    Answered.with(404, resource.cancel("9"));
    Answered.with(404, resource.approve("9"));
    Answered.with(404, resource.reject("9"));
    Answered.with(404, resource.apply("9", "{}"));
  }

  /** What was there is synced, and then Okta answers with nobody. */
  private void loseEverybody() {
    world.source.person("00u1", "ann").person("00u2", "bob");
    world.run(connection, "{}");
    world.source.deletePerson("00u1").deletePerson("00u2");
  }

  /** A run that another node has under way. */
  private long running() {
    long finished = world.run(connection, "{\"dryRun\":true}");
    SyncRun run = world.journal.find(finished).orElseThrow();
    world.journal.delete(finished);
    SyncRun begun = run.with().state(RunState.RUNNING).planId(0).finishedAt(null).build();
    return world.journal.add(begun).id();
  }

  private Answered list(String of) {
    return Answered.with(200, resource.list(of, null, null));
  }

  private Answered get(long id) {
    return Answered.with(200, resource.get("" + id));
  }
}
