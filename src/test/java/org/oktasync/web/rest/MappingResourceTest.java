package org.oktasync.web.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.config.SettingsJson;
import org.oktasync.fakes.InMemorySchemas;
import org.oktasync.model.Message;
import org.oktasync.run.preview.SourcePreview;
import org.oktasync.source.SourceAttribute.Type;
import org.oktasync.source.SourceException;

/** Mappings tried on people and on typed values. */
public class MappingResourceTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private RestWorld world;
  private long connection;
  private MappingResource mapping;
  private TransformationResource transformations;
  private ConnectionPeopleResource people;

  @Before
  public void connect() {
    world = new RestWorld(folder.getRoot().toPath());
    connection = world.connect();
    SourcePreview preview = new SourcePreview(world.ports);
    mapping = new MappingResource(world.entry, world.connections, preview, new SettingsJson());
    transformations = new TransformationResource(world.entry, new SettingsJson());
    people = new ConnectionPeopleResource(world.entry, world.connections, preview);
    world
        .source
        .person("u1", "ada@x.org", "ACTIVE", "ada@x.org", "Ada Lovelace")
        .attribute("u1", "profile.department", "R&D");
  }

  private JsonNode attempt(String body) {
    return Answered.with(200, mapping.attempt("" + connection, body)).json();
  }

  @Test
  public void aSavedMappingIsTriedOnAPerson() {
    JsonNode tried = attempt("{\"person\":\"u1\"}");
    assertEquals("ada@x.org", tried.at("/person/login").asText());
    assertEquals("username", tried.at("/attributes/0/target").asText());
    assertEquals("ada@x.org", tried.at("/attributes/0/value").asText());
    assertEquals("Ada Lovelace", tried.at("/account/values/displayName").asText());
    assertTrue(tried.at("/account/active").asBoolean());
  }

  @Test
  public void anUnsavedMappingIsTriedStepByStepAndNotSaved() {
    JsonNode tried =
        attempt(
            "{\"person\":\"u1\",\"mapping\":{\"attributes\":["
                + "{\"target\":\"username\",\"source\":\"profile.login\",\"steps\":["
                + "{\"type\":\"before\",\"text\":\"@\"},{\"type\":\"upper-case\"}]}]}}");
    assertEquals("[\"ada@x.org\",\"ada\",\"ADA\"]", tried.at("/attributes/0/way").toString());
    assertEquals("ADA", tried.at("/account/values/username").asText());
    assertEquals(
        3,
        world
            .settings
            .connection(connection)
            .orElseThrow()
            .settings()
            .mapping()
            .attributes()
            .size());
  }

  @Test
  public void aProblemOfThePersonIsNoErrorOfTheCall() {
    JsonNode tried =
        attempt(
            "{\"person\":\"u1\",\"mapping\":{\"attributes\":["
                + "{\"target\":\"username\",\"source\":\"profile.nothing\"},"
                + "{\"target\":\"email\",\"source\":\"profile.login\",\"steps\":["
                + "{\"type\":\"date\",\"text\":\"yyyy\"}]}]}}");
    assertEquals("login-missing", tried.at("/account/code").asText());
    assertEquals("value-no-date", tried.at("/attributes/1/code").asText());
    assertTrue(tried.at("/attributes/1/value").isNull());
  }

  @Test
  public void whatIsWrongWithAMappingIsNamedAtItsField() {
    JsonNode error =
        Answered.with(
                400,
                mapping.attempt(
                    "" + connection,
                    "{\"person\":\"u1\",\"mapping\":{\"attributes\":["
                        + "{\"target\":\"username\",\"source\":\"a\",\"steps\":["
                        + "{\"type\":\"regex\",\"text\":\"(\"}]}]}}"))
            .json();
    assertEquals("mapping.attributes.0.steps.0.text", error.at("/errors/0/field").asText());
    Answered.with(400, mapping.attempt("" + connection, "{}"));
    Answered.with(404, mapping.attempt("" + connection, "{\"person\":\"nobody\"}"));
    JsonNode type =
        Answered.with(
                400,
                mapping.attempt(
                    "" + connection,
                    "{\"person\":\"u1\",\"mapping\":{\"attributes\":[{\"source\":7}]}}"))
            .json();
    assertEquals("mapping.attributes.0.source", type.at("/errors/0/field").asText());
  }

  @Test
  public void anAttributeThatTheApplicationDoesNotHaveIsRefused() {
    world
        .source
        .assign("0oaJIRA0000000000000", "u1")
        .schemas()
        .type("user", InMemorySchemas.attribute("profile.login", "Login", Type.TEXT))
        .app("0oaJIRA0000000000000", InMemorySchemas.attribute("profile.nick", "Nick", Type.TEXT));
    String body =
        "{\"version\":1,\"scope\":{\"people\":\"application\","
            + "\"application\":\"0oaJIRA0000000000000\"},\"mapping\":{\"attributes\":["
            + "{\"target\":\"username\",\"source\":\"profile.login\"},"
            + "{\"target\":\"displayName\",\"source\":\"appUser.profile.%s\","
            + "\"whenEmpty\":\"username\"}]}}";
    ConnectionResource resource = world.connectionResource();
    assertEquals(
        List.of("mapping.attributes.1.source: account-mapping-app-attribute-unknown"),
        Answered.with(400, resource.update("" + connection, body.formatted("nik"))).errors());
    Answered.with(200, resource.update("" + connection, body.formatted("nick")));
  }

  @Test
  public void attributesAreShownByTypeOfPeople_andUnknownOnesRefused() {
    world
        .source
        .schemas()
        .type("user", InMemorySchemas.attribute("profile.login", "Login", Type.TEXT))
        .type(
            "contractor",
            InMemorySchemas.attribute("profile.login", "Login", Type.TEXT),
            InMemorySchemas.attribute("profile.agency", "Agency", Type.TEXT));
    JsonNode known = Answered.with(200, mapping.attributes("" + connection)).json();
    assertEquals("profile.agency", known.at("/types/1/attributes/1/path").asText());
    assertEquals(0, known.at("/application/attributes").size());

    String body =
        "{\"version\":1,\"mapping\":{\"attributes\":["
            + "{\"target\":\"username\",\"source\":\"profile.login\"},"
            + "{\"target\":\"email\",\"source\":\"%s\"}]}}";
    Answered refused =
        Answered.with(
            400,
            world.connectionResource().update("" + connection, body.formatted("profile.agncy")));
    assertEquals(
        List.of("mapping.attributes.1.source: account-mapping-attribute-unknown"),
        refused.errors());
    Answered inApp =
        Answered.with(
            400, world.connectionResource().update("" + connection, body.formatted("appUser.x")));
    assertEquals(
        List.of("mapping.attributes.1.source: account-mapping-needs-application"), inApp.errors());
    world.source.goDown(
        new SourceException(SourceException.Kind.RETRY, Message.of("okta-timeout"), null));
    Answered.with(
        200, world.connectionResource().update("" + connection, body.formatted("profile.agency")));
  }

  @Test
  public void stepsAreTriedOnATypedValue() {
    JsonNode tried =
        Answered.with(
                200,
                transformations.attempt(
                    "{\"value\":\"Ada@X.org\",\"attributes\":{\"profile.title\":\"Dr\"},\"steps\":["
                        + "{\"type\":\"regex\",\"text\":\"(.*)@.*\",\"replacement\":\"$1\"},"
                        + "{\"type\":\"combine\",\"text\":\"${profile.title} ${value}\"}]}"))
            .json();
    assertEquals("[\"Ada@X.org\",\"Ada\",\"Dr Ada\"]", tried.get("values").toString());
    assertTrue(tried.get("code").isNull());
    JsonNode error =
        Answered.with(
                400, transformations.attempt("{\"value\":\"x\",\"steps\":[{\"type\":\"dance\"}]}"))
            .json();
    assertEquals("steps.0.type", error.at("/errors/0/field").asText());
  }

  @Test
  public void peopleAreFoundAndShownWithAllAttributes() {
    JsonNode found = Answered.with(200, people.find("" + connection, "ada")).json();
    assertEquals("u1", found.at("/values/0/id").asText());
    assertEquals(
        0, Answered.with(200, people.find("" + connection, null)).json().get("total").asInt());
    JsonNode person = Answered.with(200, people.one("" + connection, "u1")).json();
    assertEquals("R&D", person.at("/attributes/profile.department").asText());
    Answered.with(404, people.one("" + connection, "nobody"));
  }
}
