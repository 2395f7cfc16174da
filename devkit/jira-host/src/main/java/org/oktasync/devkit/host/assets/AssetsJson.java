package org.oktasync.devkit.host.assets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.oktasync.devkit.host.assets.Entry.ObjectType;
import org.oktasync.devkit.host.assets.Entry.ReferenceType;
import org.oktasync.devkit.host.assets.Entry.Schema;
import org.oktasync.devkit.host.assets.Entry.Status;
import org.oktasync.devkit.host.assets.ObjectStore.Event;
import org.oktasync.devkit.host.users.Person;

/** The forms in which Assets answers. What has no value is left out. */
final class AssetsJson {
  private final Catalog catalog;
  private final String base;

  /**
   * @param base address of Jira
   */
  AssetsJson(Catalog catalog, String base) {
    this.catalog = catalog;
    this.base = base;
  }

  /** An object in JSON that leaves out what is null. */
  static final class Fields extends LinkedHashMap<String, Object> {
    private static final long serialVersionUID = 1L;

    Fields and(String name, Object value) {
      if (value != null) {
        put(name, value);
      }
      return this;
    }
  }

  /**
   * @param live number of objects by type
   * @param archived number of archived objects by type
   */
  Fields schema(Schema schema, Map<Integer, Integer> live, Map<Integer, Integer> archived) {
    List<ObjectType> types = catalog.types(schema.id());
    return new Fields()
        .and("id", schema.id())
        .and("name", schema.name())
        .and("objectSchemaKey", schema.key())
        .and("status", "Ok")
        .and("description", schema.description())
        .and("created", ValueRules.moment(schema.created()))
        .and("updated", ValueRules.moment(schema.updated()))
        .and("objectCount", sum(types, live))
        .and("archivedObjectCount", sum(types, archived))
        .and("objectTypeCount", types.size());
  }

  private static int sum(List<ObjectType> types, Map<Integer, Integer> counts) {
    return types.stream().mapToInt(type -> counts.getOrDefault(type.id(), 0)).sum();
  }

  /**
   * @param objects how many objects it has; Assets says 0 within other answers
   */
  Fields type(ObjectType type, int objects) {
    return new Fields()
        .and("id", type.id())
        .and("name", type.name())
        .and("type", 0)
        .and("description", type.description())
        .and("icon", Icons.json(type.iconId(), base))
        .and("position", type.position())
        .and("created", ValueRules.moment(type.created()))
        .and("updated", ValueRules.moment(type.updated()))
        .and("objectCount", objects)
        .and("parentObjectTypeId", type.parentId())
        .and("objectSchemaId", type.schemaId())
        .and("inherited", type.inherited())
        .and("abstractObjectType", type.abstractType())
        .and("parentObjectTypeInherited", catalog.inherits(type.parentId()));
  }

  Fields type(int id) {
    return type(catalog.get(ObjectType.class, id), 0);
  }

  Fields attribute(Attribute attribute) {
    ValueKind kind = attribute.kind();
    boolean plain = kind.title != null;
    boolean reference = kind == ValueKind.REFERENCE;
    return new Fields()
        .and("id", attribute.id())
        .and("name", attribute.name())
        .and("label", attribute.label())
        .and("type", kind.type)
        .and("description", attribute.description())
        .and("defaultType", plain ? Map.of("id", kind.defaultType, "name", kind.title) : null)
        .and("typeValueMulti", multi(attribute))
        .and("additionalValue", reference ? null : attribute.additionalValue())
        .and("referenceType", reference ? referenceType(attribute) : null)
        .and("referenceObjectTypeId", reference ? attribute.referencedType() : null)
        .and("referenceObjectType", reference ? type(attribute.referencedType()) : null)
        .and("editable", !attribute.system())
        .and("system", attribute.system())
        .and("sortable", true)
        .and("summable", attribute.summable())
        .and("indexed", attribute.indexed())
        .and("minimumCardinality", attribute.minimum())
        .and("maximumCardinality", attribute.maximum())
        .and("suffix", attribute.suffix())
        .and("removable", attribute.removable() && !attribute.system())
        .and("hidden", attribute.hidden())
        .and("includeChildObjectTypes", attribute.includeChildren())
        .and("uniqueAttribute", attribute.unique())
        .and("regexValidation", attribute.regex())
        .and("qlQuery", attribute.qlQuery())
        .and("options", attribute.options())
        .and("position", attribute.position())
        .and("iql", attribute.qlQuery());
  }

  private static List<String> multi(Attribute attribute) {
    return attribute.typeValueMulti().isEmpty() ? null : attribute.typeValueMulti();
  }

