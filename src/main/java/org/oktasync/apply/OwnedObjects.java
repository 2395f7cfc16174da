package org.oktasync.apply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.NameFolding;
import org.oktasync.model.assets.ObjectIdentity;
import org.oktasync.model.assets.ObjectLink;
import org.oktasync.plan.ObjectChange;
import org.oktasync.record.ObjectLinks;

/**
 * The links of objects of one connection in memory, type by type as they are asked for, kept in
 * step while a plan is applied. New ones are stored when {@link #flush} is called. Changes that
 * were planned before a type got another name are about the type of that name.
 */
final class OwnedObjects {
  private final long connectionId;
  private final ObjectLinks links;
  private final UnaryOperator<String> names;
  private final Map<String, OfType> types = new HashMap<>();
  private final List<ObjectLink> waiting = new ArrayList<>();

  /**
   * @param names what a type that had a name is called now
   */
  OwnedObjects(long connectionId, ObjectLinks links, UnaryOperator<String> names) {
    this.connectionId = connectionId;
    this.links = links;
    this.names = names;
  }

  private static final class OfType {
    private final Map<String, ObjectLink> byObject = new HashMap<>();
    private final Map<ExternalId, ObjectLink> bySource = new HashMap<>();
    private final Map<ObjectIdentity, ObjectLink> byIdentity = new HashMap<>();

    void put(ObjectLink link) {
      remove(byObject.get(link.objectId()));
      byObject.put(link.objectId(), link);
      byIdentity.put(link.identity(), link);
      if (!link.sourceId().equals(ObjectChange.NO_SOURCE)) {
        bySource.put(link.sourceId(), link);
      }
    }

    /**
     * @param link null when there is none
     */
    void remove(ObjectLink link) {
      if (link != null) {
        byObject.remove(link.objectId(), link);
        byIdentity.remove(link.identity(), link);
        bySource.remove(link.sourceId(), link);
      }
    }
  }

  private OfType of(String type) {
    return types.computeIfAbsent(NameFolding.fold(type), any -> load(type));
  }

  private OfType load(String type) {
    OfType loaded = new OfType();
    try (Cursor<ObjectLink> cursor = links.links(connectionId, type)) {
      cursor.forEachRemaining(loaded::put);
    }
    return loaded;
  }

  /** The link that a change is about: by the source object, else by the identity. */
  Optional<ObjectLink> of(ObjectChange change) {
    ObjectIdentity identity = now(change.identity());
    OfType type = of(identity.type());
    ObjectLink bySource = type.bySource.get(change.sourceId());
    return Optional.ofNullable(bySource == null ? type.byIdentity.get(identity) : bySource);
  }

  private ObjectIdentity now(ObjectIdentity identity) {
    return new ObjectIdentity(names.apply(identity.type()), identity.key());
  }

  /** Whether an object belongs to another object of the source. */
  boolean isOfAnother(String objectId, ObjectChange change) {
    ObjectLink link = of(now(change.identity()).type()).byObject.get(objectId);
    return link != null
        && !link.sourceId().equals(ObjectChange.NO_SOURCE)
        && !link.sourceId().equals(change.sourceId())
        && !change.sourceId().equals(ObjectChange.NO_SOURCE);
  }

  /** An object is ours from now on; the source object has no other one any more. */
  void add(
      ObjectIdentity identity, ExternalId sourceId, String objectId, ObjectLink.Origin origin) {
    ObjectIdentity now = now(identity);
    ObjectLink link = ObjectLink.of(connectionId, now, sourceId, objectId, origin);
    ObjectLink before = of(now.type()).bySource.get(sourceId);
    of(now.type()).remove(before);
    put(before == null ? link : link.inPlaceOf(before));
  }

  /** A link is another one from now on. */
  void put(ObjectLink link) {
    ObjectLink now = link.as(now(link.identity()), link.sourceId());
    of(now.identity().type()).put(now);
    waiting.add(now);
  }

  /** An object is ours no longer. */
  void remove(ObjectLink link) {
    flush();
    of(link.identity().type()).remove(link);
    links
        .find(connectionId, link.identity())
        .ifPresent(stored -> links.release(List.of(stored.id())));
  }

  /** Stores what changed. */
  void flush() {
    if (!waiting.isEmpty()) {
      links.store(List.copyOf(waiting));
      waiting.clear();
    }
  }
}
