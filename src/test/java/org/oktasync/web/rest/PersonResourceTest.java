package org.oktasync.web.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** One person looked at, and synced alone. */
public class PersonResourceTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private RestWorld world;
  private long connection;
  private PersonResource people;

  @Before
  public void connect() {
    world = new RestWorld(folder.getRoot().toPath());
    connection = world.connect();
    people = new PersonResource(world.entry, world.connections, world.people());
    world
        .source
        .person("u1", "ada@x.org", "ACTIVE", "ada@mail.org", "Ada Lovelace")
        .person("u2", "bob@x.org", "ACTIVE", "twin@mail.org", "Bob")
        .person("u3", "cid@x.org", "ACTIVE", "twin@mail.org", "Cid")
        .group("g1", "team", "u1", "u2");
  }

  private JsonNode preview(String user) {
    return Answered.with(200, people.preview("" + connection, user)).json();
  }

  @Test
  public void eachStepIsTold() {
    JsonNode steps = preview("ada@x.org");
    assertEquals("u1", steps.path("user").asText());
    assertTrue(steps.at("/found/ok").asBoolean());
    assertEquals("in-scope", steps.at("/scope/reach").asText());
    assertFalse(steps.at("/matched/ok").asBoolean());
    assertEquals("username", steps.at("/mapped/attributes/0/target").asText());
    assertEquals("ada@x.org", steps.at("/mapped/attributes/0/value").asText());
    assertEquals("team", steps.at("/groups/0/name").asText());
    assertEquals("source-group", steps.at("/groups/0/because/0/kind").asText());
    assertEquals(3, steps.path("changes").size());
  }

  @Test
  public void idLoginAndMailMeanSomebody_butNotAMailOfTwo() {
    assertEquals("u1", preview("u1").path("user").asText());
    assertEquals("u1", preview(" ada@mail.org ").path("user").asText());
    assertEquals(
        List.of("user: person-not-found"),
        Answered.with(400, people.preview("" + connection, "twin@mail.org")).errors());
    assertEquals(
        List.of("user: value-missing"),
        Answered.with(400, people.preview("" + connection, null)).errors());
    Answered.with(404, people.preview("99", "u1"));
  }

  @Test
  public void aRunAboutOnePersonSyncsThemAlone_andWhoIsGoneIsFoundByTheirAccount() {
    String body = "{\"user\":\"ada@x.org\"}";
    JsonNode run = Answered.with(202, world.starts().start("" + connection, body)).json();
    assertEquals("person", world.journal.find(run.path("id").asLong()).orElseThrow().mode());
    assertEquals(1, world.links.count(connection, org.oktasync.model.EntityKind.USER));
    world.source.deletePerson("u1");
    JsonNode gone = preview("ada@x.org");
    assertFalse(gone.at("/found/ok").asBoolean());
    assertEquals("not-found", gone.at("/scope/reach").asText());
    assertEquals("created", gone.at("/matched/link/origin").asText());
  }

  @Test
  public void aGroupThatIsLeftAloneIsTheSameAfterTheRun() {
    assertEquals("false true true", group("ada@x.org"));
    Answered.with(202, world.starts().start("" + connection, "{\"user\":\"ada@x.org\"}"));
    assertEquals("true true true", group("ada@x.org"));
    String out = "{\"version\":1,\"groups\":{\"exclude\":[\"team\"]}}";
    Answered.with(200, world.connectionResource().update("" + connection, out));
    assertEquals("it is not emptied", "true false true", group("ada@x.org"));
    assertEquals("nor filled", "false false false", group("bob@x.org"));
    String in = "{\"version\":2,\"groups\":{\"exclude\":[]}}";
    Answered.with(200, world.connectionResource().update("" + connection, in));
    world.source.group("g1", "team", "u2");
    assertEquals("true false false", group("ada@x.org"));
  }

  /** Whether a person is in the team, should be, and would be after a run. */
  private String group(String user) {
    JsonNode team = preview(user).at("/groups/0");
    assertEquals("team", team.path("name").asText());
    return "%s %s %s"
        .formatted(
            team.path("member").asText(),
            team.path("wanted").asText(),
            team.path("after").asText());
  }

  @Test
  public void objectsAndLimitsAreNoPartOfIt() {
    for (String more : List.of("\"part\":\"assets\"", "\"limit\":5")) {
      String body = "{\"user\":\"u1\"," + more + "}";
      assertEquals(
          List.of("part: not-supported"),
          Answered.with(400, world.starts().start("" + connection, body)).errors());
    }
    Answered.with(400, world.starts().start("" + connection, "{\"user\":\"nobody\"}"));
  }
}
