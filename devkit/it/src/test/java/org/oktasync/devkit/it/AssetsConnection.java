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
    this.site = site;
    this.id = id;
    save("\"writesPerMinute\":60000,\"token\":\"" + token() + "\"");
  }

  private String token() {
    return site.rest
        .call("POST", "/rest/pat/latest/tokens", "{\"name\":\"sync\"}")
        .expect(201)
        .path("rawToken")
        .asText();
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
    try {
      save("\"mapping\":" + JSON.writeValueAsString(withoutConflicts(text)));
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
    return new AssetsView(Rest.withToken(baseUrl, token()));
  }
}
