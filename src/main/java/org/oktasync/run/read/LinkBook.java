package org.oktasync.run.read;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Link;
import org.oktasync.record.LinkRegistry;
import org.oktasync.rows.LinkRows;
import org.oktasync.rows.RowStore;

/**
 * The links of accounts and groups of one connection, asked for one by one while the questions are
 * few, and read all at once when they become many. For one thread, and for as long as no link
 * changes.
 */
final class LinkBook {
  /** So many single questions are few in any organisation. */
  private static final int FEW = 1_000;

  /** A single question costs about as much as reading so many links in a row. */
  private static final int LINKS_PER_QUESTION = 20;

  private static final List<EntityKind> KINDS = List.of(EntityKind.USER, EntityKind.GROUP);

  private final LinkRegistry links;
  private final long connectionId;
  private final RowStore rows;
  private final Map<EntityKind, Map<ExternalId, Optional<Link>>> byId =
      new EnumMap<>(EntityKind.class);
  private final Map<EntityKind, Map<String, Optional<Link>>> byName =
      new EnumMap<>(EntityKind.class);
  private final Map<EntityKind, LinkRows> whole = new EnumMap<>(EntityKind.class);
  private int questions;
  private long allowed = FEW;

  /**
   * @param rows where all links are kept, once they are read
   */
  LinkBook(LinkRegistry links, long connectionId, RowStore rows) {
    this.links = links;
    this.connectionId = connectionId;
    this.rows = rows;
    for (EntityKind kind : KINDS) {
      byId.put(kind, new HashMap<>());
      byName.put(kind, new HashMap<>());
    }
  }

  /** The link of a source object. */
  Optional<Link> find(EntityKind kind, ExternalId id) {
    Optional<LinkRows> read = whole(kind, byId.get(kind).containsKey(id));
    return read.isPresent()
        ? read.get().find(id)
        : byId.get(kind).computeIfAbsent(id, asked -> links.find(connectionId, kind, asked));
  }

  /** The link of an account or group, by its name. */
  Optional<Link> named(EntityKind kind, String name) {
    String key = new AccountName(name).key();
    Optional<LinkRows> read = whole(kind, byName.get(kind).containsKey(key));
    return read.isPresent()
        ? read.get().named(name)
        : byName
            .get(kind)
            .computeIfAbsent(key, asked -> links.findByName(connectionId, kind, name));
  }

  /** All links of a kind, once the questions are too many; one that is answered does not count. */
  private Optional<LinkRows> whole(EntityKind kind, boolean answered) {
    if (whole.isEmpty() && !answered && ++questions > allowed) {
      allowed = KINDS.stream().mapToLong(each -> links.count(connectionId, each)).sum();
      allowed /= LINKS_PER_QUESTION;
      if (questions > allowed) {
        KINDS.forEach(this::readAll);
      }
    }
    return Optional.ofNullable(whole.get(kind));
  }

  private void readAll(EntityKind kind) {
    LinkRows read = new LinkRows(rows, connectionId, kind);
    links.each(connectionId, kind, read::put);
    whole.put(kind, read);
    byId.get(kind).clear();
    byName.get(kind).clear();
  }
}
