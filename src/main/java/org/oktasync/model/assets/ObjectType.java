package org.oktasync.model.assets;

import java.util.List;
import java.util.Optional;

/**
 * An object type of a schema.
 *
 * @param id Assets' id
 * @param name its name, unique within the schema
 * @param attributes those of its own and inherited ones, in Assets' order
 * @param former what it and its attributes were called before, as far as that is remembered
 */
public record ObjectType(
    String id, String name, List<ObjectAttribute> attributes, FormerNames former) {
  public ObjectType {
    attributes = List.copyOf(attributes);
  }

  /** A type of which no former name is remembered. */
  public ObjectType(String id, String name, List<ObjectAttribute> attributes) {
    this(id, name, attributes, FormerNames.NONE);
  }

  /**
   * The attribute of this name, upper or lower case alike; where none has it now, the one that had
   * it before.
   */
  public Optional<ObjectAttribute> attribute(String wanted) {
    return attributes.stream()
        .filter(found -> found.name().equalsIgnoreCase(wanted))
        .findFirst()
        .or(() -> formerly(wanted));
  }

  /** The one attribute that had a name before; empty when several had it. */
  private Optional<ObjectAttribute> formerly(String wanted) {
    List<ObjectAttribute> had =
        attributes.stream().filter(one -> former.hadAttribute(one.id(), wanted)).toList();
    return had.size() == 1 ? Optional.of(had.get(0)) : Optional.empty();
  }

  /**
   * The attribute that had a name before which another one has now: nobody can tell which one is
   * meant by it.
   */
  public Optional<ObjectAttribute> disputed(String wanted) {
    return attributes.stream().anyMatch(one -> one.name().equalsIgnoreCase(wanted))
        ? formerly(wanted).filter(one -> !one.name().equalsIgnoreCase(wanted))
        : Optional.empty();
  }

  /** The attribute that objects are called by. */
  public Optional<ObjectAttribute> labelAttribute() {
    return attributes.stream().filter(ObjectAttribute::label).findFirst();
  }

  /** The same type, of which former names are remembered. */
  public ObjectType with(FormerNames names) {
    return new ObjectType(id, name, attributes, names);
  }
}
