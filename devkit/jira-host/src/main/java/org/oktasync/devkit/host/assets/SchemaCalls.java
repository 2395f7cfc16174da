package org.oktasync.devkit.host.assets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.assets.Call.Reply;
import org.oktasync.devkit.host.assets.CatalogStore.Editor;
import org.oktasync.devkit.host.assets.Entry.Level;
import org.oktasync.devkit.host.assets.Entry.ObjectType;
import org.oktasync.devkit.host.assets.Entry.Role;
import org.oktasync.devkit.host.assets.Entry.Schema;

/** The calls for object schemas. */
final class SchemaCalls {
  private static final int LONGEST = 73;
  private static final String ADMINISTRATORS = "jira-administrators";
  private static final String USERS = "jira-software-users";

  private final Parts parts;

  SchemaCalls(Parts parts, Router router) {
    this.parts = parts;
    router
        .on("GET", "/objectschema/list", this::list)
        .on("POST", "/objectschema/create", this::create)
        .on("GET", "/objectschema/{id}", this::load)
        .on("PUT", "/objectschema/{id}", this::update)
        .on("DELETE", "/objectschema/{id}", this::delete)
        .on("GET", "/objectschema/{id}/objecttypes/flat", this::types);
  }

  private Object list(Call call) {
    return Map.of(
        "objectschemas",
        call.caller().schemas(call.catalog()).stream()
            .map(schema -> json(parts.json(call), schema))
            .toList());
  }

  private Map<String, Object> json(AssetsJson json, Schema schema) {
    return json.schema(schema, parts.objects().counts(false), parts.objects().counts(true));
  }

  private Object load(Call call) {
    Schema schema = call.entry("id", Schema.class);
    call.require(schema.id(), Level.USER);
    return json(parts.json(call), schema);
  }

  private Object create(Call call) throws IOException {
    call.requireAdmin();
    Body body = call.body().only("name", "objectSchemaKey", "description");
    String name = Parts.checkedName(body, "name", null);
    String key = body.required("objectSchemaKey");
    if (!key.matches("[A-Z]{2,10}")) {
      throw Refusal.field("objectSchemaKey", "A key has between 2 and 10 capital letters");
    }
    String description = parts.checkedDescription(body, null, LONGEST);
    long now = parts.clock().millis();
    Schema made =
        parts
            .catalogs()
            .change(
                editor -> {
                  refuseTaken(editor.catalog(), 0, name, key);
                  Schema schema =
                      new Schema(editor.next(Schema.class), name, key, description, now, now);
                  addRoles(editor, schema.id(), call.caller().key());
                  return editor.put(schema);
                });
    return new Reply(HttpServletResponse.SC_CREATED, json(parts.jsonNow(call), made));
  }

  private static void refuseTaken(Catalog catalog, int own, String name, String key) {
    for (Schema other : catalog.all(Schema.class)) {
      if (other.id() != own && other.name().equalsIgnoreCase(name)) {
        throw Refusal.field("name", "There is an object schema of this name");
      }
      if (other.id() != own && other.key().equals(key)) {
        throw Refusal.field("objectSchemaKey", "There is an object schema of this key");
      }
    }
  }

  /** Until somebody changes the roles, everybody who may use Jira sees the objects. */
  private static void addRoles(Editor editor, int schemaId, String creator) {
    add(editor, schemaId, Level.MANAGER, Set.of(creator), Set.of(ADMINISTRATORS));
    add(editor, schemaId, Level.DEVELOPER, Set.of(), Set.of());
    add(editor, schemaId, Level.USER, Set.of(), Set.of(USERS));
  }

  private static void add(
      Editor editor, int schemaId, Level level, Set<String> users, Set<String> groups) {
    editor.put(new Role(editor.next(Role.class), schemaId, level, users, groups));
  }

  /** Takes what a reading of the schema gave; the key stays as it is. */
  private Object update(Call call) throws IOException {
    Schema old = call.entry("id", Schema.class);
    call.require(old.id(), Level.MANAGER);
    Body body = call.body();
    String name = Parts.checkedName(body, "name", old.name());
    if (!body.text("objectSchemaKey", old.key()).equals(old.key())) {
      throw Refusal.field("objectSchemaKey", "The key of a schema stays");
    }
    String description = parts.checkedDescription(body, old.description(), LONGEST);
    Schema changed =
        new Schema(old.id(), name, old.key(), description, old.created(), parts.clock().millis());
    parts
        .catalogs()
        .change(
            editor -> {
              refuseTaken(editor.catalog(), old.id(), name, old.key());
              return editor.put(changed);
            });
    return json(parts.jsonNow(call), changed);
  }

  private Object delete(Call call) {
    Schema schema = call.entry("id", Schema.class);
    call.require(schema.id(), Level.MANAGER);
    Map<String, Object> gone = json(parts.json(call), schema);
    parts
        .catalogs()
        .change(
            editor -> {
              parts.objects().delete("schema_id = ?", schema.id());
              belongings(editor.catalog(), schema.id()).forEach(editor::remove);
              editor.remove(schema);
              return null;
            });
    return gone;
  }

  private static List<Entry> belongings(Catalog catalog, int schemaId) {
    List<Entry> all = new ArrayList<>(catalog.roles(schemaId));
    catalog.types(schemaId).forEach(all::add);
    catalog.all(Attribute.class).stream()
        .filter(attribute -> catalog.typeOf(attribute).schemaId() == schemaId)
        .forEach(all::add);
    catalog.statuses(schemaId).stream().filter(s -> s.schemaId() != null).forEach(all::add);
    return all;
  }

  private Object types(Call call) {
    Schema schema = call.entry("id", Schema.class);
    call.require(schema.id(), Level.USER);
    Map<Integer, Integer> counts = parts.objects().counts(false);
    List<ObjectType> types = call.catalog().types(schema.id());
    return types.stream()
        .map(type -> parts.json(call).type(type, counts.getOrDefault(type.id(), 0)))
        .toList();
  }
}
