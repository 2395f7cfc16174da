package org.oktasync.assets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.NewAttribute;
import org.oktasync.model.assets.ObjectAttribute;

/**
 * Definitions of attributes as Assets' requests carry them. A changed definition is sent whole,
 * because some releases let what is left out fall back to its default. Flags travel as texts, as
 * the description of the newest release has them.
 */
final class AttributeWriter {
  private static final List<String> TEXTS =
      List.of("name", "description", "suffix", "regexValidation", "options");
  private static final List<String> FLAGS =
      List.of(
          "label", "hidden", "includeChildObjectTypes", "uniqueAttribute", "summable", "indexed");

  private AttributeWriter() {}

  /**
   * A new definition.
   *
   * @param referenceType the id of what references mean
   */
  static ObjectNode created(NewAttribute wanted, String referenceType) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("name", wanted.name());
    putType(body, wanted.type());
    body.put("label", String.valueOf(wanted.label()));
    body.put("uniqueAttribute", String.valueOf(wanted.unique()));
    body.put("minimumCardinality", wanted.required() ? 1 : 0);
    body.put("maximumCardinality", wanted.several() ? ObjectAttribute.UNLIMITED : 1);
    switch (wanted.type()) {
      case REFERENCE ->
          body.put("typeValue", wanted.referencedTypeId()).put("additionalValue", referenceType);
      case USER -> body.put("additionalValue", "SHOW_PROFILE");
      case URL -> body.put("additionalValue", "DISABLED");
      case SELECT -> body.put("options", String.join(",", wanted.options()));
      default -> {
        // Nothing else is to be said about the other types.
      }
    }
    return body;
  }

  private static void putType(ObjectNode body, AttributeType type) {
    body.put("type", AttributeTypes.type(type));
    if (AttributeTypes.defaultType(type) >= 0) {
      body.put("defaultTypeId", AttributeTypes.defaultType(type));
    }
  }

  /** A definition as it is, with what is wanted of it. */
  static ObjectNode changed(JsonNode present, NewAttribute wanted) {
    ObjectNode body = whole(present);
    body.put("name", wanted.name());
    if (wanted.label()) {
      body.put("label", "true");
    }
    if (wanted.unique()) {
      body.put("uniqueAttribute", "true");
    }
    if (wanted.several()) {
      body.put("maximumCardinality", ObjectAttribute.UNLIMITED);
    }
    return body;
  }

  private static ObjectNode whole(JsonNode present) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    putType(body, AttributeTypes.of(present));
    body.put("type", Ids.number(present, "type", 0));
    TEXTS.stream()
        .filter(present::hasNonNull)
        .forEach(field -> body.put(field, present.get(field).asText()));
    FLAGS.forEach(
        field -> body.put(field, String.valueOf(Ids.flag(present, field, isUsual(field)))));
    body.put("minimumCardinality", Ids.number(present, "minimumCardinality", 0));
    body.put("maximumCardinality", Ids.number(present, "maximumCardinality", 1));
    putDetails(body, present);
    return body;
  }

  /** What holds where a definition does not say. */
  private static boolean isUsual(String field) {
    return field.equals("indexed");
  }

  private static void putDetails(ObjectNode body, JsonNode present) {
    String referred = SchemaReader.attribute(present).referencedTypeId();
    String typeValue = referred.isEmpty() ? Ids.of(present, "typeValue") : referred;
    String meaning = Ids.of(present.path("referenceType"), "id");
    String additional = meaning.isEmpty() ? Ids.of(present, "additionalValue") : meaning;
    String query = Ids.of(present, present.hasNonNull("qlQuery") ? "qlQuery" : "iql");
    putUnlessEmpty(body, "typeValue", typeValue);
    putUnlessEmpty(body, "additionalValue", additional);
    putUnlessEmpty(body, "qlQuery", query);
    if (present.path("typeValueMulti").isArray()) {
      body.set("typeValueMulti", present.get("typeValueMulti"));
    }
  }

  private static void putUnlessEmpty(ObjectNode body, String field, String value) {
    if (!value.isEmpty()) {
      body.put(field, value);
    }
  }
}
