package org.oktasync.devkit.host.assets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.oktasync.devkit.host.assets.AssetsJson.Fields;
import org.oktasync.devkit.host.assets.Entry.Level;
import org.oktasync.devkit.host.assets.Entry.ObjectType;
import org.oktasync.devkit.host.assets.Entry.Schema;
import org.oktasync.devkit.host.assets.aql.AqlException;
import org.oktasync.devkit.host.users.Person;

/** The calls that archive and restore. Those for many answer a progress to be asked for. */
final class ArchiveCalls {
  private static final int SIZE = 100;
  private static final String ARCHIVE = "archive-objects";
  private static final String RESTORE = "restore-objects";

  private final Parts parts;
  private final ObjectWrites writes;
  private final SearchCalls search;
  private final ProgressStore progress;

  ArchiveCalls(
      Parts parts, ObjectWrites writes, SearchCalls search, ProgressStore progress, Router router) {
    this.parts = parts;
    this.writes = writes;
    this.search = search;
    this.progress = progress;
    router
        .on("GET", "/object/archived", this::archived)
        .on("PUT", "/object/archive/{id}", call -> one(call, writes::archive))
        .on("PUT", "/object/restore/{id}", call -> one(call, writes::restore))
        .on("POST", "/object/archive/by-keys", this::archiveNamed)
        .on("POST", "/object/archive/by-filter", this::archiveFound)
        .on("POST", "/object/restore/by-keys", this::restoreNamed)
        .on("POST", "/object/restore/by-ids", this::restoreNamed)
        .on("POST", "/object/restore/by-filter", this::restoreFound)
        .on("GET", "/progress/category/{category}/{id}", this::progressOf);
  }

  private StoredObject find(String idOrKey) {
    return parts.objects().find(idOrKey).orElseThrow(() -> Refusal.unknown("object", idOrKey));
  }

  private Object one(Call call, BiFunction<Call, StoredObject, StoredObject> change) {
    StoredObject changed = change.apply(call, find(call.name("id")));
    return parts.views(call, List.of(changed)).json(true, false, false).get(0);
  }

  /** Does it at once and answers as if it had only begun. */
  private Object begin(String category, Supplier<List<StoredObject>> work) {
    Optional<String> failure = Optional.empty();
    int done = 0;
    try {
      done = work.get().size();
    } catch (Refusal | AqlException e) {
      failure = Optional.of(e.getMessage());
    }
    return progress.begin(category, done, failure);
  }

  private Object archiveNamed(Call call) throws IOException {
    List<String> keys = call.body().texts();
    return begin(ARCHIVE, () -> changed(call, keys, writes::archive));
  }

  private Object restoreNamed(Call call) throws IOException {
    List<String> names = call.body().texts();
    return begin(RESTORE, () -> changed(call, names, writes::restore));
  }

  private List<StoredObject> changed(
      Call call, List<String> names, BiFunction<Call, StoredObject, StoredObject> change) {
    List<StoredObject> all = names.stream().map(this::find).toList();
    all.forEach(object -> call.require(object.schemaId(), Level.DEVELOPER));
    return all.stream().map(object -> change.apply(call, object)).toList();
  }

  /** The query stands in {@code qlQueryParams}; {@code qlQuerySearch} says that it counts. */
  private Object archiveFound(Call call) throws IOException {
    Body body =
        call.body()
            .only(
                "objectSchemaId",
                "qlQuerySearch",
                "qlQueryParams",
                "filterParams",
                "iqlSearch",
                "iqlParams");
    Schema schema = call.entry(Schema.class, body.number("objectSchemaId"));
    call.require(schema.id(), Level.DEVELOPER);
    if (!body.flag("qlQuerySearch", false)) {
      throw Refusal.field("qlQuerySearch", "This stand-in archives by query alone");
    }
    String query = body.within("qlQueryParams").text("qlQuery", "");
    int type = call.query("typeId", 0);
    String here = "objectSchemaId = " + schema.id();
    String all = type == 0 ? here : here + " AND objectTypeId = " + type;
    String text = query.isBlank() ? all : all + " AND (" + query + ")";
    return begin(ARCHIVE, () -> archiveAll(call, text));
  }

  private List<StoredObject> archiveAll(Call call, String text) {
    List<StoredObject> done = new ArrayList<>();
    List<StoredObject> found;
    do {
      found = search.find(call.catalog(), call.caller(), text, 1, SIZE).objects();
      found.forEach(object -> done.add(writes.archive(call, object)));
    } while (!found.isEmpty());
    return done;
  }

  private Object restoreFound(Call call) {
    Sql chosen = archivedIn(call, Level.DEVELOPER);
    return begin(
        RESTORE,
        () ->
            parts.objects().find(chosen, new Sql("o.id"), 0, Integer.MAX_VALUE).stream()
                .map(object -> writes.restore(call, object))
                .toList());
  }

  private Sql archivedIn(Call call, Level level) {
    Schema schema = call.entry(Schema.class, call.query("objectSchemaId", 0));
    call.require(schema.id(), level);
    String types = call.query("objectTypeIds", "");
    List<Integer> wanted =
        types.isEmpty()
            ? call.catalog().types(schema.id()).stream().map(ObjectType::id).toList()
            : List.of(types.split(",")).stream().map(Integer::valueOf).toList();
    Sql here = new Sql("o.archived_at is not null and o.schema_id = ?", schema.id());
    return Sql.joined("and", List.of(here, ObjectStore.in("o.type_id", wanted)));
  }

  private Object archived(Call call) {
    Sql chosen = archivedIn(call, Level.USER);
    int offset = call.query("offset", 0);
    int limit = call.query("limit", SIZE);
    List<StoredObject> found = parts.objects().find(chosen, new Sql("o.id"), offset, limit);
    Map<String, Person> people =
        parts.accounts().people(found.stream().map(StoredObject::archivedBy).toList());
    return new Fields()
        .and("offset", offset)
        .and("limit", limit)
        .and("count", found.size())
        .and("total", parts.objects().count(chosen))
        .and("results", found.stream().map(object -> archived(call, object, people)).toList());
  }

  /** Unlike elsewhere, the key is called {@code key}. */
  private Fields archived(Call call, StoredObject object, Map<String, Person> people) {
    Fields known = parts.json(call).object(object, people);
    Schema schema = call.catalog().get(Schema.class, object.schemaId());
    return new Fields()
        .and("id", object.id())
        .and("key", object.key())
        .and("label", object.label())
        .and("hasAvatar", false)
        .and("createdAt", known.get("created"))
        .and("updatedAt", known.get("updated"))
        .and("objectType", known.get("objectType"))
        .and("objectSchema", parts.json(call).schema(schema, Map.of(), Map.of()))
        .and("archived", true)
        .and("archivedDate", known.get("archivedDate"))
        .and("archivedBy", known.get("archivedBy"));
  }

  private Object progressOf(Call call) {
    return progress
        .find(call.name("category"), call.name("id"))
        .orElseThrow(() -> Refusal.unknown("progress", call.name("id")));
  }
}
