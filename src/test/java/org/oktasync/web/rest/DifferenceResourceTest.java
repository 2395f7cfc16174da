package org.oktasync.web.rest;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javax.ws.rs.core.Response;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.config.SettingsJson;
import org.oktasync.model.Message;
import org.oktasync.run.ports.SpoolFolders;
import org.oktasync.run.preview.DifferenceTasks;
import org.oktasync.run.preview.PlanDifferences;
import org.oktasync.source.SourceException;

/** What settings would change that are not saved yet. */
public class DifferenceResourceTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private RestWorld world;
  private long connection;
  private DifferenceResource differences;
  private DifferenceTasks tasks;

  /** Does the work of the background; at once, unless a test waits with it. */
  private Executor thread = Runnable::run;

  private final List<Runnable> waiting = new ArrayList<>();

  @Before
  public void connect() {
    world = new RestWorld(folder.getRoot().toPath());
    connection = world.connect();
    PlanDifferences plans =
        new PlanDifferences(world.ports, new SpoolFolders(folder.getRoot().toPath()), world.clock);
    tasks = new DifferenceTasks(world.ports, plans, work -> thread.execute(work), world.clock);
    differences = new DifferenceResource(world.entry, world.connections, tasks, new SettingsJson());
    world.source.person("1", "ann").person("2", "bob").person("3", "cid");
    world.source.group("g", "team", "1", "2");
    Answered.with(202, world.starts().start("" + connection, "{}"));
  }

  private JsonNode difference(String body) {
    return Answered.with(200, start(null, null, body)).json();
  }

  /** Works it out while the caller waits. */
  private Response start(String text, String limit, String body) {
    return differences.start("" + connection, text, limit, null, body);
  }

  private Response startInBackground() {
    return differences.start("" + connection, null, null, "true", "{}");
  }

  private Answered progress() {
    return Answered.with(200, differences.progress("" + connection));
  }

  private static List<String> rows(JsonNode part) {
    List<String> rows = new ArrayList<>();
    part.path("values")
        .forEach(
            row -> rows.add(row.path("operation").asText() + " " + row.path("subject").asText()));
    return rows;
  }

  @Test
  public void theSameSettingsMakeNoDifference() {
    world.source.person("4", "dora");
    JsonNode same = difference("{}");
    assertEquals(0, same.at("/added/total").asInt());
    assertEquals(0, same.at("/dropped/total").asInt());
    assertEquals(1, same.at("/after/users/created").asInt());
    assertEquals(same.path("before"), same.path("after"));
  }

  @Test
  public void whomAScopeWouldTakeAwayIsNamed_andNothingIsSavedOrWritten() {
    long writes = world.targets.okta.writes();
    long runs = world.journal.runs(connection, 0, 1).total();
    JsonNode narrowed = difference("{\"scope\":{\"people\":\"groups\",\"groups\":[\"g\"]}}");
    assertEquals(List.of("deactivate cid"), rows(narrowed.path("added")));
    assertEquals(0, narrowed.at("/before/users/deactivated").asInt());
    assertEquals(1, narrowed.at("/after/users/deactivated").asInt());
    assertEquals(writes, world.targets.okta.writes());
    assertEquals(runs, world.journal.runs(connection, 0, 1).total());
    assertEquals(
        "everyone",
        world.settings.connection(connection).orElseThrow().settings().scope().people());
  }

  @Test
  public void whatOnlyThePresentSettingsWouldDoIsNamedToo_andFound() {
    world.source.person("5", "eve").person("6", "fay");
    JsonNode off = difference("{\"users\":{\"create\":false}}");
    assertEquals(List.of("create eve", "create fay"), rows(off.path("dropped")));
    JsonNode found = Answered.with(200, start("EV", "1", "{\"users\":{\"create\":false}}")).json();
    assertEquals(List.of("create eve"), rows(found.path("dropped")));
    assertEquals(1, found.at("/dropped/total").asInt());
  }

  @Test
  public void settingsThatCouldNotBeSavedAreRefusedWithTheirFields() {
    assertEquals(
        List.of("planHours: number-out-of-range"),
        Answered.with(400, start(null, null, "{\"planHours\":0}")).errors());
    assertEquals(
        List.of("limit: number-out-of-range"),
        Answered.with(400, start(null, "-1", "{}")).errors());
    Answered.with(404, differences.start("99", null, null, null, "{}"));
  }

  @Test
  public void aBreachedLimitIsTold() {
    for (int i = 10; i < 60; i++) {
      world.source.person("" + i, "p" + i);
    }
    Answered.with(202, world.starts().start("" + connection, "{}"));
    JsonNode narrowed = difference("{\"scope\":{\"people\":\"groups\",\"groups\":[\"g\"]}}");
    assertEquals(
        List.of("maxDeactivations", "minUsersPercent"),
        narrowed.path("breaches").findValuesAsText("guardrail").stream().sorted().toList());
  }

  private void startAndWait() {
    thread = waiting::add;
    Answered.with(202, startInBackground());
  }

  @Test
  public void itIsFollowedWhileItIsWorkedOut_oneAtATime() {
    assertEquals("NONE", progress().at("/state"));
    startAndWait();
    Answered running = progress();
    assertEquals("RUNNING", running.at("/state"));
    assertEquals("1", running.at("/step"));
    assertEquals("3", running.at("/steps"));
    assertEquals("ada", running.at("/startedBy"));
    assertEquals("null", running.at("/difference"));
    assertEquals(
        List.of("null: difference-under-way"), Answered.with(409, startInBackground()).errors());
    Answered.with(409, start(null, null, "{}"));
    waiting.get(0).run();
    assertEquals("SUCCEEDED", progress().at("/state"));
    assertEquals("0", progress().at("/difference/added/total"));
    thread = Runnable::run;
    difference("{}");
  }

  @Test
  public void whatNobodyWantsToKnowAnyMoreEnds() {
    startAndWait();
    Answered.with(204, differences.cancel("" + connection));
    waiting.get(0).run();
    assertEquals("CANCELLED", progress().at("/state"));
    assertEquals("difference-stopped", progress().at("/code"));
    thread = Runnable::run;
    difference("{}");
    Answered.with(404, differences.progress("99"));
    Answered.with(404, differences.cancel("99"));
  }

  @Test
  public void aSourceThatCannotBeReadIsTold() {
    startAndWait();
    Message why = Message.of("okta-token-invalid");
    world.source.goDown(new SourceException(SourceException.Kind.RETRY, why, null));
    waiting.get(0).run();
    assertEquals("FAILED", progress().at("/state"));
    assertEquals("okta-token-invalid", progress().at("/code"));
    Answered.with(503, start(null, null, "{}"));
    assertEquals("who waits is told, and so are others", "FAILED", progress().at("/state"));
  }

  @Test
  public void theResultIsForgottenAfterTenMinutes() {
    difference("{}");
    world.clock.pass(Duration.ofMinutes(10));
    assertEquals("SUCCEEDED", progress().at("/state"));
    world.clock.pass(Duration.ofSeconds(1));
    assertEquals("NONE", progress().at("/state"));
  }

  @Test
  public void aProductThatStopsWorksOutNoMore() {
    startAndWait();
    tasks.shutDown();
    waiting.get(0).run();
    assertEquals("CANCELLED", progress().at("/state"));
    Answered.with(409, startInBackground());
    Answered.with(409, start(null, null, "{}"));
  }
}
