package org.oktasync.devkit.host.assets;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.oktasync.devkit.host.assets.AssetsJson.Fields;
import org.oktasync.devkit.host.assets.Entry.Status;
import org.oktasync.devkit.host.security.Accounts;
import org.oktasync.devkit.host.users.Person;

/**
 * Objects with everything that is shown of them, read in a few statements for many objects. An
 * attribute without a value is left out.
 */
final class ObjectViews {
  private static final DateTimeFormatter DATE = format("d/MMM/yy");
  private static final DateTimeFormatter TIME = format("h:mm a");
  private static final DateTimeFormatter DATE_TIME = format("dd/MMM/yy h:mm a");

  private final Catalog catalog;
  private final AssetsJson json;
  private final List<StoredObject> objects;
  private final Map<Long, Map<Integer, List<StoredValue>>> values;
  private final Map<Long, StoredObject> referenced;
  private final Map<Long, Fields> referencedJson = new HashMap<>();
  private final Map<String, Person> people;

  ObjectViews(
      Catalog catalog,
      AssetsJson json,
      ObjectStore store,
      Accounts accounts,
      List<StoredObject> objects) {
    this.catalog = catalog;
    this.json = json;
    this.objects = objects;
    values = store.values(objects.stream().map(StoredObject::id).toList());
    Set<Long> references = new HashSet<>();
    Set<String> keys = new HashSet<>();
    for (Map<Integer, List<StoredValue>> own : values.values()) {
      own.forEach((attribute, all) -> note(attribute, all, references, keys));
    }
    objects.stream().map(StoredObject::archivedBy).filter(Objects::nonNull).forEach(keys::add);
    referenced = store.objects(references);
    people = accounts.people(keys);
  }

  private void note(int attribute, List<StoredValue> all, Set<Long> references, Set<String> keys) {
    ValueKind kind = catalog.get(Attribute.class, attribute).kind();
    for (StoredValue value : all) {
      if (kind == ValueKind.REFERENCE) {
        references.add(value.reference());
      } else if (kind == ValueKind.USER) {
        keys.add(value.text());
      }
    }
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }

  /** All of them in JSON. */
  List<Fields> json(boolean attributes, boolean definitions, boolean extended) {
    return objects.stream()
        .map(
            object ->
                json.object(object, people)
                    .and("attributes", attributes ? attributes(object, definitions) : null)
                    .and(
                        "extendedInfo",
                        extended
                            ? Map.of("openIssuesExists", false, "attachmentsExists", false)
                            : null))
        .toList();
  }

  /** The attributes of an object that have values, in JSON. */
  List<Fields> attributes(StoredObject object, boolean definitions) {
    List<Fields> all = new ArrayList<>();
    values(object)
        .forEach(
            (attribute, own) ->
                all.add(
                    json.objectAttribute(
                        object.id(),
                        attribute,
                        own.stream().map(value -> value(attribute, value)).toList(),
                        definitions)));
    return all;
  }

  /** The values of an object by attribute, in the order of the attributes. */
  Map<Attribute, List<StoredValue>> values(StoredObject object) {
    Map<Integer, List<StoredValue>> own = values.getOrDefault(object.id(), Map.of());
    Map<Attribute, List<StoredValue>> all = new LinkedHashMap<>();
    for (Attribute attribute : catalog.attributes(object.typeId())) {
      List<StoredValue> found =
          attribute.system() ? system(attribute, object) : own.get(attribute.id());
      if (found != null) {
        all.put(attribute, found);
      }
    }
    return all;
  }

  private static List<StoredValue> system(Attribute attribute, StoredObject object) {
    if (attribute.name().equals(Attribute.KEY)) {
      return List.of(StoredValue.text(object.key()));
    }
    boolean created = attribute.name().equals(Attribute.CREATED);
    long millis = created ? object.created() : object.updated();
    return List.of(StoredValue.number(ValueRules.moment(millis), millis));
  }

  /** The object that a value refers to; null where it refers to none. */
  StoredObject referenced(StoredValue value) {
    return referenced.get(value.reference());
  }

  private Fields value(Attribute attribute, StoredValue value) {
    Fields fields = new Fields();
    Object search = value.text();
    switch (attribute.kind()) {
      case REFERENCE -> {
        StoredObject target = referenced(value);
        fields.and(
            "referencedObject",
            referencedJson.computeIfAbsent(target.id(), id -> json.object(target, people)));
        search = target.key();
      }
      case USER -> fields.and("user", json.person(value.text(), people));
      case GROUP -> fields.and("group", Map.of("name", value.text()));
      case STATUS -> {
        Status status = catalog.get(Status.class, Integer.parseInt(value.text()));
        fields.and("status", json.status(status));
        search = status.name();
      }
      default -> fields.and("value", value.text());
    }
    return fields
        .and("displayValue", display(attribute, value))
        .and("searchValue", search)
        .and("referencedType", attribute.kind() == ValueKind.REFERENCE);
  }

  /** A value as a person reads it. */
  String display(Attribute attribute, StoredValue value) {
    return switch (attribute.kind()) {
      case REFERENCE -> referenced(value).label();
      case USER ->
          people.containsKey(value.text()) ? people.get(value.text()).displayName() : value.text();
      case STATUS -> catalog.get(Status.class, Integer.parseInt(value.text())).name();
      case DATE -> DATE.format(LocalDate.parse(value.text()).atStartOfDay(ZoneOffset.UTC));
      case TIME ->
          TIME.format(
              LocalTime.parse(value.text()).atDate(LocalDate.EPOCH).atOffset(ZoneOffset.UTC));
      case DATE_TIME -> DATE_TIME.format(Instant.parse(value.text()));
      default -> value.text();
    };
  }
}
