package org.oktasync.model.assets;

import java.util.List;

/**
 * An attribute of an object type.
 *
 * @param id Assets' id
 * @param name its name, unique within the type
 * @param type what values it takes
 * @param editable false for those that Assets fills itself: key, created, updated
 * @param label whether it is what objects are called by
 * @param minimum how many values there must be
 * @param maximum how many values there may be; {@link #UNLIMITED} for any number
 * @param unique whether no two objects of the type may have the same value
 * @param referencedTypeId for references, the id of the type referred to; empty otherwise
 * @param options for lists of options, what may be chosen; empty otherwise
 */
public record ObjectAttribute(
    String id,
    String name,
    AttributeType type,
    boolean editable,
    boolean label,
    int minimum,
    int maximum,
    boolean unique,
    String referencedTypeId,
    List<String> options) {
  /** The {@code maximum} of an attribute that takes any number of values. */
  public static final int UNLIMITED = -1;

  public ObjectAttribute {
    options = List.copyOf(options);
  }

  /** Whether it takes more than one value. */
  public boolean takesSeveral() {
    return maximum == UNLIMITED || maximum > 1;
  }
}
