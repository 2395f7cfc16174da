package org.oktasync.assets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oktasync.fakes.AssetsWorld;
import org.oktasync.fakes.InMemoryAssets;
import org.oktasync.model.Message;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.AttributeValue;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectType;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/** The calls of Assets' REST interface over an Assets in memory. */
final class StubRoutes {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final AssetsWorld world;
  private final Shape shape;
  private final StubJson json;
  private final StubBuilding building;

  StubRoutes(AssetsWorld world, Shape shape) {
    this.world = world;
    this.shape = shape;
    this.json = new StubJson(world, shape);
    this.building = new StubBuilding(world, shape, json);
  }

  StubBuilding building() {
    return building;
  }

  JsonNode jira(String path, Map<String, String> query) {
    return building.jira(path, query);
  }

  JsonNode answer(String method, String path, Map<String, String> query, JsonNode body) {
    String[] parts = path.split("/");
    String call = method + " " + parts[0];
    if (call.equals("GET aql") && !shape.oldSearch()) {
      return search(query.get("qlQuery"), query);
    } else if (call.equals("GET iql")) {
      return search(query.get("iql"), query);
    } else if (parts[0].equals("object")) {
      return object(method, parts, body);
    }
    return building.answer(method, parts, query, body);
  }

  private JsonNode search(String aql, Map<String, String> query) {
    if (shape.noOrder() && aql.toLowerCase().contains("order by")) {
      throw refused("no order");
    }
    int page = Integer.parseInt(query.get("page"));
    int size = Math.min(shape.pageCap(), Integer.parseInt(query.get("resultPerPage")));
    json.beforePage();
    List<AssetsObject> all = json.search(aql);
    ObjectNode answer = MAPPER.createObjectNode();
    ArrayNode entries = answer.putArray("objectEntries");
    all.stream()
        .skip((long) (page - 1) * size)
        .limit(size)
        .forEach(o -> entries.add(json.of(o, true)));
    answer.put("pageNumber", page).put("pageSize", size).put("totalFilterCount", all.size());
    return answer;
  }

  private JsonNode object(String method, String[] parts, JsonNode body) {
    if (parts[1].equals("create")) {
      ObjectType type = type(body);
      return json.of(assets(type.id()).create(type, values(type, body)), false);
    } else if (parts[1].equals("archive")) {
      return settle(parts[2], true);
    } else if (parts[1].equals("restore")) {
      return settle(parts[2], false);
    }
    AssetsObject found = world.find(parts[1]).orElseThrow(() -> missing("object " + parts[1]));
    if (parts.length > 2) {
      return json.of(found, true).get("attributes");
    }
    return switch (method) {
      case "GET" -> json.of(found, !shape.bareObjects());
      case "PUT" -> {
        ObjectType type = world.type(found.typeId());
        assets(type.id()).update(type, found.id(), values(type, body));
        yield json.of(world.find(found.id()).orElseThrow(), false);
      }
      default -> {
        assets(found.typeId()).delete(found.id());
        yield MAPPER.nullNode();
      }
    };
  }

  /** What is done already is refused in one shape and done again in the other. */
  private JsonNode settle(String id, boolean archive) {
    AssetsObject found = world.find(id).orElseThrow(() -> missing("object " + id));
    if (shape.keysOnly() && world.isArchived(found.id()) == archive) {
      throw refused("it is so already");
    } else if (archive) {
      assets(found.typeId()).archive(found.id());
    } else {
      assets(found.typeId()).restore(found.id());
    }
    return json.of(found, false);
  }

  private InMemoryAssets assets(String typeId) {
    return InMemoryAssets.refusing(world, json.schemaOf(typeId));
  }

  private ObjectType type(JsonNode body) {
    if (!body.path("objectTypeId").isNumber()) {
      throw refused("objectTypeId is no number");
    }
    return world.type(body.path("objectTypeId").asText());
  }

  private Map<String, List<AttributeValue>> values(ObjectType type, JsonNode body) {
    if (!body.path("objectTypeId").isNumber()) {
      throw refused("objectTypeId is no number");
    }
    Map<String, List<AttributeValue>> values = new LinkedHashMap<>();
    for (JsonNode attribute : body.path("attributes")) {
      String id = attribute.path("objectTypeAttributeId").asText();
      ObjectAttribute known =
          type.attributes().stream()
              .filter(each -> each.id().equals(id))
              .findFirst()
              .orElseThrow(() -> refused("no attribute " + id));
      List<AttributeValue> several = new ArrayList<>();
      attribute.path("objectAttributeValues").forEach(value -> several.add(value(known, value)));
      values.put(known.name(), several);
    }
    return values;
  }

  private AttributeValue value(ObjectAttribute attribute, JsonNode value) {
    if (!value.path("value").isTextual()) {
      throw refused("a value is no text");
    }
    String text = value.path("value").asText();
    boolean byNumber = text.matches("\\d+");
    if (attribute.type() == AttributeType.REFERENCE && shape.keysOnly() && byNumber) {
      throw refused("objects are named by key");
    } else if (attribute.type() == AttributeType.STATUS) {
      return AttributeValue.of(json.status(text));
    }
    return AttributeValue.of(text);
  }

  static TargetException refused(String why) {
    return new TargetException(Kind.INVALID, Message.of("assets-refused", "stub", why), null);
  }

  static TargetException missing(String what) {
    return new TargetException(Kind.NOT_FOUND, Message.of("assets-not-found", "stub", what), null);
  }
}
