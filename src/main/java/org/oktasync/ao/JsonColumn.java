package org.oktasync.ao;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.UnaryOperator;

/**
 * Values that are stored as JSON and never queried. The text is pure ASCII, so that no database's
 * character set gets in the way.
 */
final class JsonColumn {
  private static final TypeReference<JsonNode> TREE = new TypeReference<>() {};

  private final JsonMapper mapper =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** The text of a value; null for null. */
  String write(Object value) {
    try {
      return value == null ? null : mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a value has no JSON form: " + e.getOriginalMessage(), e);
    }
  }

  /** The value of a text; null for null. */
  <T> T read(String json, TypeReference<T> type) {
    try {
      return json == null || json.isEmpty() ? null : mapper.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "a stored value is damaged or of a newer version: " + e.getOriginalMessage(), e);
    }
  }

  /** The text of a stored value with each of its own texts changed; null for null. */
  String withTexts(String json, UnaryOperator<String> change) {
    return json == null || json.isEmpty() ? json : write(changed(read(json, TREE), change));
  }

  private static JsonNode changed(JsonNode node, UnaryOperator<String> change) {
    if (node.isTextual()) {
      return TextNode.valueOf(change.apply(node.textValue()));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, changed(array.get(i), change));
      }
    } else if (node instanceof ObjectNode object) {
      object.properties().forEach(field -> field.setValue(changed(field.getValue(), change)));
    }
    return node;
  }
}
