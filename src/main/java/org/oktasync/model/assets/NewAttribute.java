package org.oktasync.model.assets;

import java.util.List;

/**
 * An attribute as it is to be in a schema.
 *
 * @param name its name
 * @param type what values it takes; never {@link AttributeType#OTHER}
 * @param label whether it is what objects are called by
 * @param unique whether no two objects of the type may have the same value
 * @param several whether it takes any number of values
 * @param required whether there must be a value
 * @param referencedTypeId for references, the id of the type referred to; empty otherwise
 * @param options for lists of options, what may be chosen; empty otherwise
 */
public record NewAttribute(
    String name,
    AttributeType type,
    boolean label,
    boolean unique,
    boolean several,
    boolean required,
    String referencedTypeId,
    List<String> options) {
  public NewAttribute {
    options = List.copyOf(options);
  }

  /** An attribute that may have one value. */
  public static NewAttribute of(String name, AttributeType type) {
    return new NewAttribute(name, type, false, false, false, false, "", List.of());
  }

  /** The same, for any number of values. */
  public NewAttribute many() {
    return new NewAttribute(name, type, label, unique, true, required, referencedTypeId, options);
  }

  /** The same, told apart by its value. */
  public NewAttribute distinct() {
    return new NewAttribute(name, type, label, true, several, required, referencedTypeId, options);
  }

  /** The same, as what objects are called by. */
  public NewAttribute asLabel() {
    return new NewAttribute(name, type, true, unique, several, true, referencedTypeId, options);
  }

  /** The same, referring to objects of this type. */
  public NewAttribute to(String typeId) {
    return new NewAttribute(name, type, label, unique, several, required, typeId, options);
  }
}
