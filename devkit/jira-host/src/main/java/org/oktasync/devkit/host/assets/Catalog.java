package org.oktasync.devkit.host.assets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.oktasync.devkit.host.assets.Entry.Level;
import org.oktasync.devkit.host.assets.Entry.ObjectType;
import org.oktasync.devkit.host.assets.Entry.ReferenceType;
import org.oktasync.devkit.host.assets.Entry.Role;
import org.oktasync.devkit.host.assets.Entry.Status;

/** The schemas with their types, attributes, statuses and roles at one moment; immutable. */
final class Catalog {
  private final Map<Class<?>, Map<Integer, Entry>> entries = new HashMap<>();
  private final Map<Integer, List<Attribute>> attributes = new HashMap<>();

  Catalog(Collection<? extends Entry> all) {
    for (Entry entry : all) {
      entries.computeIfAbsent(entry.getClass(), kind -> new TreeMap<>()).put(entry.id(), entry);
    }
    all(ObjectType.class).forEach(type -> attributes.put(type.id(), effective(type)));
  }

  /** All entries of a kind, by number. */
  <T extends Entry> List<T> all(Class<T> kind) {
    return entries.getOrDefault(kind, Map.of()).values().stream().map(kind::cast).toList();
  }

  <T extends Entry> Optional<T> find(Class<T> kind, int id) {
    return Optional.ofNullable(kind.cast(entries.getOrDefault(kind, Map.of()).get(id)));
  }

  private <T extends Entry> List<T> where(Class<T> kind, Predicate<T> condition) {
    return all(kind).stream().filter(condition).toList();
  }

  /** An entry that another entry names, so that it is there. */
  <T extends Entry> T get(Class<T> kind, int id) {
    return find(kind, id).orElseThrow();
  }

  ObjectType typeOf(Attribute attribute) {
    return get(ObjectType.class, attribute.typeId());
  }

  /** The object types of a schema, by position. */
  List<ObjectType> types(int schemaId) {
    return where(ObjectType.class, type -> type.schemaId() == schemaId).stream()
        .sorted(Comparator.comparingInt(ObjectType::position).thenComparingInt(ObjectType::id))
        .toList();
  }

  List<ObjectType> children(int typeId) {
    return where(ObjectType.class, type -> type.parentId() != null && type.parentId() == typeId);
  }

  /** A type and all types beneath it. */
  Stream<ObjectType> withDescendants(ObjectType type) {
    return Stream.concat(
        Stream.of(type), children(type.id()).stream().flatMap(this::withDescendants));
  }

  /** Whether an object of the type may stand where the attribute refers to. */
  boolean fits(Attribute reference, int typeId) {
    ObjectType wanted = get(ObjectType.class, reference.referencedType());
    Stream<ObjectType> fitting =
        reference.includeChildren() ? withDescendants(wanted) : Stream.of(wanted);
    return fitting.anyMatch(type -> type.id() == typeId);
  }

  /** The attributes of a type by position, those that it inherits first. */
  List<Attribute> attributes(int typeId) {
    return attributes.get(typeId);
  }

  private List<Attribute> effective(ObjectType type) {
    List<Attribute> all = new ArrayList<>();
    if (inherits(type.parentId())) {
      all.addAll(effective(get(ObjectType.class, type.parentId())));
    }
    where(Attribute.class, attribute -> attribute.typeId() == type.id()).stream()
        .sorted(Comparator.comparingInt(Attribute::position).thenComparingInt(Attribute::id))
        .forEach(all::add);
    return List.copyOf(all);
  }

  /** Whether a child of this type takes over its attributes; false for null. */
  boolean inherits(Integer parentId) {
    return parentId != null && get(ObjectType.class, parentId).inherited();
  }

  /** The attribute whose value is the label of the type's objects. */
  Attribute label(int typeId) {
    return attributes(typeId).stream().filter(Attribute::label).findFirst().orElseThrow();
  }

  /** The statuses that a schema has: its own and the global ones. */
  List<Status> statuses(Integer schemaId) {
    return where(Status.class, status -> belongs(status.schemaId(), schemaId));
  }

  /** The reference types that a schema has: its own and the global ones. */
  List<ReferenceType> referenceTypes(Integer schemaId) {
    return where(ReferenceType.class, type -> belongs(type.schemaId(), schemaId));
  }

  private static boolean belongs(Integer owner, Integer schemaId) {
    return owner == null || owner.equals(schemaId);
  }

  List<Role> roles(int schemaId) {
    return where(Role.class, role -> role.schemaId() == schemaId);
  }

  /** Whether somebody with this user key and these groups reaches a level in a schema. */
  boolean allows(int schemaId, Level level, String userKey, Collection<String> groups) {
    return roles(schemaId).stream()
        .filter(role -> role.level().compareTo(level) >= 0)
        .anyMatch(
            role ->
                role.users().contains(userKey)
                    || groups.stream().anyMatch(role.groups()::contains));
  }
}
