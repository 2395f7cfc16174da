package org.oktasync.devkit.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Somebody works in Assets by hand, by its own REST calls. */
final class AssetsHand {
  /** Assets' numbers of plain values. */
  static final int TEXT = 0;

  static final int INTEGER = 1;
  static final int DECIMAL = 3;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String AT = "/rest/assets/1.0";

  private final Rest rest;
  private final String schema;

  AssetsHand(Rest rest, String schema) {
    this.rest = rest;
    this.schema = schema;
  }

  private static ObjectNode body() {
    return JSON.createObjectNode();
  }

  private JsonNode call(String method, String path, ObjectNode body) {
    Rest.Answer answer = rest.call(method, AT + path, body == null ? null : body.toString());
    if (answer.status() / 100 != 2) {
      throw new AssertionError(method + " " + path + ": " + answer.status() + answer.body());
    }
    return answer.json();
  }

  /** Makes a type; answers its id. */
  String type(String name) {
    ObjectNode body = body().put("name", name).put("objectSchemaId", Integer.parseInt(schema));
    body.put("iconId", 1);
    return call("POST", "/objecttype/create", body).path("id").asText();
  }

  /** The id of a type. */
  String typeId(String name) {
    return named(call("GET", "/objectschema/" + schema + "/objecttypes/flat", null), name);
  }

  /** The id of an attribute. */
  String attributeId(String typeId, String name) {
    return named(call("GET", "/objecttype/" + typeId + "/attributes", null), name);
  }

  private static String named(JsonNode list, String name) {
    for (JsonNode one : list) {
      if (one.path("name").asText().equals(name)) {
        return one.path("id").asText();
      }
    }
    throw new AssertionError("no " + name + " in " + list);
  }

  /** Adds an attribute of plain values. */
  void attribute(String typeId, String name, int kind) {
    ObjectNode body = body().put("name", name).put("type", 0).put("defaultTypeId", kind);
    call("POST", "/objecttypeattribute/" + typeId, body);
  }

  /** Takes an attribute away, with its values. */
  void removeAttribute(String type, String name) {
    String path = "/objecttypeattribute/" + attributeId(typeId(type), name);
    rest.call("DELETE", AT + path, null).expect(204);
  }

  /** From now on values of a text must match a regular expression. */
  void demand(String type, String attribute, String regex) {
    String typeId = typeId(type);
    ObjectNode body = body().put("name", attribute).put("type", 0).put("defaultTypeId", TEXT);
    body.put("regexValidation", regex).put("maximumCardinality", 1);
    call("PUT", "/objecttypeattribute/" + typeId + "/" + attributeId(typeId, attribute), body);
  }

  /** Makes an object; answers its id. */
  String object(String typeId, Map<String, String> values) {
    ObjectNode body = body().put("objectTypeId", Integer.parseInt(typeId));
    ArrayNode attributes = body.putArray("attributes");
    values.forEach(
        (name, value) -> {
          ObjectNode attribute = attributes.addObject();
          attribute.put("objectTypeAttributeId", Integer.parseInt(attributeId(typeId, name)));
          attribute.putArray("objectAttributeValues").addObject().put("value", value);
        });
    return call("POST", "/object/create", body).path("id").asText();
  }

  /** A role of the schema is this person's and nobody else's. */
  void give(String role, String user) {
    JsonNode person = rest.call("GET", "/rest/api/2/user?username=" + user, null).expect(200);
    String address = call("GET", "/config/role/objectschema/" + schema, null).path(role).asText();
    ObjectNode body = body();
    ObjectNode actors = body.putObject("categorisedActors");
    actors.putArray("atlassian-user-role-actor").add(person.path("key").asText());
    actors.putArray("atlassian-group-role-actor");
    call("PUT", "/config/role/" + address.replaceAll(".*/", ""), body);
  }

  /** How many objects of a type the schema has. */
  long count(String type) {
    String aql = "objectTypeId = " + typeId(type);
    String query = URLEncoder.encode(aql, StandardCharsets.UTF_8);
    String path = "/aql/objects?page=1&resultPerPage=1&qlQuery=" + query;
    return call("GET", path, null).path("totalFilterCount").asLong();
  }
}
