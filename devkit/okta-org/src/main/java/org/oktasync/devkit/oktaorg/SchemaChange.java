package org.oktasync.devkit.oktaorg;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What one request changes in the attributes of the organisation's own. */
final class SchemaChange {
  private static final Set<String> TYPES =
      Set.of("string", "integer", "number", "boolean", "array");
  private static final Map<String, Object> DEFAULTS =
      Map.of(
          "mutability",
          "READ_WRITE",
          "scope",
          "NONE",
          "permissions",
          List.of(Map.of("principal", "SELF", "action", "READ_ONLY")),
          "master",
          Map.of("type", "PROFILE_MASTER"));

  private final Map<String, Object> wanted;
  private final Set<String> base;
  private final Set<String> removed = new TreeSet<>();

  /**
   * @param body the request
   * @param present the parts "base" and "custom" as they are
   * @throws OktaError E0000001 when it names no attributes, or attributes of Okta's own
   */
  SchemaChange(Map<String, Object> body, Map<String, Object> present) {
    Map<String, Object> definitions = part(body, "definitions");
    for (String name : definitions.keySet()) {
      if (!name.equals("custom")) {
        throw OktaError.invalid("definitions", "The part cannot be changed: " + name);
      }
    }
    wanted = part(part(definitions, "custom"), "properties");
    base = ProfileSchema.copy(ProfileSchema.copy(present.get("base")).get("properties")).keySet();
  }

  private static Map<String, Object> part(Map<String, Object> whole, String name) {
    if (whole.get(name) instanceof Map<?, ?> part) {
      return ProfileSchema.copy(part);
    }
    throw OktaError.invalid(name, "The field cannot be left blank");
  }

  /** The attributes as they are to be. */
  Map<String, Object> properties(Map<String, Object> present) {
    Map<String, Object> properties = new LinkedHashMap<>(present);
    wanted.forEach(
        (name, rules) -> {
          if (rules == null) {
            remove(name, properties);
          } else if (rules instanceof Map<?, ?> given) {
            properties.put(name, attribute(name, ProfileSchema.copy(given), present.get(name)));
          } else {
            throw OktaError.invalid(name, "The property must be an object");
          }
        });
    return properties;
  }

  private void remove(String name, Map<String, Object> properties) {
    if (properties.remove(name) == null) {
      throw OktaError.invalid(name, "The property is not defined in the profile's schema");
    }
    removed.add(name);
  }

  private Map<String, Object> attribute(String name, Map<String, Object> given, Object present) {
    if (!name.matches("[A-Za-z][A-Za-z0-9_]*") || base.contains(name)) {
      throw OktaError.invalid(name, "The name of the property cannot be used");
    }
    boolean added = present == null;
    Map<String, Object> rules = added ? new LinkedHashMap<>() : ProfileSchema.copy(present);
    boolean retyped = given.containsKey("type") && !given.get("type").equals(rules.get("type"));
    if (!added && retyped) {
      throw OktaError.invalid(name, "The type of a property cannot be changed");
    }
    rules.putAll(given);
    rules.values().removeIf(value -> value == null);
    DEFAULTS.forEach(rules::putIfAbsent);
    check(name, rules);
    return rules;
  }

  private static void check(String name, Map<String, Object> rules) {
    if (!(rules.get("title") instanceof String title) || title.isBlank()) {
      throw OktaError.invalid(name, "The title cannot be left blank");
    } else if (!(rules.get("type") instanceof String type) || !TYPES.contains(type)) {
      throw OktaError.invalid(name, "The type is none of " + new TreeSet<>(TYPES));
    } else if (type.equals("array") && !isTyped(rules.get("items"))) {
      throw OktaError.invalid(name, "An array must say what its items are");
    }
  }

  private static boolean isTyped(Object items) {
    return items instanceof Map<?, ?> rules
        && TYPES.contains(String.valueOf(rules.get("type")))
        && !"array".equals(rules.get("type"));
  }

  /** The names of attributes that must have a value. */
  List<String> required(Map<String, Object> custom) {
    return ProfileSchema.copy(custom.get("properties")).entrySet().stream()
        .filter(one -> Boolean.TRUE.equals(((Map<?, ?>) one.getValue()).get("required")))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The names of what was removed. */
  Set<String> removed() {
    return removed;
  }
}
