package org.oktasync.plan.assets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.NameFolding;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectLink;
import org.oktasync.plan.ObjectChange;

/**
 * The links of one type in memory, and under which key each object is to be compared. Told of every
 * source object first, so that one whose key changed is known again by its id. For one thread.
 */
public final class TypeLinks {
  private final List<ObjectLink> links = new ArrayList<>();
  private final Map<ExternalId, ObjectLink> bySource = new HashMap<>();
  private final Map<String, ObjectLink> byObject = new HashMap<>();
  private final Map<String, String> newKeys = new HashMap<>();
  private final Set<ExternalId> seen = new HashSet<>();

  /**
   * @param all the links of the type; closed when read
   */
  public TypeLinks(Cursor<ObjectLink> all) {
    try (all) {
      all.forEachRemaining(this::add);
    }
  }

  private void add(ObjectLink link) {
    links.add(link);
    byObject.put(link.objectId(), link);
    if (!link.sourceId().equals(ObjectChange.NO_SOURCE)) {
      bySource.put(link.sourceId(), link);
    }
  }

  /**
   * The source has an object.
   *
   * @param key its key; empty when it has no usable one
   */
  public void seen(ExternalId sourceId, String key) {
    ObjectLink link = bySource.get(sourceId);
    if (link == null) {
      return;
    }
    seen.add(sourceId);
    if (!key.isEmpty() && !NameFolding.fold(key).equals(link.identity().foldedKey())) {
      newKeys.put(link.objectId(), NameFolding.fold(key));
    }
  }

  /** How many source objects have a link. */
  public int size() {
    return bySource.size();
  }

  /** The key by which an object of Assets is compared; empty when it has none. */
  public String keyOf(AssetsObject object, ObjectAttribute key) {
    ObjectLink link = byObject.get(object.id());
    if (link != null) {
      return keyOf(link);
    }
    return object.values(key.name()).stream()
        .findFirst()
        .map(value -> TypedValue.of(key, value.text()).orElse(value.text()))
        .map(NameFolding::fold)
        .orElse("");
  }

  private String keyOf(ObjectLink link) {
    return newKeys.getOrDefault(link.objectId(), link.identity().foldedKey());
  }

  /** The link of an object of Assets; null when it has none. */
  public ObjectLink ofObject(String objectId) {
    return byObject.get(objectId);
  }

  /** The link of a source object; null when it has none. */
  public ObjectLink ofSource(ExternalId sourceId) {
    return bySource.get(sourceId);
  }

  /** All links, in ascending order of the key by which they are compared. */
  public Cursor<KnownLink> links() {
    return Cursor.over(
        links.stream()
            .map(link -> new KnownLink(keyOf(link), link, seen.contains(link.sourceId())))
            .sorted(
                Comparator.comparing(KnownLink::key)
                    .thenComparing(known -> known.link().objectId()))
            .toList());
  }
}
