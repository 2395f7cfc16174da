package org.oktasync.assets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.oktasync.fakes.AssetsWorld;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;

/** The calls of Assets' REST interface that concern schemas, types, attributes and statuses. */
final class StubBuilding {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final AssetsWorld world;
  private final StubJson json;

  StubBuilding(AssetsWorld world, StubJson json) {
    this.world = world;
    this.json = json;
  }

  JsonNode jira(String path, Map<String, String> query) {
    throw StubRoutes.missing(path);
  }

  JsonNode answer(String method, String[] parts, Map<String, String> query, JsonNode body) {
    String call = method + " " + parts[0] + (parts.length > 2 ? " " + parts[2] : "");
    return switch (call) {
      case "GET objectschema" -> parts[1].equals("list") ? list() : schema(parts[1]);
      case "GET objectschema objecttypes" -> types(parts[1]);
      case "GET objecttype attributes" -> attributes(parts[1]);
      case "GET config" -> statuses(query.get("objectSchemaId"));
      default -> throw StubRoutes.missing(call);
    };
  }

  private JsonNode list() {
    ObjectNode answer = MAPPER.createObjectNode();
    ArrayNode list = answer.putArray("objectschemas");
    world.schemaIds().forEach(id -> list.add(schema(id)));
    return answer;
  }

  private JsonNode schema(String id) {
    ObjectSchema schema = world.schema(id);
    ObjectNode node =
        MAPPER
            .createObjectNode()
            .put("name", schema.name())
            .put("objectSchemaKey", schema.key())
            .put("objectTypeCount", schema.types().size());
    json.id(node, "id", id);
    return node;
  }

  private JsonNode types(String schemaId) {
    ArrayNode list = MAPPER.createArrayNode();
    for (ObjectType type : world.schema(schemaId).types()) {
      list.add(json.of(type, schemaId));
    }
    return list;
  }

  private JsonNode attributes(String typeId) {
    ArrayNode list = MAPPER.createArrayNode();
    world.type(typeId).attributes().forEach(attribute -> list.add(json.of(attribute)));
    return list;
  }

  private JsonNode statuses(String schemaId) {
    ArrayNode list = MAPPER.createArrayNode();
    if (schemaId != null) {
      for (String name : world.statuses(schemaId)) {
        ObjectNode status = list.addObject().put("name", name);
        json.id(status, "id", String.valueOf(json.statusId(name)));
      }
    }
    return list;
  }
}
