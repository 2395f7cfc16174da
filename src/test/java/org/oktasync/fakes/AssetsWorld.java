package org.oktasync.fakes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.AttributeValue;
import org.oktasync.model.assets.NewAttribute;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;
import org.oktasync.model.assets.SchemaRole;

/**
 * What an Assets in memory holds, and the hand of an administrator. Nothing that is done here
 * counts as a call. It refuses what Assets refuses: values of a wrong type, too many or too few of
 * them, values that are taken, references that lead nowhere.
 */
public final class AssetsWorld {
  /** What is known of a schema besides its types. */
  record Schema(String id, String key, String name, Set<String> statuses, List<SchemaRole> roles) {}

  final Map<String, Schema> schemas = new LinkedHashMap<>();
  final Map<String, String> schemaOfType = new LinkedHashMap<>();
  final Map<String, ObjectType> types = new LinkedHashMap<>();
  final Map<String, AssetsObject> objects = new LinkedHashMap<>();
  final Set<String> archived = new LinkedHashSet<>();

  /** User keys by user name. */
  final Map<String, String> people = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private final AssetsFaults faults = new AssetsFaults();
  private final ValueCheck check = new ValueCheck(this);
  private final Map<String, String> demands = new TreeMap<>();
  private boolean strictNames;
  private boolean decimals;
  private long writes;
  private int next = 1;

  /** Where faults are ordered. */
  public AssetsFaults faults() {
    return faults;
  }

  /** Objects made, changed, archived, restored or deleted through the port. */
  public long writes() {
    return writes;
  }

  void count() {
    writes++;
  }

  /** From now on labels have none of the characters that some releases refuse. */
  public void refuseNames() {
    strictNames = true;
  }

  /** From now on every number is answered with a decimal point, as a text. */
  public void answerDecimals() {
    decimals = true;
  }

  /**
   * From now on an attribute takes no texts but those that match; a pattern of anything ends that.
   */
  public void demand(String typeId, String attribute, String pattern) {
    demands.put(type(typeId).attribute(attribute).orElseThrow().id(), pattern);
  }

  boolean takes(ObjectAttribute attribute, String text) {
    return text.matches(demands.getOrDefault(attribute.id(), "(?s).*"));
  }

  boolean strictNames() {
    return strictNames;
  }

  String id() {
    return String.valueOf(next++);
  }

  /** Makes a schema and answers its id. */
  public String addSchema(String key, String name) {
    String id = id();
    List<SchemaRole> roles = new ArrayList<>();
    for (String role : List.of("Managers", "Developers", "Users")) {
      roles.add(new SchemaRole(id(), "Object Schema " + role, List.of(), List.of("jira-users")));
    }
    schemas.put(id, new Schema(id, key, name, new LinkedHashSet<>(List.of("Active")), roles));
    return id;
  }

  /** Makes a type with the attributes that Assets gives each, and answers it. */
  public ObjectType addType(String schemaId, String name) {
    String id = id();
    schemaOfType.put(id, schemaId);
    types.put(id, new ObjectType(id, name, List.of()));
    system(id, "Key", AttributeType.TEXT);
    addAttribute(id, NewAttribute.of("Name", AttributeType.TEXT).asLabel());
    system(id, "Created", AttributeType.DATE_TIME);
    system(id, "Updated", AttributeType.DATE_TIME);
    return types.get(id);
  }

  private void system(String typeId, String name, AttributeType type) {
    put(typeId, new ObjectAttribute(id(), name, type, false, false, 1, 1, false, "", List.of()));
  }

  /** Adds an attribute to a type. */
  public ObjectAttribute addAttribute(String typeId, NewAttribute wanted) {
    ObjectAttribute made =
        new ObjectAttribute(
            id(),
            wanted.name(),
            wanted.type(),
            true,
            wanted.label(),
            wanted.required() ? 1 : 0,
            wanted.several() ? ObjectAttribute.UNLIMITED : 1,
            wanted.unique(),
            wanted.referencedTypeId(),
            wanted.options());
    if (wanted.label()) {
      unlabel(typeId);
    }
    put(typeId, made);
    return made;
  }

