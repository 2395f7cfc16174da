package org.oktasync.model.assets;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An object as Assets holds it.
 *
 * @param id Assets' number of it
 * @param objectKey Assets' key of it, for example {@code OKT-12}
 * @param typeId the id of its type
 * @param label what it is called by
 * @param values by the name of the attribute; an attribute without a value is absent
 */
public record AssetsObject(
    String id,
    String objectKey,
    String typeId,
    String label,
    Map<String, List<AttributeValue>> values) {
  public AssetsObject {
    Map<String, List<AttributeValue>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    values.forEach((name, several) -> copy.put(name, List.copyOf(several)));
    values = java.util.Collections.unmodifiableMap(copy);
  }

  /** The values of an attribute, upper or lower case alike; empty when there are none. */
  public List<AttributeValue> values(String attribute) {
    return values.getOrDefault(attribute, List.of());
  }
}
