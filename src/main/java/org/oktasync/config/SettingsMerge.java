package org.oktasync.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Lays a partial JSON object over a whole one. */
final class SettingsMerge {
  private SettingsMerge() {}

  /**
   * {@code base} with every field that {@code over} has; objects are merged, lists are replaced.
   */
  static JsonNode merge(JsonNode base, JsonNode over) {
    if (!base.isObject() || !over.isObject()) {
      return over;
    }
    ObjectNode merged = base.deepCopy();
    over.properties()
        .forEach(
            field -> {
              JsonNode below = merged.get(field.getKey());
              merged.set(
                  field.getKey(),
                  below == null ? field.getValue() : merge(below, field.getValue()));
            });
    return merged;
  }
}
