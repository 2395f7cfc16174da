package org.oktasync.plan.schema;

import java.util.List;
import java.util.Optional;

/**
 * An object type as a mapping needs it.
 *
 * @param name its name
 * @param attributes its attributes; the first is the key, or what objects are found by
 * @param label the name of the attribute that objects are called by, if the type has to be made
 */
public record WantedType(String name, List<WantedAttribute> attributes, String label) {
  public WantedType {
    attributes = List.copyOf(attributes);
  }

  /** The attribute of this name, upper or lower case alike. */
  public Optional<WantedAttribute> attribute(String wanted) {
    return attributes.stream().filter(each -> each.name().equalsIgnoreCase(wanted)).findFirst();
  }
}
