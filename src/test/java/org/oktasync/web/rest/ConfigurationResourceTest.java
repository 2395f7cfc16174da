package org.oktasync.web.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.config.Connection;
import org.oktasync.config.ProductSettings;
import org.oktasync.config.RetentionSettings;
import org.oktasync.config.SettingsJson;
import org.oktasync.fakes.InMemoryProductSettings;

/** The configuration out of one Jira and into another. */
public class ConfigurationResourceTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private RestWorld world;
  private ConfigurationResource configuration;
  private long id;
  private final InMemoryProductSettings product = new InMemoryProductSettings();

  @Before
  public void connect() {
    world = new RestWorld(folder.getRoot().toPath());
    id = world.connect();
    configuration = of(world, product);
  }

  private static ConfigurationResource of(RestWorld world) {
    return of(world, new InMemoryProductSettings());
  }

  private static ConfigurationResource of(RestWorld world, InMemoryProductSettings product) {
    return new ConfigurationResource(
        world.entry, world.connections, world.ports, new SettingsJson(), product);
  }

  private ObjectNode exported() {
    return (ObjectNode) Answered.with(200, configuration.export()).json();
  }

  private static JsonNode imported(ConfigurationResource into, ObjectNode file, boolean apply) {
    return Answered.with(200, into.restore(file.put("apply", apply).toString())).json();
  }

  @Test
  public void whatIsExportedHoldsNoToken_andComesBackAsItIs() {
    ObjectNode file = exported();
    assertFalse(file.toString().contains(RestWorld.TOKEN));
    assertFalse(file.toString().contains("sealed"));
    assertEquals("none", imported(configuration, file, false).at("/connections/0/action").asText());
    imported(configuration, file, true);
    assertEquals(file.without("apply"), exported());
  }

  @Test
  public void anotherJiraGetsConnectionsThatRest() throws Exception {
    RestWorld other = new RestWorld(folder.newFolder().toPath());
    ObjectNode file = exported();
    assertEquals("add", imported(of(other), file, false).at("/connections/0/action").asText());
    assertTrue(other.connections.all().isEmpty());
    imported(of(other), file, true);
    Connection added = other.connections.all().get(0);
    assertFalse(added.settings().enabled());
    assertTrue(added.settings().schedule().paused());
    assertFalse(added.token().isSet());
    assertEquals(
        world.connections.find(id).orElseThrow().settings().guardrails(),
        added.settings().guardrails());
  }

  @Test
  public void aChangeIsNamedBeforeItIsMade_andTheTokenStays() {
    ObjectNode file = exported();
    ((ObjectNode) file.at("/connections/0")).put("planHours", 48);
    JsonNode look = imported(configuration, file, false);
    assertEquals("change", look.at("/connections/0/action").asText());
    assertEquals("[\"planHours\"]", look.at("/connections/0/changed").toString());
    assertEquals(24, world.connections.find(id).orElseThrow().settings().planHours());
    imported(configuration, file, true);
    assertEquals(48, world.connections.find(id).orElseThrow().settings().planHours());
    assertTrue(world.connections.find(id).orElseThrow().token().isSet());
  }

  private static void keep(ObjectNode file, int days) {
    ((ObjectNode) file.get("retention")).put("days", days);
  }

  @Test
  public void howLongRunsAreKept_isPartOfTheFile() {
    product.update(new ProductSettings(0, new RetentionSettings(40, 50, 6)));
    ObjectNode file = exported();
    assertEquals("{\"days\":40,\"runs\":50,\"dryRuns\":6}", file.get("retention").toString());
    assertEquals("none", imported(configuration, file, false).at("/retention/action").asText());
    keep(file, 30);
    JsonNode look = imported(configuration, file, false).get("retention");
    assertEquals("change", look.get("action").asText());
    assertEquals(40, look.at("/before/days").asInt());
    assertEquals(30, look.at("/after/days").asInt());
    assertEquals("a look stores nothing", 40, product.read().retention().days());
    imported(configuration, file, true);
    assertEquals(new RetentionSettings(30, 50, 6), product.read().retention());
  }

  @Test
  public void aFileThatDoesNotSayHowLong_leavesThatAsItIs() {
    product.update(new ProductSettings(0, new RetentionSettings(40, 50, 6)));
    ObjectNode file = exported();
    file.remove("retention");
    assertEquals("none", imported(configuration, file, true).at("/retention/action").asText());
    keep(file.set("retention", JsonAnswer.object()), 41);
    imported(configuration, file, true);
    assertEquals(new RetentionSettings(41, 50, 6), product.read().retention());
  }

  @Test
  public void timesOfKeepingThatAreNone_areRefused_andNothingElseIsStored() {
    ObjectNode file = exported();
    keep(file, 0);
    ((ObjectNode) file.at("/connections/0")).put("planHours", 48);
    JsonNode look = imported(configuration, file, false);
    assertEquals("retention.days", look.at("/retention/errors/0/field").asText());
    assertEquals(
        List.of("retention.days: number-out-of-range"),
        Answered.with(400, configuration.restore(file.put("apply", true).toString())).errors());
    assertEquals(24, world.connections.find(id).orElseThrow().settings().planHours());
    keep(file, 30);
    ((ObjectNode) file.at("/connections/0")).put("directory", "Nowhere");
    Answered.with(400, configuration.restore(file.toString()));
    assertEquals(RetentionSettings.DEFAULTS, product.read().retention());
    ((ObjectNode) file.get("retention")).put("weeks", 2);
    assertEquals(
        List.of("retention.weeks: import-unknown-setting"),
        Answered.with(400, configuration.restore(file.toString())).errors());
  }

  @Test
  public void aTokenIsNeverSentToAnotherOrganisation() {
    ObjectNode file = exported();
    ((ObjectNode) file.at("/connections/0")).put("baseUrl", "https://other.okta.com");
    assertEquals(
        "import-other-organisation",
        imported(configuration, file, false).at("/connections/0/errors/0/code").asText());
    assertEquals(
        List.of("connections.0.baseUrl: import-other-organisation"),
        Answered.with(400, configuration.restore(file.put("apply", true).toString())).errors());
  }

  @Test
  public void whatIsNotUnderstoodIsRefused_notLeftOut() {
    ObjectNode file = exported();
    ((ObjectNode) file.at("/connections/0/guardrails")).put("maxLuck", 7);
    assertEquals(
        List.of("connections.0.guardrails.maxLuck: import-unknown-setting"),
        Answered.with(400, configuration.restore(file.toString())).errors());
    assertEquals(
        List.of("format: import-format"),
        Answered.with(400, configuration.restore("{\"format\":2,\"connections\":[]}")).errors());
    assertEquals(
        List.of("connections: value-missing"),
        Answered.with(400, configuration.restore("{\"format\":1}")).errors());
    assertEquals(
        List.of("null: import-too-long"),
        Answered.with(400, configuration.restore(" ".repeat(2_000_001))).errors());
    ObjectNode elsewhere = exported();
    ((ObjectNode) elsewhere.at("/connections/0")).put("directory", "Nowhere");
    assertEquals(
        "import-directory-missing",
        imported(configuration, elsewhere, false).at("/connections/0/errors/0/code").asText());
  }
}
