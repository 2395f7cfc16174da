package org.oktasync.assets;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.oktasync.control.StopSignal;
import org.oktasync.model.Message;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;
import org.oktasync.model.assets.SchemaHead;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/** Reads schemas, their types and the attributes of these. */
final class SchemaReader {
  private static final StopSignal NEVER = new StopSignal();

  private final AssetsCalls calls;

  SchemaReader(AssetsCalls calls) {
    this.calls = calls;
  }

  /** All schemas that the token may see, in Assets' order. */
  List<SchemaHead> heads() {
    JsonNode answer = calls.json(AssetsRequest.get("objectschema/list"), NEVER);
    List<SchemaHead> heads = new ArrayList<>();
    elements(answer, "objectschemas").forEach(schema -> heads.add(head(schema)));
    return heads;
  }

  /**
   * A schema without what is in it.
   *
   * @throws TargetException {@code FATAL} when it is gone, or hidden from the token
   */
  SchemaHead head(String id) {
    return head(json(id));
  }

  private JsonNode json(String id) {
    try {
      return calls.json(AssetsRequest.get("objectschema/" + AssetsRequest.part(id)), NEVER);
    } catch (TargetException e) {
      throw switch (e.kind()) {
        case NOT_FOUND -> new TargetException(Kind.FATAL, Message.of("assets-schema-gone", id), e);
        case DENIED -> new TargetException(Kind.FATAL, e.problem(), e);
        default -> e;
      };
    }
  }

  static SchemaHead head(JsonNode schema) {
    return new SchemaHead(
        Ids.of(schema, "id"),
        schema.path("objectSchemaKey").asText(),
        schema.path("name").asText(),
        Ids.number(schema, "objectTypeCount", 0),
        schema.path("objectCount").asLong(0));
  }

  /**
   * A schema with everything in it.
   *
   * @throws TargetException {@code FATAL} when it is gone, or hidden from the token
   */
  ObjectSchema schema(String id) {
    SchemaHead head = head(id);
    return new ObjectSchema(head.id(), head.key(), head.name(), types(id));
  }

  private List<ObjectType> types(String schemaId) {
    List<ObjectType> types = new ArrayList<>();
    for (JsonNode type : flat(schemaId)) {
      String id = Ids.of(type, "id");
      types.add(new ObjectType(id, type.path("name").asText(), attributes(id)));
    }
    return types;
  }

  /** The ids of the types of a schema, in Assets' order. */
  List<String> typeIds(String schemaId) {
    return flat(schemaId).stream().map(type -> Ids.of(type, "id")).toList();
  }

  private List<JsonNode> flat(String schemaId) {
    String path = "objectschema/" + AssetsRequest.part(schemaId) + "/objecttypes/flat";
    return elements(calls.json(AssetsRequest.get(path), NEVER), "objectTypes");
  }

  /** The attributes of a type, in Assets' order. */
  List<ObjectAttribute> attributes(String typeId) {
    List<ObjectAttribute> attributes = new ArrayList<>();
    definitions(typeId).forEach(definition -> attributes.add(attribute(definition)));
    return attributes;
  }

  /** The same as Assets wrote them. */
  List<JsonNode> definitions(String typeId) {
    String path = "objecttype/" + AssetsRequest.part(typeId) + "/attributes";
    return elements(calls.json(AssetsRequest.get(path), NEVER), "objectTypeAttributes");
  }

  static ObjectAttribute attribute(JsonNode definition) {
    boolean system = Ids.flag(definition, "system", false);
    return new ObjectAttribute(
        Ids.of(definition, "id"),
        definition.path("name").asText(),
        AttributeTypes.of(definition),
        Ids.flag(definition, "editable", true) && !system,
        Ids.flag(definition, "label", false),
        Ids.number(definition, "minimumCardinality", 0),
        maximum(definition),
        Ids.flag(definition, "uniqueAttribute", false),
        referencedType(definition),
        options(definition.path("options").asText("")));
  }

  private static int maximum(JsonNode definition) {
    int maximum = Ids.number(definition, "maximumCardinality", 1);
    return maximum < 0 ? ObjectAttribute.UNLIMITED : maximum;
  }

  private static String referencedType(JsonNode definition) {
    if (Ids.number(definition, "type", 0) != 1) {
      return "";
    }
    String direct = Ids.of(definition, "referenceObjectTypeId");
    String nested = Ids.of(definition.path("referenceObjectType"), "id");
    return !direct.isEmpty()
        ? direct
        : !nested.isEmpty() ? nested : Ids.of(definition, "typeValue");
  }

  private static List<String> options(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).filter(o -> !o.isEmpty()).toList();
  }

  /** The elements of a list that stands alone, or in a field of the answer. */
  static List<JsonNode> elements(JsonNode answer, String field) {
    JsonNode array = answer.isArray() ? answer : answer.path(field);
    if (!array.isArray()) {
      array = answer.path("values");
    }
    List<JsonNode> elements = new ArrayList<>();
    array.forEach(elements::add);
    return elements;
  }
}
