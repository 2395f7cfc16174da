package org.oktasync.mapping.assets;

import java.util.List;
import java.util.Optional;

/**
 * All mappings of one text, in its order.
 *
 * @param mappings one for each heading, and one without a heading when lines stand before the first
 */
public record AssetsMapping(List<ObjectMapping> mappings) {
  public AssetsMapping {
    mappings = List.copyOf(mappings);
  }

  /**
   * The mapping under this heading, upper or lower case alike; an empty name is the one without.
   */
  public Optional<ObjectMapping> named(String name) {
    return mappings.stream().filter(found -> found.name().equalsIgnoreCase(name)).findFirst();
  }
}
