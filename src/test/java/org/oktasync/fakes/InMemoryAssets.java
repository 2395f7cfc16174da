package org.oktasync.fakes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.oktasync.control.StopSignal;
import org.oktasync.model.Cursor;
import org.oktasync.model.Message;
import org.oktasync.model.NameFolding;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.AttributeValue;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;
import org.oktasync.target.AssetsTarget;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/** A schema of Assets in memory, as strict as Assets is known to be; its writes can fail. */
public final class InMemoryAssets implements AssetsTarget {
  private final TreeMap<Long, AssetsObject> objects = new TreeMap<>();
  private final Set<Long> archived = new HashSet<>();
  private final Set<String> refused = new HashSet<>();
  private final Map<String, String> userNames = new TreeMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private ObjectSchema schema;
  private TargetException down;
  private long lastId;
  private int writes;
  private int finds;

  private record Fault(int nth, boolean after, Supplier<? extends RuntimeException> failure) {}

  public InMemoryAssets(ObjectSchema schema) {
    this.schema = schema;
  }

  /** The schema is changed by somebody. */
  public void schema(ObjectSchema other) {
    schema = other;
  }

  /** The people of the site, by key. */
  public void user(String key, String name) {
    userNames.put(key, name);
  }

  /** Whatever has this value is refused. */
  public void refuse(String value) {
    refused.add(value);
  }

  /** Nothing is refused any more. */
  public void refuseNothing() {
    refused.clear();
  }

  /** Every call fails from now on; null to end that. */
  public void down(TargetException failure) {
    down = failure;
  }

  /** The nth write from now on fails and changes nothing. */
  public void failBeforeWrite(int nth, Supplier<? extends RuntimeException> failure) {
    faults.add(new Fault(writes + nth, false, failure));
  }

  /** The nth write from now on is done, and then the answer is lost. */
  public void failAfterWrite(int nth, Supplier<? extends RuntimeException> failure) {
    faults.add(new Fault(writes + nth, true, failure));
  }

  /** Forgets ordered faults. */
  public void clearFaults() {
    faults.clear();
  }

  /** How many writes were asked for. */
  public int writes() {
    return writes;
  }

  /** How many searches were asked for. */
  public int finds() {
    return finds;
  }

  /** An object that somebody makes by hand; values as texts. */
  public String put(String type, Map<String, String> values) {
    Map<String, List<AttributeValue>> several = new TreeMap<>();
    values.forEach((name, value) -> several.put(name, List.of(AttributeValue.of(value))));
    return add(type(type), several).id();
  }

  /** Somebody gives an attribute of an object another value; an empty one clears it. */
  public void edit(String id, String attribute, String value) {
    AssetsObject object = objects.get(Long.valueOf(id));
    Map<String, List<AttributeValue>> values = new TreeMap<>(object.values());
    values.put(attribute, value.isEmpty() ? List.of() : List.of(AttributeValue.of(value)));
    store(typeById(object.typeId()), object.id(), values);
  }

  /** Somebody deletes an object. */
  public void remove(String id) {
    objects.remove(Long.valueOf(id));
  }

  public boolean isArchived(String id) {
    return archived.contains(Long.valueOf(id));
  }

  /** Every object of a type, archived ones too, as one line each, sorted. */
  public List<String> lines(String type) {
    return objects.values().stream()
        .filter(object -> object.typeId().equals(type(type).id()))
        .map(this::line)
        .sorted()
        .toList();
  }

  /** Everything, as text. */
  public String text() {
    return schema.types().stream()
        .flatMap(type -> lines(type.name()).stream().map(line -> type.name() + " " + line))
        .collect(Collectors.joining("\n"));
  }

  private String line(AssetsObject object) {
    Map<String, String> texts = new TreeMap<>();
    object
        .values()
        .forEach(
            (name, values) ->
                texts.put(
                    name,
                    values.stream()
                        .map(AttributeValue::text)
                        .sorted()
                        .collect(Collectors.joining(";"))));
    texts.values().removeIf(String::isEmpty);
    return texts + (isArchived(object.id()) ? " archived" : "");
  }

  private ObjectType type(String name) {
    return schema.type(name).orElseThrow();
  }

  private ObjectType typeById(String id) {
    return schema.typeById(id).orElseThrow();
  }

  @Override
  public ObjectSchema schema() {
    requireUp();
    return schema;
  }

  @Override
  public Cursor<AssetsObject> objects(ObjectType type, StopSignal stop) {
    requireUp();
    stop.check();
    return Cursor.over(
        inUse().stream().filter(object -> object.typeId().equals(type.id())).toList());
  }

  private List<AssetsObject> inUse() {
    return objects.values().stream()
        .filter(object -> !archived.contains(Long.valueOf(object.id())))
        .map(this::shown)
        .toList();
  }

  /** References show what the other object is called now. */
  private AssetsObject shown(AssetsObject object) {
    Map<String, List<AttributeValue>> values = new TreeMap<>(object.values());
    for (ObjectAttribute attribute : typeById(object.typeId()).attributes()) {
      if (attribute.type() == AttributeType.REFERENCE) {
        values.computeIfPresent(
            attribute.name(),
            (name, several) ->
                several.stream()
                    .filter(value -> objects.containsKey(Long.valueOf(value.reference())))
                    .map(
                        value ->
                            new AttributeValue(
                                objects.get(Long.valueOf(value.reference())).label(),
                                value.reference()))
                    .toList());
      }
    }
    values.values().removeIf(List::isEmpty);
    return new AssetsObject(
        object.id(), object.objectKey(), object.typeId(), object.label(), values);
  }

