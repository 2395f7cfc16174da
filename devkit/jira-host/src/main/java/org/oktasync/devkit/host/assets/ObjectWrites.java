package org.oktasync.devkit.host.assets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.oktasync.devkit.host.assets.Entry.Level;
import org.oktasync.devkit.host.assets.Entry.ObjectType;
import org.oktasync.devkit.host.assets.Entry.Schema;
import org.oktasync.devkit.host.assets.ObjectStore.Event;
import org.oktasync.devkit.host.assets.ValueRules.BadValue;
import org.oktasync.devkit.host.data.DataException;

/** Creates and changes objects, all or nothing, and notes it in their history. */
final class ObjectWrites {
  private static final int CREATED = 0;
  private static final int CHANGED = 1;
  private static final int ARCHIVED = 2;
  private static final int RESTORED = 3;

  private final Parts parts;

  ObjectWrites(Parts parts) {
    this.parts = parts;
  }

  StoredObject create(Call call, Body body) {
    ObjectType type = call.entry(ObjectType.class, body.number("objectTypeId"));
    call.require(type.schemaId(), Level.DEVELOPER);
    if (type.abstractType()) {
      throw Refusal.field("objectTypeId", "An abstract object type has no objects");
    }
    int limit = parts.options().objectLimit();
    if (limit != AssetsOptions.UNLIMITED && parts.objects().count() >= limit) {
      throw Refusal.bad("Assets has reached its limit of " + limit + " objects");
    }
    Map<Attribute, List<String>> given = given(call.catalog(), type.id(), body);
    call.catalog().attributes(type.id()).stream()
        .filter(attribute -> !attribute.system())
        .forEach(attribute -> given.putIfAbsent(attribute, List.of()));
    Map<Attribute, List<StoredValue>> values = checked(call.catalog(), 0, given);
    long id = parts.objects().nextId();
    long now = parts.clock().millis();
    Schema schema = call.catalog().get(Schema.class, type.schemaId());
    String label = label(values, "");
    StoredObject made =
        new StoredObject(
            id, schema.id(), type.id(), schema.key() + "-" + id, label, now, now, null, null);
    atomically(
        () -> {
          parts.objects().add(made);
          parts.objects().putValues(id, values);
          note(call, made, CREATED, null, null, made.key());
        });
    return made;
  }

  /** Replaces the values of the attributes that the body names. */
  StoredObject update(Call call, StoredObject old, Body body) {
    if (body.number("objectTypeId", old.typeId()) != old.typeId()) {
      throw Refusal.field("objectTypeId", "The object is of another type");
    }
    return replace(call, old, given(call.catalog(), old.typeId(), body));
  }

  StoredObject replace(Call call, StoredObject old, Map<Attribute, List<String>> given) {
    call.require(old.schemaId(), Level.DEVELOPER);
    if (old.archived() != null) {
      throw Refusal.bad(old.key() + " is archived");
    }
    Map<Attribute, List<StoredValue>> values = checked(call.catalog(), old.id(), given);
    ObjectViews before = parts.views(call, List.of(old));
    values.entrySet().removeIf(e -> e.getValue().equals(stored(before, old, e.getKey())));
    if (values.isEmpty()) {
      return old;
    }
    StoredObject changed =
        new StoredObject(
            old.id(),
            old.schemaId(),
            old.typeId(),
            old.key(),
            label(values, old.label()),
            old.created(),
            parts.clock().millis(),
            null,
            null);
    atomically(
        () -> {
          parts.objects().update(changed);
          parts.objects().putValues(old.id(), values);
          values.forEach(
              (attribute, now) ->
                  note(
                      call,
                      changed,
                      CHANGED,
                      attribute.name(),
                      text(stored(before, old, attribute)),
                      text(now)));
        });
    return changed;
  }

  private static List<StoredValue> stored(
      ObjectViews views, StoredObject object, Attribute attribute) {
    return views.values(object).getOrDefault(attribute, List.of());
  }

  private static String text(List<StoredValue> values) {
    return values.isEmpty()
        ? null
        : values.stream().map(StoredValue::text).collect(Collectors.joining(", "));
  }

