package org.oktasync.run.assets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.assets.ObjectIdentity;
import org.oktasync.model.assets.ObjectLink;
import org.oktasync.plan.assets.LinkNotes;
import org.oktasync.record.ObjectLinks;

/**
 * Keeps what a plan learned about ownership, and stores it once the plan is applied: what applying
 * wrote in the meantime is kept.
 */
final class LinkSettlement implements LinkNotes {
  private final long connectionId;
  private final List<ObjectLink> ours = new ArrayList<>();
  private final List<ObjectLink> back = new ArrayList<>();
  private final List<ObjectLink> missing = new ArrayList<>();
  private final List<Long> gone = new ArrayList<>();

  LinkSettlement(long connectionId) {
    this.connectionId = connectionId;
  }

  @Override
  public void ours(ObjectIdentity identity, ExternalId sourceId, String objectId) {
    ours.add(ObjectLink.of(connectionId, identity, sourceId, objectId, ObjectLink.Origin.FOUND));
  }

  @Override
  public void back(ObjectLink link) {
    back.add(link);
  }

  @Override
  public void missing(ObjectLink link, Instant since, int runs) {
    missing.add(link.missing(since, runs));
  }

  @Override
  public void gone(ObjectLink link) {
    gone.add(link.id());
  }

  /** Stores everything. */
  void settle(ObjectLinks links) {
    Map<String, Map<String, ObjectLink>> stored = new HashMap<>();
    List<ObjectLink> changed = new ArrayList<>();
    for (ObjectLink link : ours) {
      ObjectLink present = present(links, stored, link);
      changed.add(present == null ? link : present.as(link.identity(), link.sourceId()).back());
    }
    for (ObjectLink link : back) {
      ObjectLink present = present(links, stored, link);
      if (present != null) {
        changed.add(present.back());
      }
    }
    for (ObjectLink link : missing) {
      ObjectLink present = present(links, stored, link);
      if (present != null) {
        changed.add(present.missing(link.missingSince(), link.missingRuns()));
      }
    }
    links.store(changed);
    links.release(gone);
  }

  /** The link that the object has now; null when it has none. */
  private ObjectLink present(
      ObjectLinks links, Map<String, Map<String, ObjectLink>> stored, ObjectLink link) {
    return stored
        .computeIfAbsent(link.identity().foldedType(), type -> load(links, link))
        .get(link.objectId());
  }

  private Map<String, ObjectLink> load(ObjectLinks links, ObjectLink any) {
    Map<String, ObjectLink> byObject = new HashMap<>();
    try (Cursor<ObjectLink> all = links.links(connectionId, any.identity().type())) {
      all.forEachRemaining(link -> byObject.put(link.objectId(), link));
    }
    return byObject;
  }
}
