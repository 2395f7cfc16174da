package org.oktasync.model.assets;

import java.util.List;
import java.util.Optional;

/**
 * An object schema with its types.
 *
 * @param id Assets' id
 * @param key the letters before the number of each object's key, for example {@code OKT}
 * @param name its name
 * @param types its types, flat
 */
public record ObjectSchema(String id, String key, String name, List<ObjectType> types) {
  public ObjectSchema {
    types = List.copyOf(types);
  }

  /** The type of this name, upper or lower case alike. */
  public Optional<ObjectType> type(String wanted) {
    return types.stream().filter(found -> found.name().equalsIgnoreCase(wanted)).findFirst();
  }

  /** The type of this id. */
  public Optional<ObjectType> typeById(String wanted) {
    return types.stream().filter(found -> found.id().equals(wanted)).findFirst();
  }
}
