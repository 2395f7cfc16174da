package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.oktasync.config.FieldProblem;

/**
 * Checks that settings that came over REST have the types that settings have, so that each mistake
 * is named by its field and no value is bent into another type. Unknown fields pass.
 */
final class SettingsTypes {
  private static final String OBJECTS = "array of objects";

  private final List<FieldProblem> problems = new ArrayList<>();

  /**
   * Everything of a wrong type.
   *
   * @param pattern settings of the right types
   * @param input settings to check; fields may be missing
   */
  static List<FieldProblem> check(JsonNode pattern, JsonNode input) {
    SettingsTypes types = new SettingsTypes();
    types.checkFields("", pattern, input);
    return types.problems;
  }

  private void checkFields(String prefix, JsonNode pattern, JsonNode input) {
    for (var field : pattern.properties()) {
      if (input.has(field.getKey())) {
        check(prefix + field.getKey(), field.getValue(), input.get(field.getKey()));
      }
    }
  }

  private void check(String name, JsonNode pattern, JsonNode value) {
    String type = typeOf(pattern);
    if (!fits(type, value)) {
      problems.add(FieldProblem.of(name, "wrong-type", type));
    } else if (pattern.isObject()) {
      checkFields(name + ".", pattern, value);
    } else if (type.equals(OBJECTS)) {
      for (int i = 0; i < value.size(); i++) {
        checkFields(name + "." + i + ".", pattern.get(0), value.get(i));
      }
    }
  }

  /** Only numbers may be absent, and one whose default is absent is a number, too. */
  private static String typeOf(JsonNode pattern) {
    return switch (pattern.getNodeType()) {
      case OBJECT -> "object";
      case ARRAY -> pattern.path(0).isObject() ? OBJECTS : "array of texts";
      case BOOLEAN -> "boolean";
      case STRING -> "text";
      default -> "number";
    };
  }

  private static boolean fits(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "boolean" -> value.isBoolean();
      case "text" -> value.isTextual();
      case "number" -> value.isNull() || (value.isIntegralNumber() && value.canConvertToLong());
      case OBJECTS -> value.isArray() && all(value, JsonNode::isObject);
      default -> value.isArray() && all(value, JsonNode::isTextual);
    };
  }

  private static boolean all(JsonNode array, Predicate<JsonNode> fits) {
    for (JsonNode item : array) {
      if (!fits.test(item)) {
        return false;
      }
    }
    return true;
  }
}
