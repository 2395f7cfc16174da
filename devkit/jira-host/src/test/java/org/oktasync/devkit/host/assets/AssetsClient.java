package org.oktasync.devkit.host.assets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.oktasync.devkit.host.RestClient;
import org.oktasync.devkit.host.RestClient.Answer;

/** Says in short what tests say to Assets again and again. */
final class AssetsClient {
  static final String ROOT = "/rest/assets/1.0";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RestClient rest;

  AssetsClient(RestClient rest) {
    this.rest = rest;
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  Answer call(String method, String path, Object body) {
    return rest.call(method, ROOT + path, body == null ? null : json(body));
  }

  Answer get(String path) {
    return call("GET", path, null);
  }

  Answer post(String path, Object body) {
    return call("POST", path, body);
  }

  Answer put(String path, Object body) {
    return call("PUT", path, body);
  }

  int schema(String name, String key) {
    return post("/objectschema/create", Map.of("name", name, "objectSchemaKey", key))
        .expect(201)
        .get("id")
        .asInt();
  }

  int type(int schema, String name) {
    return post("/objecttype/create", Map.of("name", name, "iconId", 1, "objectSchemaId", schema))
        .expect(201)
        .get("id")
        .asInt();
  }

  /** The number of an attribute that every type has. */
  int attribute(int type, String name) {
    for (JsonNode attribute : get("/objecttype/" + type + "/attributes").expect(200)) {
      if (attribute.get("name").asText().equals(name)) {
        return attribute.get("id").asInt();
      }
    }
    throw new AssertionError("no attribute " + name);
  }

  /** A new attribute; names and values of its fields take turns. */
  int attribute(int type, String name, Object... fields) {
    return post("/objecttypeattribute/" + type, fields(name, fields)).expect(201).get("id").asInt();
  }

  static Map<String, Object> fields(String name, Object... fields) {
    Map<String, Object> body = new java.util.HashMap<>(Map.of("name", name));
    for (int i = 0; i < fields.length; i += 2) {
      body.put((String) fields[i], fields[i + 1]);
    }
    return body;
  }

  int text(int type, String name) {
    return attribute(type, name, "type", 0, "defaultTypeId", 0);
  }

  int reference(int type, String name, int to) {
    return attribute(
        type, name, "type", 1, "typeValue", to, "additionalValue", "3", "maximumCardinality", -1);
  }

  /** The body of an object; numbers of attributes and their values, possibly lists, take turns. */
  static Map<String, Object> object(int type, Object... attributesAndValues) {
    List<Object> attributes = new ArrayList<>();
    for (int i = 0; i < attributesAndValues.length; i += 2) {
      Object values = attributesAndValues[i + 1];
      List<?> all = values instanceof List<?> list ? list : List.of(values);
      attributes.add(
          Map.of(
              "objectTypeAttributeId",
              attributesAndValues[i],
              "objectAttributeValues",
              all.stream().map(value -> Map.of("value", value)).toList()));
    }
    return Map.of("objectTypeId", type, "attributes", attributes);
  }

  Answer create(int type, Object... attributesAndValues) {
    return post("/object/create", object(type, attributesAndValues));
  }

  long created(int type, Object... attributesAndValues) {
    return create(type, attributesAndValues).expect(201).get("id").asLong();
  }

  Answer search(String aql, String... more) {
    String query = "/aql/objects?qlQuery=" + URLEncoder.encode(aql, StandardCharsets.UTF_8);
    return get(query + String.join("", more));
  }

  /** The labels of what a query finds, in its order. */
  List<String> find(String aql) {
    List<String> labels = new ArrayList<>();
    search(aql, "&resultPerPage=1000")
        .expect(200)
        .get("objectEntries")
        .forEach(entry -> labels.add(entry.get("label").asText()));
    return labels;
  }
}
