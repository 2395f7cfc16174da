package org.oktasync.devkit.host.assets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.assets.AssetsJson.Fields;
import org.oktasync.devkit.host.assets.Call.Reply;
import org.oktasync.devkit.host.assets.Entry.Level;
import org.oktasync.devkit.host.assets.Entry.Role;
import org.oktasync.devkit.host.assets.Entry.Schema;
import org.oktasync.devkit.host.assets.Entry.Status;

/** The calls for statuses, reference types, icons and roles. */
final class ConfigCalls {
  private static final int STATUS_NAME = 30;
  private static final String USER_ACTORS = "atlassian-user-role-actor";
  private static final String GROUP_ACTORS = "atlassian-group-role-actor";

  private final Parts parts;

  ConfigCalls(Parts parts, Router router) {
    this.parts = parts;
    router
        .on("GET", "/config/statustype", this::statuses)
        .on("POST", "/config/statustype", this::addStatus)
        .on("GET", "/config/statustype/{id}", this::status)
        .on("PUT", "/config/statustype/{id}", this::updateStatus)
        .on("DELETE", "/config/statustype/{id}", this::deleteStatus)
        .on("GET", "/config/referencetype", this::referenceTypes)
        .on("GET", "/icon/global", call -> Icons.all(call.base()))
        .on("GET", "/icon/objectschema/{id}", this::icons)
        .on("GET", "/icon/{id}", this::icon);
    if (parts.options().roleCalls()) {
      router
          .on("GET", "/config/role/objectschema/{id}", this::roles)
          .on("GET", "/config/role/{id}", call -> json(call, role(call)))
          .on("PUT", "/config/role/{id}", this::updateRole);
    }
  }

  /** The schema of the query, which the caller must see; null for none. */
  private static Integer schema(Call call) {
    int id = call.query("objectSchemaId", 0);
    if (id == 0) {
      return null;
    }
    call.entry(Schema.class, id);
    call.require(id, Level.USER);
    return id;
  }

  private Object statuses(Call call) {
    return call.catalog().statuses(schema(call)).stream().map(parts.json(call)::status).toList();
  }

  private Object status(Call call) {
    return parts.json(call).status(call.entry("id", Status.class));
  }

  private Object addStatus(Call call) throws IOException {
    Body body = call.body();
    Integer schema = body.number("objectSchemaId", null);
    requireFor(call, schema);
    Status made =
        parts
            .catalogs()
            .change(
                editor -> {
                  Status blank = new Status(editor.next(Status.class), "", null, 1, schema);
                  return editor.put(read(body, blank, editor.catalog()));
                });
    return new Reply(HttpServletResponse.SC_CREATED, parts.jsonNow(call).status(made));
  }

  private static void requireFor(Call call, Integer schema) {
    if (schema == null) {
      call.requireAdmin();
    } else {
      call.entry(Schema.class, schema);
      call.require(schema, Level.MANAGER);
    }
  }

  private static Status read(Body body, Status old, Catalog catalog) {
    String name = old.name().isEmpty() ? body.required("name") : body.text("name", old.name());
    if (name.isBlank() || name.length() > STATUS_NAME) {
      throw Refusal.field("name", "A status has between 1 and " + STATUS_NAME + " characters");
    }
    int category = body.number("category", old.category());
    if (category < 0 || category > 2) {
      throw Refusal.field("category", "A category is 0, 1 or 2");
    }
    if (catalog.statuses(old.schemaId()).stream()
        .anyMatch(other -> other.id() != old.id() && other.name().equalsIgnoreCase(name))) {
      throw Refusal.field("name", "There is a status of this name");
    }
    String description = body.text("description", old.description());
    return new Status(old.id(), name, description, category, old.schemaId());
  }

  private Object updateStatus(Call call) throws IOException {
    Status old = call.entry("id", Status.class);
    requireFor(call, old.schemaId());
    Body body = call.body();
    Status changed =
        parts.catalogs().change(editor -> editor.put(read(body, old, editor.catalog())));
    return parts.jsonNow(call).status(changed);
  }

  private Object deleteStatus(Call call) {
    Status status = call.entry("id", Status.class);
    requireFor(call, status.schemaId());
    if (parts.objects().hasValue(ids(call.catalog()), Integer.toString(status.id()))) {
      throw Refusal.bad("Objects have the status " + status.name());
    }
    parts
        .catalogs()
        .change(
            editor -> {
              editor.remove(status);
              return null;
            });
    return null;
  }

  private static List<Integer> ids(Catalog catalog) {
    return catalog.all(Attribute.class).stream()
        .filter(attribute -> attribute.kind() == ValueKind.STATUS)
        .map(Attribute::id)
        .toList();
  }

  private Object referenceTypes(Call call) {
    return call.catalog().referenceTypes(schema(call)).stream()
        .map(parts.json(call)::referenceType)
        .toList();
  }

  private Object icons(Call call) {
    Schema schema = call.entry("id", Schema.class);
    call.require(schema.id(), Level.USER);
    return List.of();
  }

  private Object icon(Call call) {
    String id = call.name("id");
    if (!id.matches("\\d{1,9}") || !Icons.exists(Integer.parseInt(id))) {
      throw Refusal.unknown("icon", id);
    }
    return Icons.json(Integer.parseInt(id), call.base());
  }

  private static void requireForRoles(Call call, int schemaId) {
    if (!call.caller().admin()) {
      call.require(schemaId, Level.MANAGER);
    }
  }

  /** Names of roles, each with an address that ends in its number. */
  private Object roles(Call call) {
    Schema schema = call.entry("id", Schema.class);
    requireForRoles(call, schema.id());
    Map<String, String> addresses = new LinkedHashMap<>();
    for (Role role : call.catalog().roles(schema.id())) {
      String address = call.base() + AssetsRest.PREFIX + "/config/role/" + role.id();
      addresses.put(role.level().title, address);
    }
    return addresses;
  }

  private static Role role(Call call) {
    Role role = call.entry("id", Role.class);
    requireForRoles(call, role.schemaId());
    return role;
  }

  private Fields json(Call call, Role role) {
    List<Object> actors = new ArrayList<>();
    role.users().forEach(key -> actors.add(Map.of("type", USER_ACTORS, "name", key)));
    role.groups().forEach(name -> actors.add(Map.of("type", GROUP_ACTORS, "name", name)));
    return new Fields()
        .and("id", role.id())
        .and("name", role.level().title)
        .and("self", call.base() + AssetsRest.PREFIX + "/config/role/" + role.id())
        .and("actors", actors);
  }

  /** Replaces all who have the role. */
  private Object updateRole(Call call) throws IOException {
    Role old = role(call);
    Body actors = call.body().within("categorisedActors").only(USER_ACTORS, GROUP_ACTORS);
    List<String> users = actors.texts(USER_ACTORS);
    List<String> groups = actors.texts(GROUP_ACTORS);
    for (String key : users) {
      if (parts.accounts().byKey(key) == null) {
        throw Refusal.bad("There is no user with the key " + key);
      }
    }
    for (String name : groups) {
      if (!parts.accounts().hasGroup(name)) {
        throw Refusal.bad("There is no group " + name);
      }
    }
    Role changed =
        new Role(old.id(), old.schemaId(), old.level(), Set.copyOf(users), Set.copyOf(groups));
    parts.catalogs().change(editor -> editor.put(changed));
    return json(call, changed);
  }
}