  private void unlabel(String typeId) {
    for (ObjectAttribute each : type(typeId).attributes()) {
      put(
          typeId,
          new ObjectAttribute(
              each.id(),
              each.name(),
              each.type(),
              each.editable(),
              false,
              each.minimum(),
              each.maximum(),
              each.unique(),
              each.referencedTypeId(),
              each.options()));
    }
  }

  /** Puts a definition in the place of the one with its id, or at the end. */
  public void put(String typeId, ObjectAttribute attribute) {
    List<ObjectAttribute> all = new ArrayList<>(type(typeId).attributes());
    int place = all.stream().map(ObjectAttribute::id).toList().indexOf(attribute.id());
    if (place < 0) {
      all.add(attribute);
    } else {
      all.set(place, attribute);
    }
    types.put(typeId, new ObjectType(typeId, type(typeId).name(), all));
  }

  /** Makes an attribute the one that objects are called by, in the place of the present one. */
  void label(String typeId, ObjectAttribute attribute) {
    unlabel(typeId);
    put(typeId, attribute);
  }

  /** Takes an attribute away, with all its values. */
  public void removeAttribute(String typeId, String name) {
    ObjectType type = type(typeId);
    types.put(
        typeId,
        new ObjectType(
            typeId,
            type.name(),
            type.attributes().stream().filter(a -> !a.name().equalsIgnoreCase(name)).toList()));
    objects.replaceAll(
        (id, object) -> object.typeId().equals(typeId) ? bare(object, name) : object);
  }

  private static AssetsObject bare(AssetsObject object, String name) {
    Map<String, List<AttributeValue>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    values.putAll(object.values());
    values.remove(name);
    return new AssetsObject(
        object.id(), object.objectKey(), object.typeId(), object.label(), values);
  }

  /** Gives an attribute another name, with all its values. */
  public void renameAttribute(String typeId, String from, String to) {
    ObjectAttribute old = type(typeId).attribute(from).orElseThrow();
    put(
        typeId,
        new ObjectAttribute(
            old.id(),
            to,
            old.type(),
            old.editable(),
            old.label(),
            old.minimum(),
            old.maximum(),
            old.unique(),
            old.referencedTypeId(),
            old.options()));
    objects.replaceAll(
        (id, object) -> {
          if (!object.typeId().equals(typeId)) {
            return object;
          }
          Map<String, List<AttributeValue>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
          object.values().forEach((name, some) -> values.put(name.equals(from) ? to : name, some));
          return new AssetsObject(
              object.id(), object.objectKey(), object.typeId(), object.label(), values);
        });
  }

  /** Gives a type another name. */
  public void rename(String typeId, String name) {
    types.put(typeId, new ObjectType(typeId, name, type(typeId).attributes()));
  }

  /** Takes a type away, with its objects. */
  public void removeType(String typeId) {
    types.remove(typeId);
    objects.values().removeIf(object -> object.typeId().equals(typeId));
  }

  /** Takes a schema away, with all that is in it. */
  public void removeSchema(String id) {
    schemas.remove(id);
    List.copyOf(types.keySet()).stream()
        .filter(type -> schemaOfType.get(type).equals(id))
        .forEach(this::removeType);
  }

  /** A person whom user attributes may name. */
  public void addPerson(String name, String key) {
    people.put(name, key);
  }

  /** A status that objects of a schema may have. */
  public void addStatus(String schemaId, String name) {
    schemas.get(schemaId).statuses().add(name);
  }

  /** The schema as it is now. */
  public ObjectSchema schema(String id) {
    Schema schema = schemas.get(id);
    if (schema == null) {
      throw AssetsRefusal.fatal("assets-schema-gone", id);
    }
    return new ObjectSchema(
        id,
        schema.key(),
        schema.name(),
        types.values().stream().filter(type -> schemaOfType.get(type.id()).equals(id)).toList());
  }

  /** A type as it is now. */
  public ObjectType type(String id) {
    return Optional.ofNullable(types.get(id))
        .orElseThrow(() -> AssetsRefusal.missing("object type " + id));
  }

  /** The objects of a type, oldest first, without archived ones. */
  public List<AssetsObject> objectsOf(String typeId) {
    return objects.values().stream()
        .filter(object -> object.typeId().equals(typeId) && !archived.contains(object.id()))
        .map(this::shown)
        .toList();
  }

