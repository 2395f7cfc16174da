package org.oktasync.assets;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.oktasync.fakes.AssetsWorld;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.AttributeValue;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectType;

/** Types, attributes and objects as an Assets writes them. */
final class StubJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<AttributeType> DEFAULTS =
      List.of(
          AttributeType.TEXT,
          AttributeType.INTEGER,
          AttributeType.BOOLEAN,
          AttributeType.DOUBLE,
          AttributeType.DATE,
          AttributeType.TIME,
          AttributeType.DATE_TIME,
          AttributeType.URL,
          AttributeType.EMAIL,
          AttributeType.TEXTAREA,
          AttributeType.SELECT,
          AttributeType.IP_ADDRESS);

  private final AssetsWorld world;
  private final Shape shape;

  StubJson(AssetsWorld world, Shape shape) {
    this.world = world;
    this.shape = shape;
  }

  void beforePage() {
    world.pageIsRead();
  }

  List<AssetsObject> search(String aql) {
    return world.search(aql);
  }

  String schemaOf(String typeId) {
    return world.schemaOf(typeId);
  }

  /** Statuses have numbers here: their place among all of them, from 1. */
  String status(String idOrName) {
    List<String> all = world.allStatuses();
    return idOrName.matches("\\d+") ? all.get(Integer.parseInt(idOrName) - 1) : idOrName;
  }

  int statusId(String name) {
    return world.allStatuses().indexOf(name) + 1;
  }

  void id(ObjectNode node, String field, String id) {
    if (shape.textIds()) {
      node.put(field, id);
    } else {
      node.put(field, Long.parseLong(id));
    }
  }

  ObjectNode of(ObjectType type, String schemaId) {
    ObjectNode node = MAPPER.createObjectNode().put("name", type.name());
    id(node, "id", type.id());
    id(node, "objectSchemaId", schemaId);
    node.putObject("icon").put("id", 1);
    return node.put("inherited", false).put("abstractObjectType", false);
  }

  ObjectNode of(ObjectAttribute attribute) {
    ObjectNode node = MAPPER.createObjectNode().put("name", attribute.name());
    id(node, "id", attribute.id());
    node.put("label", attribute.label())
        .put("editable", attribute.editable())
        .put("system", !attribute.editable())
        .put("minimumCardinality", attribute.minimum())
        .put("maximumCardinality", attribute.maximum())
        .put("uniqueAttribute", attribute.unique())
        .put("options", String.join(",", attribute.options()));
    putType(node, attribute);
    return node;
  }

  private void putType(ObjectNode node, ObjectAttribute attribute) {
    switch (attribute.type()) {
      case REFERENCE -> {
        node.put("type", 1).putObject("referenceType").put("id", 3);
        if (shape.textIds()) {
          node.putObject("referenceObjectType").put("id", attribute.referencedTypeId());
        } else {
          id(node, "referenceObjectTypeId", attribute.referencedTypeId());
        }
      }
      case USER -> node.put("type", 2);
      case STATUS -> node.put("type", 7);
      default ->
          node.put("type", 0)
              .putObject("defaultType")
              .put("id", DEFAULTS.indexOf(attribute.type()));
    }
  }

  ObjectNode of(AssetsObject object, boolean withAttributes) {
    ObjectType type = world.type(object.typeId());
    ObjectNode node =
        MAPPER
            .createObjectNode()
            .put("objectKey", object.objectKey())
            .put(shape.textIds() ? "name" : "label", object.label())
            .put("archived", world.isArchived(object.id()));
    id(node, "id", object.id());
    node.set("objectType", of(type, schemaOf(type.id())));
    if (withAttributes) {
      ArrayNode attributes = node.putArray("attributes");
      type.attributes().forEach(attribute -> put(attributes.addObject(), attribute, object));
    }
    return node;
  }

  private void put(ObjectNode node, ObjectAttribute attribute, AssetsObject object) {
    if (shape.definitions()) {
      node.set("objectTypeAttribute", of(attribute));
    } else {
      id(node, "objectTypeAttributeId", attribute.id());
    }
    ArrayNode values = node.putArray("objectAttributeValues");
    if (attribute.name().equals("Key")) {
      values.addObject().put("value", object.objectKey());
    }
    for (AttributeValue value : object.values(attribute.name())) {
      put(values.addObject(), attribute, value);
    }
  }

  private void put(ObjectNode node, ObjectAttribute attribute, AttributeValue value) {
    switch (attribute.type()) {
      case REFERENCE ->
          node.set("referencedObject", of(world.find(value.reference()).orElseThrow(), false));
      case USER -> {
        node.putObject("user").put("name", value.text()).put("key", value.reference());
        node.put("displayValue", "Ada Lovelace");
      }
      case STATUS -> {
        ObjectNode status = node.putObject("status").put("name", value.text());
        id(status, "id", String.valueOf(statusId(value.text())));
      }
      default -> node.put("value", value.text()).put("displayValue", value.text() + " (shown)");
    }
    node.put("referencedType", attribute.type() == AttributeType.REFERENCE);
  }
}
