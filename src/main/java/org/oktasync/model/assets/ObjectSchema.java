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

  /**
   * The type of this name, upper or lower case alike; where none has it now, the one that had it
   * before.
   */
  public Optional<ObjectType> type(String wanted) {
    return types.stream()
        .filter(found -> found.name().equalsIgnoreCase(wanted))
        .findFirst()
        .or(() -> formerly(wanted));
  }

  /** The one type that had a name before; empty when several had it. */
  private Optional<ObjectType> formerly(String wanted) {
    List<ObjectType> had = types.stream().filter(one -> one.former().hadType(wanted)).toList();
    return had.size() == 1 ? Optional.of(had.get(0)) : Optional.empty();
  }

  /**
   * The type that had a name before which another one has now: nobody can tell which one is meant
   * by it.
   */
  public Optional<ObjectType> disputed(String wanted) {
    return types.stream().anyMatch(one -> one.name().equalsIgnoreCase(wanted))
        ? formerly(wanted).filter(one -> !one.name().equalsIgnoreCase(wanted))
        : Optional.empty();
  }

  /**
   * What the type that had a name is called now; the name itself when it is called so in some
   * spelling, or there is no such type.
   */
  public String nameNow(String name) {
    return type(name).map(ObjectType::name).filter(now -> !now.equalsIgnoreCase(name)).orElse(name);
  }

  /** The type of this id. */
  public Optional<ObjectType> typeById(String wanted) {
    return types.stream().filter(found -> found.id().equals(wanted)).findFirst();
  }
}