  /** The object with this id or key, archived or not. */
  public Optional<AssetsObject> find(String idOrKey) {
    return objects.values().stream()
        .filter(o -> o.id().equals(idOrKey) || o.objectKey().equalsIgnoreCase(idOrKey))
        .findFirst()
        .map(this::shown);
  }

  /** References show what the other object is called now. */
  AssetsObject shown(AssetsObject object) {
    Map<String, List<AttributeValue>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    object
        .values()
        .forEach((name, several) -> values.put(name, shown(object.typeId(), name, several)));
    return new AssetsObject(
        object.id(), object.objectKey(), object.typeId(), object.label(), values);
  }

  private List<AttributeValue> shown(String typeId, String name, List<AttributeValue> values) {
    if (decimals && isNumber(typeId, name)) {
      return values.stream()
          .map(value -> String.valueOf(Double.parseDouble(value.text())))
          .map(AttributeValue::of)
          .toList();
    }
    return values.stream()
        .map(
            value ->
                objects.containsKey(value.reference())
                    ? new AttributeValue(objects.get(value.reference()).label(), value.reference())
                    : value)
        .toList();
  }

  boolean isNumber(String typeId, String attribute) {
    return Optional.ofNullable(types.get(typeId))
        .flatMap(type -> type.attribute(attribute))
        .map(ObjectAttribute::type)
        .filter(type -> type == AttributeType.INTEGER || type == AttributeType.DOUBLE)
        .isPresent();
  }

  /** Whether an object is in the archive. */
  public boolean isArchived(String id) {
    return archived.contains(id);
  }

  /** Makes an object, as an administrator would. */
  public AssetsObject add(String typeId, Map<String, List<AttributeValue>> values) {
    String id = id();
    String key = schemas.get(schemaOfType.get(type(typeId).id())).key() + "-" + id;
    return store(id, key, typeId, values);
  }

  /** Deletes an object. */
  public void delete(String id) {
    objects.remove(id);
    archived.remove(id);
  }

  AssetsObject change(String id, Map<String, List<AttributeValue>> values) {
    AssetsObject object =
        find(id)
            .map(found -> objects.get(found.id()))
            .orElseThrow(() -> AssetsRefusal.missing("object " + id));
    Map<String, List<AttributeValue>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(object.values());
    values.forEach(
        (name, several) -> {
          if (type(object.typeId()).attribute(name).isEmpty()) {
            throw AssetsRefusal.invalid(name + " is no attribute");
          }
          all.put(name, several);
        });
    return store(object.id(), object.objectKey(), object.typeId(), all);
  }

  private AssetsObject store(
      String id, String key, String typeId, Map<String, List<AttributeValue>> values) {
    Map<String, List<AttributeValue>> checked = check.values(id, type(typeId), values);
    String label =
        type(typeId)
            .labelAttribute()
            .flatMap(
                attribute -> checked.getOrDefault(attribute.name(), List.of()).stream().findFirst())
            .map(AttributeValue::text)
            .orElse(key);
    AssetsObject stored = new AssetsObject(id, key, typeId, label, checked);
    objects.put(id, stored);
    return stored;
  }

  /** The ids of all schemas. */
  public List<String> schemaIds() {
    return List.copyOf(schemas.keySet());
  }

  /** The schema of a type. */
  public String schemaOf(String typeId) {
    return schemaOfType.getOrDefault(typeId, "");
  }

  /** The statuses that objects of a schema may have. */
  public List<String> statuses(String schemaId) {
    return List.copyOf(schemas.get(schemaId).statuses());
  }

  /** The statuses of all schemas, each once. */
  public List<String> allStatuses() {
    return schemas.values().stream().flatMap(s -> s.statuses().stream()).distinct().toList();
  }

  /** A page of objects is about to be read. */
  public void pageIsRead() {
    faults.before(AssetsCall.READ_PAGE);
  }

  /** All objects in use for which a condition of Assets' query language holds, oldest first. */
  public List<AssetsObject> search(String aql) {
    return search("", aql);
  }

  /** The objects of a type for which a condition of Assets' query language holds. */
  List<AssetsObject> search(String typeId, String aql) {
    return new AssetsSearch(this).of(typeId, aql);
  }
}
