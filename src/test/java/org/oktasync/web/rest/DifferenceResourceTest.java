package org.oktasync.web.rest;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.config.SettingsJson;
import org.oktasync.run.PlanDifferences;
import org.oktasync.run.SpoolFolders;

/** What settings would change that are not saved yet. */
public class DifferenceResourceTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private RestWorld world;
  private long connection;
  private DifferenceResource differences;

  @Before
  public void connect() {
    world = new RestWorld(folder.getRoot().toPath());
    connection = world.connect();
    PlanDifferences plans =
        new PlanDifferences(world.ports, new SpoolFolders(folder.getRoot().toPath()), world.clock);
    differences = new DifferenceResource(world.entry, world.connections, plans, new SettingsJson());
    world.source.person("1", "ann").person("2", "bob").person("3", "cid");
    world.source.group("g", "team", "1", "2");
    Answered.with(202, world.starts().start("" + connection, "{}"));
  }

  private JsonNode difference(String body) {
    return Answered.with(200, differences.difference("" + connection, null, null, body)).json();
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
    JsonNode found =
        Answered.with(
                200,
                differences.difference(
                    "" + connection, "EV", "1", "{\"users\":{\"create\":false}}"))
            .json();
    assertEquals(List.of("create eve"), rows(found.path("dropped")));
    assertEquals(1, found.at("/dropped/total").asInt());
  }

  @Test
  public void settingsThatCouldNotBeSavedAreRefusedWithTheirFields() {
    assertEquals(
        List.of("planHours: number-out-of-range"),
        Answered.with(400, differences.difference("" + connection, null, null, "{\"planHours\":0}"))
            .errors());
    assertEquals(
        List.of("limit: number-out-of-range"),
        Answered.with(400, differences.difference("" + connection, null, "-1", "{}")).errors());
    Answered.with(404, differences.difference("99", null, null, "{}"));
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
}
