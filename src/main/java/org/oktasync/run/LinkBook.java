package org.oktasync.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Link;
import org.oktasync.record.LinkRegistry;

/**
 * The links of one connection, asked for one by one while the questions are few, and read all at
 * once when they become many. For one thread, and for as long as no link changes.
 */
final class LinkBook {
  /** So many single questions cost about as much as reading everything. */
  private static final int FEW = 1_000;

  private final LinkRegistry links;
  private final long connectionId;
  private final Map<EntityKind, Map<ExternalId, Optional<Link>>> byId = new HashMap<>();
  private final Map<EntityKind, Map<String, Optional<Link>>> byName = new HashMap<>();
  private int questions;
  private boolean whole;

  LinkBook(LinkRegistry links, long connectionId) {
    this.links = links;
    this.connectionId = connectionId;
    for (EntityKind kind : EntityKind.values()) {
      byId.put(kind, new HashMap<>());
      byName.put(kind, new HashMap<>());
    }
  }

  /** The link of a source object. */
  Optional<Link> find(EntityKind kind, ExternalId id) {
    readAllWhenMany();
    Map<ExternalId, Optional<Link>> known = byId.get(kind);
    return whole
        ? known.getOrDefault(id, Optional.empty())
        : known.computeIfAbsent(id, asked -> links.find(connectionId, kind, asked));
  }

  /** The link of an account or group, by its name. */
  Optional<Link> named(EntityKind kind, String name) {
    readAllWhenMany();
    Map<String, Optional<Link>> known = byName.get(kind);
    return whole
        ? known.getOrDefault(new AccountName(name).key(), Optional.empty())
        : known.computeIfAbsent(
            new AccountName(name).key(), asked -> links.findByName(connectionId, kind, name));
  }

  private void readAllWhenMany() {
    if (!whole && ++questions > FEW) {
      read(EntityKind.USER);
      read(EntityKind.GROUP);
      whole = true;
    }
  }

  private void read(EntityKind kind) {
    try (Cursor<Link> all = links.links(connectionId, kind)) {
      all.forEachRemaining(
          link -> {
            byId.get(kind).put(link.externalId(), Optional.of(link));
            byName.get(kind).put(new AccountName(link.name()).key(), Optional.of(link));
          });
    }
  }
}
