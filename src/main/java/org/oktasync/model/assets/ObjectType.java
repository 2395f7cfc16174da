package org.oktasync.model.assets;

import java.util.List;
import java.util.Optional;

/**
 * An object type of a schema.
 *
 * @param id Assets' id
 * @param name its name, unique within the schema
 * @param attributes those of its own and inherited ones, in Assets' order
 */
public record ObjectType(String id, String name, List<ObjectAttribute> attributes) {
  public ObjectType {
    attributes = List.copyOf(attributes);
  }

  /** The attribute of this name, upper or lower case alike. */
  public Optional<ObjectAttribute> attribute(String wanted) {
    return attributes.stream().filter(found -> found.name().equalsIgnoreCase(wanted)).findFirst();
  }

  /** The attribute that objects are called by. */
  public Optional<ObjectAttribute> labelAttribute() {
    return attributes.stream().filter(ObjectAttribute::label).findFirst();
  }
}
