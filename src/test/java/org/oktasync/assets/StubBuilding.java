package org.oktasync.assets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oktasync.fakes.AssetsWorld;
import org.oktasync.fakes.InMemoryAssetsSite;
import org.oktasync.model.Message;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.NewAttribute;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;
import org.oktasync.model.assets.SchemaRole;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/** The calls of Assets' REST interface that set schemas up, and the few of Jira itself. */
final class StubBuilding {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String USERS = "atlassian-user-role-actor";
  private static final String GROUPS = "atlassian-group-role-actor";

  /** Beginnings of calls, such as {@code POST objecttype}, that the token has no right to. */
  final Set<String> forbidden = new HashSet<>();

  /** Users of this Jira: name, key and e-mail address; inactive ones have a name that ends so. */
  final List<String[]> users = new ArrayList<>();

  private final AssetsWorld world;
  private final Shape shape;
  private final StubJson json;
  private final InMemoryAssetsSite site;

  StubBuilding(AssetsWorld world, Shape shape, StubJson json) {
    this.world = world;
    this.shape = shape;
    this.json = json;
    this.site = new InMemoryAssetsSite(world);
  }

  JsonNode jira(String path, Map<String, String> query) {
    if (path.equals("myself")) {
      return MAPPER.createObjectNode().put("name", "svc").put("key", "svc");
    } else if (path.equals("user/search")) {
      ArrayNode found = MAPPER.createArrayNode();
      String text = query.get("username").toLowerCase();
      users.stream()
          .filter(u -> String.join(" ", u).toLowerCase().contains(text))
          .forEach(u -> found.add(user(u)));
      return found;
    } else if (path.equals("user")) {
      return users.stream()
          .filter(user -> user[0].equalsIgnoreCase(query.get("username")))
          .findFirst()
          .map(StubBuilding::user)
          .orElseThrow(() -> StubRoutes.missing("user"));
    }
    throw StubRoutes.missing(path);
  }

  private static JsonNode user(String[] user) {
    return MAPPER
        .createObjectNode()
        .put("name", user[0])
        .put("key", user[1])
        .put("emailAddress", user[2])
        .put("active", !user[0].endsWith("-inactive"));
  }

  JsonNode answer(String method, String[] parts, Map<String, String> query, JsonNode body) {
    if (forbidden.stream().anyMatch((method + " " + String.join("/", parts))::startsWith)) {
      throw new TargetException(Kind.DENIED, Message.of("assets-forbidden", "stub", "no"), null);
    }
    return switch (parts[0]) {
      case "objectschema" -> schemas(method, parts, body);
      case "objecttype" -> types(method, parts, body);
      case "objecttypeattribute" -> attributes(method, parts, body);
      case "config" -> config(method, parts, query, body);
      case "icon" -> MAPPER.createArrayNode().add(MAPPER.createObjectNode().put("id", 1));
      default -> throw StubRoutes.missing(parts[0]);
    };
  }

