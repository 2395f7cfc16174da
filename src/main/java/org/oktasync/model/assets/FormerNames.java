package org.oktasync.model.assets;

import java.util.List;
import java.util.Map;

/**
 * What a type and its attributes were called before somebody renamed them.
 *
 * @param type former names of the type
 * @param attributes former names of attributes, by Assets' ids of these
 */
public record FormerNames(List<String> type, Map<String, List<String>> attributes) {
  /** Nothing is remembered. */
  public static final FormerNames NONE = new FormerNames(List.of(), Map.of());

  public FormerNames {
    type = List.copyOf(type);
    attributes = Map.copyOf(attributes);
  }

  /** Whether the type had a name, upper or lower case alike. */
  boolean hadType(String name) {
    return type.stream().anyMatch(name::equalsIgnoreCase);
  }

  /** Whether an attribute had a name, upper or lower case alike. */
  boolean hadAttribute(String id, String name) {
    return attributes.getOrDefault(id, List.of()).stream().anyMatch(name::equalsIgnoreCase);
  }
}
