package org.oktasync.devkit.host.assets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.oktasync.devkit.host.assets.Entry.ObjectType;
import org.oktasync.devkit.host.assets.Entry.ReferenceType;
import org.oktasync.devkit.host.assets.Entry.Role;
import org.oktasync.devkit.host.assets.Entry.Schema;
import org.oktasync.devkit.host.assets.Entry.Status;
import org.oktasync.devkit.host.data.Ids;
import org.oktasync.devkit.host.data.Jdbc;

/**
 * The catalogue in the database. One change happens at a time, on whichever node; readers keep
 * theirs until the version in the database moves.
 */
final class CatalogStore {
  private static final Map<String, Class<? extends Entry>> KINDS =
      Stream.of(
              Schema.class,
              ObjectType.class,
              Attribute.class,
              Status.class,
              ReferenceType.class,
              Role.class)
          .collect(Collectors.toMap(Class::getSimpleName, kind -> kind));

  private final Jdbc jdbc;
  private final Ids ids;
  private final ObjectMapper json = new ObjectMapper();
  private volatile Snapshot latest = new Snapshot(-1, new Catalog(List.of()));

  private record Snapshot(long version, Catalog catalog) {}

  /** Creates the tables when absent, with the statuses and reference types of a new Assets. */
  CatalogStore(Jdbc jdbc) {
    this.jdbc = jdbc;
    ids = new Ids(jdbc);
    jdbc.update(
        "create table if not exists assets_catalog (kind varchar(30), id int,"
            + " body text not null, primary key (kind, id))");
    jdbc.update("create table if not exists assets_version (version bigint not null)");
    KINDS.keySet().forEach(kind -> ids.begin(sequence(kind), 1));
    if (jdbc.count("select count(*) from assets_version") == 0) {
      jdbc.update("insert into assets_version (version) values (0)");
      change(CatalogStore::begin);
    }
  }

  private static Void begin(Editor editor) {
    List.of(
            Map.entry("Active", 1),
            Map.entry("In Service", 1),
            Map.entry("Running", 1),
            Map.entry("Action Needed", 2),
            Map.entry("Closed", 0))
        .forEach(
            status ->
                editor.put(
                    new Status(
                        editor.next(Status.class),
                        status.getKey(),
                        null,
                        status.getValue(),
                        null)));
    for (String name : List.of("Dependency", "Link", "Reference", "Financial", "Technical")) {
      editor.put(new ReferenceType(editor.next(ReferenceType.class), name, null, "#4A6785", null));
    }
    return null;
  }

  /** The catalogue as it is now. */
  Catalog current() {
    long version = jdbc.query("select version from assets_version", row -> row.getLong(1)).get(0);
    Snapshot known = latest;
    if (known.version() != version) {
      known = new Snapshot(version, read());
      latest = known;
    }
    return known.catalog();
  }

  private Catalog read() {
    return new Catalog(
        jdbc.query(
            "select kind, body from assets_catalog",
            row -> parse(row.getString(1), row.getString(2))));
  }

  private Entry parse(String kind, String body) {
    try {
      return json.readValue(body, KINDS.get(kind));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The catalogue holds an unreadable " + kind, e);
    }
  }

  /** Changes the catalogue, all or nothing; nobody else changes it meanwhile. */
  <R> R change(Function<Editor, R> work) {
    Object[] result = new Object[1];
    jdbc.atomically(
        () -> {
          jdbc.update("update assets_version set version = version + 1");
          result[0] = work.apply(new Editor());
        });
    @SuppressWarnings("unchecked")
    R typed = (R) result[0];
    return typed;
  }

  private static String sequence(String kind) {
    return "assets_" + kind;
  }

  /** One change. */
  final class Editor {
    private Catalog before;

    /** The catalogue before the change. */
    Catalog catalog() {
      before = before == null ? read() : before;
      return before;
    }

    /** A number for a new entry of this kind. */
    int next(Class<? extends Entry> kind) {
      return (int) ids.next(sequence(kind.getSimpleName()));
    }

    /** Adds an entry, or replaces the one with its number. */
    <T extends Entry> T put(T entry) {
      remove(entry);
      try {
        jdbc.update(
            "insert into assets_catalog (kind, id, body) values (?,?,?)",
            entry.getClass().getSimpleName(),
            entry.id(),
            json.writeValueAsString(entry));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("Records become JSON", e);
      }
      return entry;
    }

    void remove(Entry entry) {
      jdbc.update(
          "delete from assets_catalog where kind = ? and id = ?",
          entry.getClass().getSimpleName(),
          entry.id());
    }
  }
}