  private JsonNode schemas(String method, String[] parts, JsonNode body) {
    if (parts.length > 2) {
      ArrayNode list = MAPPER.createArrayNode();
      world.schema(parts[1]).types().forEach(type -> list.add(json.of(type, parts[1])));
      return list;
    } else if (method.equals("POST")) {
      String name = body.path("name").asText();
      String key = body.path("objectSchemaKey").asText();
      return schema(site.createSchema(name, key, "").id());
    } else if (!parts[1].equals("list")) {
      return schema(parts[1]);
    }
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

  private JsonNode types(String method, String[] parts, JsonNode body) {
    if (parts.length > 2) {
      ArrayNode list = MAPPER.createArrayNode();
      world.type(parts[1]).attributes().forEach(attribute -> list.add(json.of(attribute)));
      return list;
    } else if (method.equals("GET")) {
      return json.of(world.type(parts[1]), world.schemaOf(parts[1]));
    }
    require(body.path("iconId").isNumber() && body.path("objectSchemaId").isNumber());
    String name = body.path("name").asText();
    if (method.equals("POST")) {
      String schema = body.path("objectSchemaId").asText();
      ObjectType made = site.createType(schema, name, body.path("description").asText(), List.of());
      return json.of(made, schema);
    }
    site.renameType(parts[1], name);
    return json.of(world.type(parts[1]), world.schemaOf(parts[1]));
  }

  /** As strict as a release that lets what is left out of a change fall back to its default. */
  private JsonNode attributes(String method, String[] parts, JsonNode body) {
    AttributeType type = AttributeTypes.of(body);
    require(type != AttributeType.OTHER && !body.path("name").asText().isBlank());
    if (type == AttributeType.REFERENCE) {
      require(!body.path("additionalValue").asText("").isEmpty());
    }
    NewAttribute wanted =
        new NewAttribute(
            body.path("name").asText(),
            type,
            body.path("label").asBoolean(),
            body.path("uniqueAttribute").asBoolean(),
            body.path("maximumCardinality").asInt(1) < 0,
            body.path("minimumCardinality").asInt(0) > 0,
            type == AttributeType.REFERENCE ? body.path("typeValue").asText() : "",
            List.of());
    if (method.equals("POST")) {
      return json.of(site.createAttribute(parts[1], wanted));
    }
    var present =
        world.type(parts[1]).attributes().stream()
            .filter(attribute -> attribute.id().equals(parts[2]))
            .findFirst()
            .orElseThrow();
    require(present.type() == type && (!present.unique() || wanted.unique()));
    require(present.minimum() == body.path("minimumCardinality").asInt(0));
    require(present.referencedTypeId().equals(wanted.referencedTypeId()));
    site.changeAttribute(parts[1], parts[2], wanted);
    return json.of(present);
  }

  private static void require(boolean good) {
    if (!good) {
      throw StubRoutes.refused("the body is not as it should be");
    }
  }

  private JsonNode config(String method, String[] parts, Map<String, String> query, JsonNode body) {
    if (parts[1].equals("role")) {
      return roles(method, parts, body);
    } else if (parts[1].equals("referencetype")) {
      return MAPPER
          .createArrayNode()
          .add(MAPPER.createObjectNode().put("id", 1).put("name", "Dependency"))
          .add(MAPPER.createObjectNode().put("id", 4).put("name", "Reference"));
    } else if (method.equals("POST")) {
      site.createStatus(body.path("objectSchemaId").asText(), body.path("name").asText());
      return MAPPER.nullNode();
    }
    ArrayNode list = MAPPER.createArrayNode();
    if (query.containsKey("objectSchemaId")) {
      for (String name : world.statuses(query.get("objectSchemaId"))) {
        ObjectNode status = list.addObject().put("name", name);
        json.id(status, "id", String.valueOf(json.statusId(name)));
      }
    }
    return list;
  }

  private JsonNode roles(String method, String[] parts, JsonNode body) {
    if (parts[2].equals("objectschema")) {
      ObjectNode addresses = MAPPER.createObjectNode();
      site.roles(parts[3])
          .orElseThrow()
          .forEach(role -> addresses.put(role.name(), "http://x/config/role/" + role.id()));
      return addresses;
    }
    SchemaRole role =
        world.schemaIds().stream()
            .flatMap(id -> site.roles(id).orElseThrow().stream())
            .filter(found -> found.id().equals(parts[2]))
            .findFirst()
            .orElseThrow(() -> StubRoutes.missing("role"));
    if (method.equals("PUT")) {
      role = role.with(texts(body, USERS), texts(body, GROUPS));
      site.setRole(role);
    }
    return json(role);
  }

  private static List<String> texts(JsonNode body, String actors) {
    List<String> texts = new ArrayList<>();
    body.path("categorisedActors").path(actors).forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private JsonNode json(SchemaRole role) {
    ObjectNode node = MAPPER.createObjectNode().put("name", role.name());
    json.id(node, "id", role.id());
    if (shape.textIds()) {
      ObjectNode actors = node.putObject("categorisedActors");
      role.users().forEach(actors.putArray(USERS)::add);
      role.groups().forEach(actors.putArray(GROUPS)::add);
    } else {
      ArrayNode actors = node.putArray("actors");
      role.users().forEach(key -> actors.addObject().put("type", USERS).put("name", key));
      role.groups().forEach(name -> actors.addObject().put("type", GROUPS).put("name", name));
    }
    return node;
  }
}