  @Override
  public List<AssetsObject> find(ObjectType type, String aql, int limit) {
    requireUp();
    finds++;
    try {
      return inUse().stream()
          .filter(object -> object.typeId().equals(type.id()))
          .filter(object -> SmallAql.holds(aql, object))
          .limit(limit)
          .toList();
    } catch (IllegalArgumentException e) {
      throw failure(Kind.INVALID, "aql " + aql);
    }
  }

  @Override
  public Optional<AssetsObject> object(String idOrKey) {
    requireUp();
    return inUse().stream()
        .filter(one -> one.id().equals(idOrKey) || one.objectKey().equals(idOrKey))
        .findFirst();
  }

  @Override
  public AssetsObject create(ObjectType type, Map<String, List<AttributeValue>> values) {
    return write(() -> add(typeById(type.id()), values));
  }

  private AssetsObject add(ObjectType type, Map<String, List<AttributeValue>> values) {
    for (ObjectAttribute attribute : type.attributes()) {
      boolean empty = values.getOrDefault(attribute.name(), List.of()).isEmpty();
      require(attribute.minimum() == 0 || !empty, "required " + attribute.name());
    }
    return store(type, String.valueOf(++lastId), values);
  }

  private AssetsObject store(ObjectType type, String id, Map<String, List<AttributeValue>> values) {
    Map<String, List<AttributeValue>> stored = new TreeMap<>();
    values.forEach((name, several) -> stored.put(name, accepted(type, id, name, several)));
    stored.values().removeIf(List::isEmpty);
    String label =
        type.labelAttribute()
            .map(attribute -> stored.getOrDefault(attribute.name(), List.of()))
            .flatMap(several -> several.stream().findFirst())
            .map(AttributeValue::text)
            .orElse("");
    AssetsObject object = new AssetsObject(id, "OKT-" + id, type.id(), label, stored);
    objects.put(Long.valueOf(id), object);
    return object;
  }

  private List<AttributeValue> accepted(
      ObjectType type, String id, String name, List<AttributeValue> values) {
    ObjectAttribute attribute =
        type.attribute(name).orElseThrow(() -> failure(Kind.INVALID, "no attribute " + name));
    require(attribute.editable(), "not editable " + name);
    require(values.size() <= 1 || attribute.takesSeveral(), "too many " + name);
    return values.stream().map(value -> accepted(attribute, id, value)).toList();
  }

  private AttributeValue accepted(ObjectAttribute attribute, String id, AttributeValue value) {
    require(!refused.contains(value.text()), "refused " + value.text());
    require(value.text().length() <= 255, "too long " + attribute.name());
    if (attribute.type() == AttributeType.REFERENCE) {
      AssetsObject other = objects.get(Long.valueOf(value.reference()));
      require(other != null, "no object " + value.reference());
      require(other.typeId().equals(attribute.referencedTypeId()), "wrong type");
      return new AttributeValue(other.label(), other.id());
    } else if (attribute.type() == AttributeType.USER) {
      require(userNames.containsKey(value.reference()), "no user " + value.reference());
      return new AttributeValue(userNames.get(value.reference()), value.reference());
    }
    require(!value.text().isEmpty(), "empty " + attribute.name());
    requireUnique(attribute, id, value);
    return AttributeValue.of(value.text());
  }

  private void requireUnique(ObjectAttribute attribute, String id, AttributeValue value) {
    String folded = NameFolding.fold(value.text());
    boolean taken =
        attribute.unique()
            && objects.values().stream()
                .filter(other -> !other.id().equals(id))
                .flatMap(other -> other.values(attribute.name()).stream())
                .anyMatch(other -> NameFolding.fold(other.text()).equals(folded));
    if (taken) {
      throw failure(Kind.CONFLICT, "taken " + value.text());
    }
  }

  @Override
  public void update(ObjectType type, String id, Map<String, List<AttributeValue>> values) {
    write(
        () -> {
          AssetsObject object = existing(id);
          Map<String, List<AttributeValue>> all = new TreeMap<>(object.values());
          all.putAll(values);
          return store(typeById(type.id()), id, all);
        });
  }

  private AssetsObject existing(String id) {
    AssetsObject object = objects.get(Long.valueOf(id));
    if (object == null) {
      throw failure(Kind.NOT_FOUND, "gone " + id);
    }
    return object;
  }

  @Override
  public void archive(String id) {
    write(() -> archived.add(Long.valueOf(existing(id).id())));
  }

  @Override
  public void restore(String id) {
    write(() -> archived.remove(Long.valueOf(existing(id).id())));
  }

  @Override
  public void delete(String id) {
    write(() -> objects.remove(Long.valueOf(id)));
  }

  @Override
  public void close() {}

  private <T> T write(Supplier<T> work) {
    requireUp();
    writes++;
    strike(false);
    T done = work.get();
    strike(true);
    return done;
  }

  private void strike(boolean after) {
    for (Fault fault : List.copyOf(faults)) {
      if (fault.nth() == writes && fault.after() == after) {
        throw fault.failure().get();
      }
    }
  }

  private void requireUp() {
    if (down != null) {
      throw down;
    }
  }

  private static void require(boolean acceptable, String what) {
    if (!acceptable) {
      throw failure(Kind.INVALID, what);
    }
  }

  private static TargetException failure(Kind kind, String what) {
    return new TargetException(kind, Message.of("test-refusal", what), null);
  }
}
