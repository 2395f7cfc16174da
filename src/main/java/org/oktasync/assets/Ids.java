package org.oktasync.assets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;

/** Assets' numbers, which some answers write as numbers and others as texts. */
final class Ids {
  private Ids() {}

  /** The id in a field; empty when there is none. */
  static String of(JsonNode node, String field) {
    JsonNode id = node.path(field);
    return id.isMissingNode() || id.isNull() ? "" : id.asText().strip();
  }

  /** The whole number in a field, written as number or as text. */
  static int number(JsonNode node, String field, int otherwise) {
    return node.path(field).asInt(otherwise);
  }

  /** An id as requests carry it: a number, where it is one. */
  static ValueNode sent(String id) {
    return id.matches("\\d{1,18}")
        ? JsonNodeFactory.instance.numberNode(Long.parseLong(id))
        : JsonNodeFactory.instance.textNode(id);
  }

  /** The yes or no in a field, written as such or as text. */
  static boolean flag(JsonNode node, String field, boolean otherwise) {
    return node.path(field).asBoolean(otherwise);
  }
}
