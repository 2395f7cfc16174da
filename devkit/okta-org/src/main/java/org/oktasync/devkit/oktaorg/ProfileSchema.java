package org.oktasync.devkit.oktaorg;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The attributes that a profile may hold, and the checks Okta makes before it stores one. */
final class ProfileSchema {
  private static final String CUSTOM = "custom";

  private volatile Map<String, Object> definitions;
  private volatile Map<String, Map<?, ?>> attributes;

  /** A schema from a resource with Okta's parts "base" and "custom". */
  ProfileSchema(String resource) {
    this(Json.object(Json.text(resource)));
  }

  /**
   * A schema from two resources.
   *
   * @param common parts that it shares with others
   * @param own a part "custom" with attributes that it has beside these
   */
  ProfileSchema(String common, String own) {
    this(joined(Json.object(Json.text(common)), Json.object(Json.text(own))));
  }

  private ProfileSchema(Map<String, Object> definitions) {
    replace(definitions);
  }

  private void replace(Map<String, Object> parts) {
    Map<String, Map<?, ?>> all = new LinkedHashMap<>();
    for (Object part : parts.values()) {
      Map<?, ?> properties = (Map<?, ?>) ((Map<?, ?>) part).get("properties");
      properties.forEach((name, rules) -> all.put(name.toString(), (Map<?, ?>) rules));
    }
    definitions = parts;
    attributes = all;
  }

  /**
   * Adds, changes and removes attributes of the organisation's own; those that a request does not
   * name stay.
   *
   * @param body a schema with what is to change; an attribute that is null there is removed
   * @return the names of what was removed
   * @throws OktaError E0000001 for anything that Okta would not take; then nothing is changed
   */
  Set<String> update(Map<String, Object> body) {
    Map<String, Object> parts = new LinkedHashMap<>(definitions);
    Map<String, Object> custom = copy(parts.get(CUSTOM));
    SchemaChange change = new SchemaChange(body, definitions);
    custom.put("properties", change.properties(copy(custom.get("properties"))));
    custom.put("required", change.required(custom));
    parts.put(CUSTOM, custom);
    replace(parts);
    return change.removed();
  }

  private static Map<String, Object> joined(Map<String, Object> common, Map<String, Object> own) {
    Map<String, Object> custom = copy(common.get(CUSTOM));
    Map<String, Object> properties = copy(custom.get("properties"));
    properties.putAll(copy(copy(own.get(CUSTOM)).get("properties")));
    custom.put("properties", properties);
    common.put(CUSTOM, custom);
    return common;
  }

  static Map<String, Object> copy(Object object) {
    Map<String, Object> copy = new LinkedHashMap<>();
    ((Map<?, ?>) object).forEach((name, value) -> copy.put(name.toString(), value));
    return copy;
  }

  /** The schema as Okta shows it under "definitions". */
  Map<String, Object> definitions() {
    return definitions;
  }

  /** How the values of each attribute compare. */
  Map<String, Search.Type> types() {
    Map<String, Search.Type> types = new LinkedHashMap<>();
    attributes.forEach((name, rules) -> types.put(name, Search.Type.of(rules)));
    return types;
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
      if (Boolean.TRUE.equals(rules.get("required"))) {
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
      if (rules.get("enum") instanceof List<?> allowed && !allowed.contains(text)) {
        throw OktaError.invalid(name, "The value is none of " + allowed);
      }
      if ("date-time".equals(rules.get("format"))) {
        checkTime(name, text);
      }
    }
  }

  private static void checkTime(String name, String text) {
    try {
      Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw OktaError.invalid(name, "The value is no date-time: " + text);
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
