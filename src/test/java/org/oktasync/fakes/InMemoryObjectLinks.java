package org.oktasync.fakes;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.assets.ObjectIdentity;
import org.oktasync.model.assets.ObjectLink;
import org.oktasync.plan.ObjectChange;
import org.oktasync.record.ObjectLinks;

/** Links of objects in memory. */
public final class InMemoryObjectLinks implements ObjectLinks {
  private final TreeMap<Long, ObjectLink> links = new TreeMap<>();
  private long lastId;
  private long stores;
  private boolean dead;

  /** The node dies: nothing that it still writes is stored. */
  public synchronized void die() {
    dead = true;
  }

  /** Another node takes over. */
  public synchronized void revive() {
    dead = false;
  }

  /** How many links were stored or released in all. */
  public synchronized long writes() {
    return stores;
  }

  /** Everything, by row id. */
  public synchronized List<ObjectLink> all() {
    return List.copyOf(links.values());
  }

  @Override
  public synchronized Cursor<ObjectLink> links(long connectionId, String type) {
    return Cursor.over(
        links.values().stream()
            .filter(link -> link.connectionId() == connectionId)
            .filter(link -> link.identity().type().equalsIgnoreCase(type))
            .sorted(Comparator.comparing(ObjectLink::identity).thenComparing(ObjectLink::id))
            .toList());
  }

  @Override
  public synchronized Optional<ObjectLink> find(long connectionId, ObjectIdentity identity) {
    return links.values().stream()
        .filter(link -> link.connectionId() == connectionId)
        .filter(link -> link.identity().equals(identity))
        .findFirst();
  }

  @Override
  public synchronized Optional<ObjectLink> find(
      long connectionId, String type, ExternalId sourceId) {
    return links.values().stream()
        .filter(link -> link.connectionId() == connectionId)
        .filter(link -> link.identity().type().equalsIgnoreCase(type))
        .filter(link -> link.sourceId().equals(sourceId))
        .filter(link -> !sourceId.equals(ObjectChange.NO_SOURCE))
        .findFirst();
  }

  @Override
  public synchronized long count(long connectionId) {
    return links.values().stream().filter(link -> link.connectionId() == connectionId).count();
  }

  @Override
  public synchronized void store(List<ObjectLink> changed) {
    for (ObjectLink link : dead ? List.<ObjectLink>of() : changed) {
      long id = link.id() == 0 ? idOf(link) : link.id();
      if (link.id() == 0 || links.containsKey(id)) {
        links.put(id, withId(link, id));
        stores++;
      }
    }
  }

  private long idOf(ObjectLink link) {
    return find(link.connectionId(), link.identity()).map(ObjectLink::id).orElseGet(() -> ++lastId);
  }

  @Override
  public synchronized void renameTypes(long connectionId, Map<String, String> names) {
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(names);
    List<ObjectLink> moving =
        links.values().stream()
            .filter(link -> link.connectionId() == connectionId)
            .filter(link -> all.containsKey(link.identity().type()))
            .toList();
    Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    moving.forEach(link -> taken.add(all.get(link.identity().type())));
    links
        .values()
        .removeIf(
            link ->
                link.connectionId() == connectionId
                    && taken.contains(link.identity().type())
                    && !moving.contains(link));
    for (ObjectLink link : moving) {
      String type = all.get(link.identity().type());
      ObjectIdentity identity = new ObjectIdentity(type, link.identity().key());
      links.put(link.id(), link.as(identity, link.sourceId()));
      stores++;
    }
  }

  @Override
  public synchronized void release(List<Long> ids) {
    for (long id : dead ? List.<Long>of() : ids) {
      links.remove(id);
      stores++;
    }
  }

  @Override
  public synchronized void releaseAll(long connectionId) {
    links.values().removeIf(link -> link.connectionId() == connectionId);
  }

  private static ObjectLink withId(ObjectLink link, long id) {
    return new ObjectLink(
        id,
        link.connectionId(),
        link.identity(),
        link.sourceId(),
        link.objectId(),
        link.origin(),
        link.missingSince(),
        link.missingRuns(),
        link.retired(),
        link.statusBefore());
  }
}