  /** The texts of the body by attribute; what is said of Assets' own attributes is ignored. */
  private static Map<Attribute, List<String>> given(Catalog catalog, int typeId, Body body) {
    Map<Attribute, List<String>> given = new LinkedHashMap<>();
    for (Body entry : body.list("attributes")) {
      int id = entry.number("objectTypeAttributeId");
      Attribute attribute =
          catalog.attributes(typeId).stream()
              .filter(a -> a.id() == id)
              .findAny()
              .orElseThrow(() -> Refusal.field(field(id), "The object type has no such attribute"));
      if (!attribute.system()) {
        given.put(attribute, texts(entry));
      }
    }
    return given;
  }

  /** The values that an entry gives; empty ones say nothing. */
  static List<String> texts(Body entry) {
    List<String> texts = new ArrayList<>();
    for (Body value : entry.list("objectAttributeValues")) {
      String text = value.text("value", "");
      if (!text.isEmpty()) {
        texts.add(text);
      }
    }
    return texts;
  }

  private static String field(int attributeId) {
    return "rlabs-insight-attribute-" + attributeId;
  }

  private Map<Attribute, List<StoredValue>> checked(
      Catalog catalog, long objectId, Map<Attribute, List<String>> given) {
    Map<Attribute, List<StoredValue>> values = new LinkedHashMap<>();
    Map<String, String> wrong = new TreeMap<>();
    given.forEach(
        (attribute, texts) -> {
          try {
            values.put(attribute, unique(objectId, attribute, read(catalog, attribute, texts)));
          } catch (BadValue e) {
            wrong.put(field(attribute.id()), e.getMessage());
          }
        });
    if (!wrong.isEmpty()) {
      throw Refusal.fields(wrong);
    }
    return values;
  }

  private List<StoredValue> read(Catalog catalog, Attribute attribute, List<String> texts)
      throws BadValue {
    if (attribute.label() && texts.isEmpty()) {
      throw new BadValue(attribute.name() + " is the label and needs a value");
    }
    return parts.rules().read(catalog, attribute, texts);
  }

  private List<StoredValue> unique(long objectId, Attribute attribute, List<StoredValue> values)
      throws BadValue {
    for (StoredValue value : values) {
      if (attribute.unique()
          && parts.objects().isTaken(value.uniqueKey(attribute.id()), objectId)) {
        throw new BadValue("Another object has the value " + value.text());
      }
    }
    return values;
  }

  private static String label(Map<Attribute, List<StoredValue>> values, String absent) {
    return values.entrySet().stream()
        .filter(entry -> entry.getKey().label())
        .map(entry -> entry.getValue().get(0).text())
        .findFirst()
        .orElse(absent);
  }

  private void atomically(Runnable work) {
    try {
      parts.objects().atomically(work);
    } catch (DataException e) {
      if (e.isDuplicate()) {
        throw Refusal.bad("Another object was given the same value meanwhile");
      }
      throw e;
    }
  }

  StoredObject archive(Call call, StoredObject old) {
    return old.archived() != null ? old : setArchived(call, old, parts.clock().millis());
  }

  StoredObject restore(Call call, StoredObject old) {
    return old.archived() == null ? old : setArchived(call, old, null);
  }

  private StoredObject setArchived(Call call, StoredObject old, Long when) {
    call.require(old.schemaId(), Level.DEVELOPER);
    StoredObject changed =
        new StoredObject(
            old.id(),
            old.schemaId(),
            old.typeId(),
            old.key(),
            old.label(),
            old.created(),
            parts.clock().millis(),
            when,
            when == null ? null : call.caller().key());
    atomically(
        () -> {
          parts.objects().update(changed);
          note(call, changed, when == null ? RESTORED : ARCHIVED, null, null, null);
        });
    return changed;
  }

  void delete(Call call, StoredObject object) {
    call.require(object.schemaId(), Level.DEVELOPER);
    parts.objects().atomically(() -> parts.objects().delete("id = ?", object.id()));
  }

  private void note(
      Call call, StoredObject object, int kind, String attribute, String before, String after) {
    if (!Objects.equals(before, after) || kind != CHANGED) {
      parts
          .objects()
          .note(
              new Event(
                  0,
                  object.id(),
                  call.caller().key(),
                  object.updated(),
                  kind,
                  attribute,
                  before,
                  after));
    }
  }
}
