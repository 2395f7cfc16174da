package org.oktasync.run.assets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.oktasync.config.AssetsSettings;
import org.oktasync.model.Message;
import org.oktasync.model.assets.KnownType;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;
import org.oktasync.record.KnownTypes;
import org.oktasync.record.ObjectLinks;

/**
 * Knows the object types that a connection works with by Assets' ids, so that a type or an
 * attribute that somebody renames in Assets is still the same one.
 */
public final class SchemaMemory {
  private final long connectionId;
  private final String place;
  private final KnownTypes known;
  private final ObjectLinks links;

  /**
   * @param settings which schema of which site is meant
   */
  public SchemaMemory(
      long connectionId, AssetsSettings settings, KnownTypes known, ObjectLinks links) {
    this.connectionId = connectionId;
    this.place =
        settings.isExternal() ? settings.url() + " " + settings.schemaId() : settings.schemaId();
    this.known = known;
    this.links = links;
  }

  /** The types that are known. */
  public List<KnownType> types() {
    return known.of(connectionId, place);
  }

  /** A schema as it is, whose types and attributes are found by their former names, too. */
  public ObjectSchema dressed(ObjectSchema schema) {
    return KnownType.dressed(schema, types());
  }

  /**
   * The same, after links of another schema were given up, and what is stored under former names of
   * types was put under their new ones; to be called before links are read or written, by whoever
   * holds the lock of the connection.
   */
  public ObjectSchema follow(ObjectSchema schema) {
    giveUpLinksOfAnotherSchema();
    List<KnownType> before = types();
    List<KnownType> now = new ArrayList<>();
    Map<String, String> renamed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (KnownType one : before) {
      now.add(schema.typeById(one.id()).map(one::seen).orElse(one));
      String name = now.get(now.size() - 1).name();
      if (!name.equalsIgnoreCase(one.name())) {
        renamed.put(one.name(), name);
      }
    }
    if (!renamed.isEmpty()) {
      links.renameTypes(connectionId, renamed);
    }
    if (!now.equals(before)) {
      known.store(connectionId, place, now);
    }
    return KnownType.dressed(schema, now);
  }

  /**
   * Assets counts the objects of each site from one on: a number of another site, or of another
   * schema, means somebody else's object here.
   */
  private void giveUpLinksOfAnotherSchema() {
    String linked = known.linked(connectionId);
    if (!linked.equals(place)) {
      if (!linked.isEmpty()) {
        links.releaseAll(connectionId);
      }
      known.link(connectionId, place);
    }
  }

  /**
   * From now on these types are known, too.
   *
   * @param types as they are now
   * @return what a person should know: types that were deleted, and made anew by hand
   */
  public List<Message> remember(Collection<ObjectType> types) {
    List<KnownType> before = types();
    Map<String, KnownType> now = new TreeMap<>();
    before.forEach(one -> now.put(one.id(), one));
    List<Message> anew = new ArrayList<>();
    for (ObjectType type : types) {
      boolean replaces = now.values().removeIf(one -> isPredecessor(one, type));
      if (replaces) {
        anew.add(Message.of("assets-type-made-anew", type.name()));
      }
      now.computeIfAbsent(type.id(), any -> KnownType.of(type));
    }
    if (!List.copyOf(now.values()).equals(before)) {
      known.store(connectionId, place, List.copyOf(now.values()));
    }
    return anew;
  }

  /** Names are unique within a schema: what was last called so is gone. */
  private static boolean isPredecessor(KnownType one, ObjectType type) {
    return !one.id().equals(type.id()) && one.name().equalsIgnoreCase(type.name());
  }
}
