package org.oktasync.web.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.config.Connection;
import org.oktasync.config.SettingsJson;
import org.oktasync.control.SyncLog;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.Message;
import org.oktasync.record.Tables;
import org.oktasync.support.Installation;
import org.oktasync.support.LogRing;

/** The file for support: everything that helps, nothing that gives away. */
public class SupportResourceTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private final List<String> people = new ArrayList<>();
  private RestWorld world;
  private LogRing ring;
  private SyncLog log;
  private long connection;

  @Before
  public void setUp() {
    world = new RestWorld(folder.getRoot().toPath());
    ring = new LogRing(world.clock);
    log = new SyncLog(List.of(ring));
    connection = world.connect();
    for (int i = 0; i < 30; i++) {
      String login = "login" + i + ".x";
      world.source.person("00u" + i, login, "ACTIVE", "mail" + i + "@corp.org", "Given Name" + i);
      people.addAll(List.of(login, "mail" + i + "@corp.org", "Given Name" + i));
    }
    world
        .targets
        .okta
        .world()
        .hold(new Account(new AccountName("login7.x"), "Taken Already", "own@corp.org", true));
    people.addAll(List.of("Taken Already", "own@corp.org"));
  }

  private Map<String, String> archive() throws IOException {
    Tables tables =
        new Tables() {
          @Override
          public Map<String, Long> rows() {
            return Map.of("SYNC_RUN", 3L);
          }

          @Override
          public String database() {
            return "H2";
          }
        };
    Installation installation =
        new Installation() {
          @Override
          public Map<String, String> versions() {
            return Map.of("jira", "10.3.0");
          }

          @Override
          public String node() {
            return "node1";
          }

          @Override
          public List<String> liveNodes() {
            return List.of("node1", "node2");
          }
        };
    HealthChecks health =
        () -> List.of(new HealthChecks.Check("mail", false, Message.of("health-failed", "mail")));
    SupportResource resource =
        new SupportResource(
            world.entry,
            world.connections,
            world.ports,
            health,
            installation,
            tables,
            ring,
            new SettingsJson(),
            world.scheduled.schedules,
            world.notices,
            world.clock);
    Response response = resource.get();
    assertEquals(200, response.getStatus());
    assertEquals("no-store", response.getHeaderString("Cache-Control"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ((StreamingOutput) response.getEntity()).write(bytes);
    return unzipped(bytes.toByteArray());
  }

  private static Map<String, String> unzipped(byte[] bytes) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  @Test
  public void itHoldsWhatHelps() throws IOException {
    world.run(connection, "{}");
    for (int i = 0; i < 24; i++) {
      world.run(connection, "{\"dryRun\":true}");
    }
    Map<String, String> files = archive();
    assertEquals(
        List.of(
            "connections.json",
            "health.json",
            "installation.json",
            "log-of-this-node.txt",
            "runs.json",
            "tables.json"),
        List.copyOf(files.keySet()));
    JsonNode installation = json(files.get("installation.json"));
    assertEquals("10.3.0", installation.at("/versions/jira").asText());
    assertEquals("node2", installation.at("/liveNodes/1").asText());
    assertEquals("health-failed", json(files.get("health.json")).at("/checks/0/code").asText());
    JsonNode settings = json(files.get("connections.json")).get(0);
    assertEquals("https://example.okta.com", settings.get("baseUrl").asText());
    assertTrue(settings.at("/token/set").asBoolean());
    JsonNode runs = json(files.get("runs.json"));
    assertEquals(20, runs.size());
    assertEquals("SUCCEEDED", runs.at("/0/state").asText());
    assertEquals(29, runs.at("/0/counts/users/unchanged").asInt());
    assertEquals(3, json(files.get("tables.json")).get("SYNC_RUN").asInt());
  }

  @Test
  public void itNamesNobodyAndHoldsNoSecret() throws IOException {
    world.run(connection, "{}");
    Connection present = world.settings.connection(connection).orElseThrow();
    String more =
        "{\"notices\":{\"receivers\":[\"chief@corp.org\"]},\"guardrails\":{\"protectedUsers\":"
            + "[\"root-user\"],\"canary\":{\"user\":\"bird\"}}}";
    world.settings.update(present.with(new SettingsJson().read(more, present.settings())));
    log.warn(new IllegalStateException("no account login3.x (mail4@corp.org)"), "Broken for ada");
    log.info("Given Name5 and stranger@else.where");
    people.addAll(
        List.of("chief@corp.org", "root-user", "bird", "ada", "eve", "stranger@else.where"));
    people.add(RestWorld.TOKEN);
    archive()
        .forEach(
            (name, text) ->
                people.forEach(
                    one ->
                        assertFalse(
                            one + " stands in " + name + ":\n" + text,
                            text.matches(
                                "(?is).*\\b" + java.util.regex.Pattern.quote(one) + "\\b.*"))));
  }

  @Test
  public void theSamePersonIsTheSameThroughout() throws IOException {
    world.run(connection, "{}");
    log.info("login3.x");
    log.info("again login3.x, mail3@corp.org, by ada");
    Map<String, String> files = archive();
    String[] lines = files.get("log-of-this-node.txt").split("\n");
    String person = lines[0].replaceAll(".* ", "");
    assertTrue(person, person.matches("person-\\d+"));
    String ada = json(files.get("runs.json")).at("/0/startedBy").asText();
    assertTrue(lines[1], lines[1].endsWith("again " + person + ", " + person + ", by " + ada));
  }
}
