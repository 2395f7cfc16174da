package org.oktasync.devkit.oktaorg;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The attributes that a profile may hold, and the checks Okta makes before it stores one. */
final class ProfileSchema {
  private final Map<String, Object> definitions;
  private final Map<String, Map<?, ?>> attributes = new LinkedHashMap<>();

  /** A schema from a resource with Okta's parts "base" and "custom". */
  ProfileSchema(String resource) {
    definitions = Json.object(Json.text(resource));
    for (Object part : definitions.values()) {
      Map<?, ?> properties = (Map<?, ?>) ((Map<?, ?>) part).get("properties");
      properties.forEach((name, rules) -> attributes.put(name.toString(), (Map<?, ?>) rules));
    }
  }

  /** The schema as Okta shows it under "definitions". */
  Map<String, Object> definitions() {
    return definitions;
  }

  /**
   * Checks a whole profile.
   *
   * @throws OktaError E0000001 for an unknown attribute, a missing, ill-typed, short or long value
   */
  void check(Map<String, Object> profile) {
    for (String name : profile.keySet()) {
      if (!attributes.containsKey(name)) {
        throw OktaError.invalid(name, "The property is not defined in the profile's schema");
      }
    }
    attributes.forEach((name, rules) -> check(name, rules, profile.get(name)));
  }

  private static void check(String name, Map<?, ?> rules, Object value) {
    if (value == null || value.toString().isBlank()) {
      if (rules.containsKey("required")) {
        throw OktaError.invalid(name, "The field cannot be left blank");
      }
    } else if (!fits(rules.get("type").toString(), value)) {
      throw OktaError.invalid(name, "The value does not have the type " + rules.get("type"));
    } else if (value instanceof String text) {
      if (rules.get("minLength") instanceof Integer min && text.length() < min) {
        throw OktaError.invalid(name, "The field must have at least " + min + " characters");
      }
      if (rules.get("maxLength") instanceof Integer max && text.length() > max) {
        throw OktaError.invalid(name, "The field cannot exceed " + max + " characters");
      }
    }
  }

  private static boolean fits(String type, Object value) {
    return switch (type) {
      case "string" -> value instanceof String;
      case "integer" -> value instanceof Integer || value instanceof Long;
      case "number" -> value instanceof Number;
      case "boolean" -> value instanceof Boolean;
      default -> value instanceof List<?>;
    };
  }
}
