package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The way of one connection to Assets, as an administrator goes it over REST. */
final class AssetsConnection {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Site site;
  private final long id;

  /** A connection gets a token of its own for the Assets of the same Jira. */
  AssetsConnection(Site site, long id) {
    this(site, id, "\"token\":\"" + token(site) + "\"");
  }

  private AssetsConnection(Site site, long id, String settings) {
    this.site = site;
    this.id = id;
    save("\"writesPerMinute\":60000," + settings);
  }

  /** The same for the Assets of another Jira. */
  static AssetsConnection elsewhere(Site site, long id, Lab other) {
    String settings = "\"site\":\"external\",\"url\":\"%s\",\"token\":\"%s\"";
    return new AssetsConnection(site, id, settings.formatted(other.host.baseUrl(), token(other)));
  }

  private static String token(Site site) {
    return token(site.rest).path("rawToken").asText();
  }

  /** Somebody makes a personal access token of their own. */
  static JsonNode token(Rest owner) {
    return owner.call("POST", "/rest/pat/latest/tokens", "{\"name\":\"sync\"}").expect(201);
  }

  /** Where the calls of this connection's Assets are. */
  String at(String path) {
    return "/connections/" + id + "/assets" + path;
  }

  /** Saves some settings of Assets; {@code assets} are members of a JSON object. */
  void save(String assets) {
    String connection = "/connections/" + id;
    int version = site.rest.get(connection).expect(200).path("version").asInt();
    String body = "{\"version\":%d,\"assets\":{%s}}".formatted(version, assets);
    site.rest.put(connection, body).expect(200);
  }

  /** Makes a schema and chooses it. */
  void createSchema() {
    String schema = site.rest.post(at("/schemas"), "{}").expect(201).path("id").asText();
    save("\"schemaId\":\"" + schema + "\"");
  }

  /** Stores a mapping, as whoever presses the button until no keys are in conflict. */
  void map(String text) {
    mapAsItIs(withoutConflicts(text));
  }

  /** Stores a mapping. */
  void mapAsItIs(String text) {
    try {
      save("\"mapping\":" + JSON.writeValueAsString(text));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String withoutConflicts(String text) {
    String body = JSON.createObjectNode().put("text", text).toString();
    JsonNode found = site.rest.post(at("/mapping/check"), body).expect(200);
    JsonNode conflict = found.path("conflicts").path(0);
    return conflict.isMissingNode() ? text : withoutConflicts(conflict.path("fix").asText());
  }

  /** Builds what the mapping and the chosen types need, to its end. */
  JsonNode build() {
    site.rest.post(at("/build"), "{}").expect(202);
    JsonNode built =
        Await.until(
            "the end of building",
            () -> site.rest.get(at("/build/progress")).expect(200),
            build -> !build.path("state").asText().equals("RUNNING"));
    assertEquals(built.toString(), "SUCCEEDED", built.path("state").asText());
    return built;
  }

  /** Makes everything up to the switch, which is set too. */
  void settle() {
    createSchema();
    build();
    save("\"enabled\":true");
  }

  /** Does a run of objects to its end. */
  JsonNode importObjects() {
    return site.await(site.begin(id, "{\"part\":\"assets\"}"));
  }

  /** What Assets says by its own interface. */
  AssetsView view(String baseUrl) {
    return view(baseUrl, site);
  }

  /** What the Assets of a Jira says by its own interface. */
  static AssetsView view(String baseUrl, Site of) {
    return new AssetsView(Rest.withToken(baseUrl, token(of)));
  }

  /** Somebody who works in the schema by hand. */
  AssetsHand hand() {
    return new AssetsHand(site.rest, schema());
  }

  /** Somebody deletes the schema in Assets. */
  void deleteSchema() {
    site.rest.call("DELETE", "/rest/assets/1.0/objectschema/" + schema(), null).expect(200);
  }

  /** The schema that is chosen. */
  String schema() {
    JsonNode connection = site.rest.get("/connections/" + id).expect(200);
    return connection.path("assets").path("schemaId").asText();
  }

  /**
   * Somebody deletes an attribute in Assets and makes another one of its name.
   *
   * @param kind Assets' number of a plain type, 1 for whole numbers
   */
  void replace(String type, String attribute, int kind) {
    String at = "/rest/assets/1.0";
    String types = at + "/objectschema/" + schema() + "/objecttypes/flat";
    String typeId = named(site.rest.call("GET", types, null).expect(200), type);
    String attributes = at + "/objecttype/" + typeId + "/attributes";
    String attributeId = named(site.rest.call("GET", attributes, null).expect(200), attribute);
    String body = "{\"name\":\"%s\",\"type\":0,\"defaultTypeId\":%d}".formatted(attribute, kind);
    site.rest.call("DELETE", at + "/objecttypeattribute/" + attributeId, null).expect(204);
    site.rest.call("POST", at + "/objecttypeattribute/" + typeId, body).expect(201);
  }

  private static String named(JsonNode list, String name) {
    for (JsonNode one : list) {
      if (one.path("name").asText().equals(name)) {
        return one.path("id").asText();
      }
    }
    throw new AssertionError("no " + name + " in " + list);
  }
}
