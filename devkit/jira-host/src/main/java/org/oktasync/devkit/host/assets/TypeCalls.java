package org.oktasync.devkit.host.assets;

import java.io.IOException;
import java.util.List;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.assets.Call.Reply;
import org.oktasync.devkit.host.assets.CatalogStore.Editor;
import org.oktasync.devkit.host.assets.Entry.Level;
import org.oktasync.devkit.host.assets.Entry.ObjectType;
import org.oktasync.devkit.host.assets.Entry.Schema;

/** The calls for object types. */
final class TypeCalls {
  private static final int LONGEST = 70;

  private final Parts parts;

  TypeCalls(Parts parts, Router router) {
    this.parts = parts;
    router
        .on("POST", "/objecttype/create", this::create)
        .on("GET", "/objecttype/{id}", this::load)
        .on("PUT", "/objecttype/{id}", this::update)
        .on("DELETE", "/objecttype/{id}", this::delete)
        .on("POST", "/objecttype/{id}/position", this::move)
        .on("GET", "/objecttype/{id}/attributes", this::attributes);
  }

  private ObjectType type(Call call, Level level) {
    ObjectType type = call.entry("id", ObjectType.class);
    call.require(type.schemaId(), level);
    return type;
  }

  private Object load(Call call) {
    ObjectType type = type(call, Level.USER);
    int objects = parts.objects().counts(false).getOrDefault(type.id(), 0);
    return parts.json(call).type(type, objects);
  }

  private Object attributes(Call call) {
    ObjectType type = type(call, Level.USER);
    boolean editable = call.query("onlyValueEditable", false);
    return call.catalog().attributes(type.id()).stream()
        .filter(attribute -> !editable || !attribute.system())
        .map(parts.json(call)::attribute)
        .toList();
  }

  private Object create(Call call) throws IOException {
    Body body = fields(call);
    Schema schema = call.entry(Schema.class, body.number("objectSchemaId"));
    call.require(schema.id(), Level.MANAGER);
    long now = parts.clock().millis();
    ObjectType blank =
        new ObjectType(0, schema.id(), null, null, null, 0, 0, false, false, now, now);
    ObjectType made =
        parts
            .catalogs()
            .change(
                editor -> {
                  ObjectType type =
                      read(body, blank, editor.next(ObjectType.class), editor.catalog());
                  if (!editor.catalog().inherits(type.parentId())) {
                    Attribute.first(type.id(), () -> editor.next(Attribute.class))
                        .forEach(editor::put);
                  }
                  return editor.put(type);
                });
    return new Reply(HttpServletResponse.SC_CREATED, parts.jsonNow(call).type(made, 0));
  }

  private static Body fields(Call call) throws IOException {
    return call.body()
        .only(
            "id",
            "name",
            "description",
            "iconId",
            "objectSchemaId",
            "parentObjectTypeId",
            "inherited",
            "abstractObjectType");
  }

  private ObjectType read(Body body, ObjectType old, int id, Catalog catalog) {
    String name = Parts.checkedName(body, "name", old.name());
    int icon = old.name() == null ? body.number("iconId") : body.number("iconId", old.iconId());
    if (!Icons.exists(icon)) {
      throw Refusal.field("iconId", "There is no icon " + icon);
    }
    Integer parent = body.number("parentObjectTypeId", old.parentId());
    List<ObjectType> siblings = catalog.types(old.schemaId());
    if (parent != null && siblings.stream().noneMatch(type -> type.id() == parent)) {
      throw Refusal.field("parentObjectTypeId", "The schema has no object type " + parent);
    }
    if (siblings.stream().anyMatch(t -> t.id() != id && t.name().equalsIgnoreCase(name))) {
      throw Refusal.field("name", "The schema has an object type of this name");
    }
    return new ObjectType(
        id,
        old.schemaId(),
        parent,
        name,
        parts.checkedDescription(body, kept(old.description()), LONGEST),
        icon,
        old.name() == null ? siblings.size() : old.position(),
        body.flag("inherited", !parts.options().strict() && old.inherited()),
        body.flag("abstractObjectType", !parts.options().strict() && old.abstractType()),
        old.created(),
        parts.clock().millis());
  }

  private String kept(String description) {
    return parts.options().strict() ? null : description;
  }

  private Object update(Call call) throws IOException {
    ObjectType old = type(call, Level.MANAGER);
    Body body = fields(call);
    if (body.number("objectSchemaId", old.schemaId()) != old.schemaId()) {
      throw Refusal.field("objectSchemaId", "Object types stay in their schema");
    }
    boolean inherited = body.flag("inherited", old.inherited());
    if (inherited != old.inherited() && !call.catalog().children(old.id()).isEmpty()) {
      throw Refusal.field("inherited", "The object type has children");
    }
    if (body.has("parentObjectTypeId")
        && !Integer.valueOf(body.number("parentObjectTypeId")).equals(old.parentId())) {
      throw Refusal.field("parentObjectTypeId", "Object types stay below their parent");
    }
    ObjectType changed =
        parts.catalogs().change(editor -> editor.put(read(body, old, old.id(), editor.catalog())));
    return parts.jsonNow(call).type(changed, 0);
  }

  private Object move(Call call) throws IOException {
    ObjectType old = type(call, Level.MANAGER);
    Body body = call.body().only("toObjectTypeId", "position");
    int position = body.number("position", 0);
    ObjectType moved =
        new ObjectType(
            old.id(),
            old.schemaId(),
            old.parentId(),
            old.name(),
            old.description(),
            old.iconId(),
            position,
            old.inherited(),
            old.abstractType(),
            old.created(),
            parts.clock().millis());
    parts.catalogs().change(editor -> editor.put(moved));
    return parts.jsonNow(call).type(moved, 0);
  }

  /** With its objects; not while others depend on it. */
  private Object delete(Call call) {
    ObjectType type = type(call, Level.MANAGER);
    Object gone = parts.json(call).type(type, 0);
    parts
        .catalogs()
        .change(
            editor -> {
              delete(editor, type);
              return null;
            });
    return gone;
  }

  private void delete(Editor editor, ObjectType type) {
    Catalog catalog = editor.catalog();
    if (!catalog.children(type.id()).isEmpty()) {
      throw Refusal.bad("The object type has children");
    }
    for (Attribute attribute : catalog.all(Attribute.class)) {
      boolean refers =
          attribute.kind() == ValueKind.REFERENCE && attribute.referencedType() == type.id();
      if (refers && attribute.typeId() != type.id()) {
        throw Refusal.bad("The attribute " + attribute.name() + " refers to the object type");
      }
    }
    parts.objects().delete("type_id = ?", type.id());
    catalog.all(Attribute.class).stream()
        .filter(attribute -> attribute.typeId() == type.id())
        .forEach(editor::remove);
    editor.remove(type);
  }
}