  private Fields referenceType(Attribute attribute) {
    return referenceType(
        catalog.get(ReferenceType.class, Integer.parseInt(attribute.additionalValue())));
  }

  Fields referenceType(ReferenceType type) {
    return new Fields()
        .and("id", type.id())
        .and("name", type.name())
        .and("description", type.description())
        .and("color", type.color())
        .and(
            "url16", base + AssetsRest.PREFIX + "/config/referencetype/" + type.id() + "/image.png")
        .and("removable", type.schemaId() != null)
        .and("objectSchemaId", type.schemaId());
  }

  Fields status(Status status) {
    return new Fields()
        .and("id", status.id())
        .and("name", status.name())
        .and("description", status.description())
        .and("category", status.category())
        .and("objectSchemaId", status.schemaId());
  }

  Fields person(Person person) {
    return new Fields()
        .and("avatarUrl", base + "/secure/useravatar?avatarId=10122")
        .and("displayName", person.displayName())
        .and("name", person.name())
        .and("key", person.key())
        .and("renderedLink", base + "/secure/ViewProfile.jspa?name=" + person.name())
        .and("isDeleted", false);
  }

  /** A person that may be gone. */
  Fields person(String key, Map<String, Person> people) {
    Person person = people.get(key);
    return person != null
        ? person(person)
        : new Fields().and("displayName", key).and("key", key).and("isDeleted", true);
  }

  /** An object without its attributes. */
  Fields object(StoredObject object, Map<String, Person> people) {
    Fields avatar = new Fields();
    Map<String, Object> icon =
        Icons.json(catalog.get(ObjectType.class, object.typeId()).iconId(), base);
    for (int size : new int[] {16, 48, 72, 144, 288}) {
      avatar.and("url" + size, icon.get(size == 16 ? "url16" : "url48"));
    }
    boolean archived = object.archived() != null;
    return new Fields()
        .and("id", object.id())
        .and("label", object.label())
        .and("objectKey", object.key())
        .and("avatar", avatar.and("objectId", object.id()))
        .and("objectType", type(object.typeId()))
        .and("archivedDate", archived ? ValueRules.moment(object.archived()) : null)
        .and("archivedBy", archived ? person(object.archivedBy(), people) : null)
        .and("created", ValueRules.moment(object.created()))
        .and("updated", ValueRules.moment(object.updated()))
        .and("hasAvatar", false)
        .and("timestamp", object.updated())
        .and("_links", Map.of("self", base + AssetsPages.OBJECTS + object.key()))
        .and("archived", archived)
        .and("name", object.label());
  }

  /** One attribute of an object with its values. */
  Fields objectAttribute(
      long objectId, Attribute attribute, List<Fields> values, boolean withDefinition) {
    return new Fields()
        .and("id", objectId * 1000 + attribute.position())
        .and("objectTypeAttribute", withDefinition ? attribute(attribute) : null)
        .and("objectTypeAttributeId", attribute.id())
        .and("objectAttributeValues", values)
        .and("objectId", objectId);
  }

  Fields event(Event event, Map<String, Person> people) {
    return new Fields()
        .and("actor", person(event.actor(), people))
        .and("id", event.id())
        .and("affectedAttribute", event.attribute())
        .and("oldValue", event.before())
        .and("newValue", event.after())
        .and("type", event.kind())
        .and("created", ValueRules.moment(event.created()))
        .and("objectId", event.objectId());
  }

  /** What refers to an object: each type with the reference types by which its objects do. */
  List<Fields> referenceInfo(List<Map.Entry<Integer, StoredObject>> inbound) {
    Map<Integer, Set<Integer>> kinds = new LinkedHashMap<>();
    Map<Integer, Integer> counts = new LinkedHashMap<>();
    for (Map.Entry<Integer, StoredObject> reference : inbound) {
      int type = reference.getValue().typeId();
      Attribute attribute = catalog.get(Attribute.class, reference.getKey());
      kinds
          .computeIfAbsent(type, id -> new TreeSet<>())
          .add(Integer.valueOf(attribute.additionalValue()));
      counts.merge(type, 1, Integer::sum);
    }
    List<Fields> infos = new ArrayList<>();
    kinds.forEach(
        (type, types) ->
            infos.add(
                new Fields()
                    .and(
                        "referenceTypes",
                        types.stream()
                            .map(id -> referenceType(catalog.get(ReferenceType.class, id)))
                            .toList())
                    .and("objectType", type(type))
                    .and("numberOfReferencedObjects", counts.get(type))
                    .and("openIssuesExists", false)));
    return infos;
  }
}
