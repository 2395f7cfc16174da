package org.oktasync.model.assets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An object type that the product has worked with, by Assets' id, and all that it and its
 * attributes were called at the time; so it is known again when somebody renames it.
 *
 * @param id Assets' id
 * @param names its names, the last one last
 * @param attributes names of attributes in the same way, by Assets' ids of these
 */
public record KnownType(String id, List<String> names, Map<String, List<String>> attributes) {
  public KnownType {
    names = List.copyOf(names);
    attributes = Map.copyOf(attributes);
  }

  /** A type that was not known before. */
  public static KnownType of(ObjectType type) {
    return new KnownType(type.id(), List.of(), Map.of()).seen(type);
  }

  /** What it was called when it was last seen. */
  public String name() {
    return names.get(names.size() - 1);
  }

  /** Whether it is or was called so, upper or lower case alike. */
  public boolean isCalled(String name) {
    return names.stream().anyMatch(name::equalsIgnoreCase);
  }

  /** The same type, as it is called now. */
  public KnownType seen(ObjectType now) {
    Map<String, List<String>> all = new TreeMap<>(attributes);
    now.attributes()
        .forEach(
            one -> all.merge(one.id(), List.of(one.name()), (had, is) -> last(had, is.get(0))));
    return new KnownType(id, last(names, now.name()), all);
  }

  private static List<String> last(List<String> names, String name) {
    List<String> all = new ArrayList<>(names);
    all.remove(name);
    all.add(name);
    return all;
  }

  /** A type as it is, with the names that it had. */
  ObjectType dressed(ObjectType now) {
    Map<String, List<String>> former = new HashMap<>();
    now.attributes()
        .forEach(
            one ->
                former.put(
                    one.id(), but(attributes.getOrDefault(one.id(), List.of()), one.name())));
    former.values().removeIf(List::isEmpty);
    return now.with(new FormerNames(but(names, now.name()), former));
  }

  private static List<String> but(List<String> names, String present) {
    return names.stream().filter(name -> !name.equalsIgnoreCase(present)).toList();
  }

  /** A schema as it is, whose types are found by the names that they had, too. */
  public static ObjectSchema dressed(ObjectSchema schema, List<KnownType> known) {
    Map<String, KnownType> byId = new HashMap<>();
    known.forEach(one -> byId.put(one.id(), one));
    return new ObjectSchema(
        schema.id(),
        schema.key(),
        schema.name(),
        schema.types().stream()
            .map(
                type ->
                    Optional.ofNullable(byId.get(type.id())).map(k -> k.dressed(type)).orElse(type))
            .toList());
  }
}
