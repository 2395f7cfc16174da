package org.oktasync.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** Tells which settings differ, by their names in the REST interface, never by their values. */
public final class ChangedSettings {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final List<String> names = new ArrayList<>();

  private ChangedSettings() {}

  /** Dotted names of all settings that differ, in the order of the settings. */
  public static List<String> between(ConnectionSettings before, ConnectionSettings after) {
    ChangedSettings changed = new ChangedSettings();
    changed.compare("", MAPPER.valueToTree(before), MAPPER.valueToTree(after));
    return List.copyOf(changed.names);
  }

  private void compare(String name, JsonNode before, JsonNode after) {
    if (before.isObject() && after.isObject()) {
      String prefix = name.isEmpty() ? "" : name + ".";
      after
          .properties()
          .forEach(
              field ->
                  compare(prefix + field.getKey(), before.path(field.getKey()), field.getValue()));
    } else if (!before.equals(after)) {
      names.add(name);
    }
  }
}
