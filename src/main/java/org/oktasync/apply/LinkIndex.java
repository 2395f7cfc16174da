package org.oktasync.apply;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.Link;
import org.oktasync.record.LinkRegistry;
import org.oktasync.rows.LinkRows;
import org.oktasync.rows.RowStore;

/**
 * The links of one connection at hand, kept in step with the registry while a plan is applied. For
 * one thread.
 */
final class LinkIndex {
  private final LinkRegistry registry;
  private final Map<EntityKind, LinkRows> links = new EnumMap<>(EntityKind.class);
  private final Map<EntityKind, Set<ExternalId>> released = new EnumMap<>(EntityKind.class);

  /**
   * @param rows where the links are kept at hand
   */
  LinkIndex(LinkRegistry registry, long connectionId, RowStore rows) {
    this.registry = registry;
    for (EntityKind kind : List.of(EntityKind.USER, EntityKind.GROUP)) {
      released.put(kind, new HashSet<>());
      links.put(kind, new LinkRows(rows, connectionId, kind));
      registry.each(connectionId, kind, this::put);
    }
  }

  private void put(Link link) {
    links.get(link.kind()).put(link);
    released.get(link.kind()).remove(link.externalId());
  }

  /** The link of a source object; null when there is none. */
  Link get(EntityKind kind, ExternalId id) {
    return isReleased(kind, id) ? null : links.get(kind).find(id).orElse(null);
  }

  private boolean isReleased(EntityKind kind, ExternalId id) {
    return released.get(kind).contains(id);
  }

  /** Whether this person is linked to the account of this name. */
  boolean owns(ExternalId user, AccountName name) {
    Link link = get(EntityKind.USER, user);
    return link != null && link.accountName().equals(name);
  }

  /** Whether this source group is linked to the group of this name. */
  boolean owns(ExternalId group, GroupName name) {
    Link link = get(EntityKind.GROUP, group);
    return link != null && link.groupName().equals(name);
  }

  /** Whether anybody is linked to the account of this name. */
  boolean ownsAccount(AccountName name) {
    return links
        .get(EntityKind.USER)
        .named(name.value())
        .filter(link -> !isReleased(EntityKind.USER, link.externalId()))
        .isPresent();
  }

  /** Gives up the link of a source object, which must have one. */
  void release(EntityKind kind, ExternalId id) {
    registry.release(get(kind, id).id());
    released.get(kind).add(id);
  }

  /** Stores links, and answers later questions by them. */
  void store(List<Link> stored) {
    registry.store(stored);
    stored.forEach(this::remember);
  }

  /** Row ids are given by the registry; those of groups are needed later, so they are read back. */
  private void remember(Link link) {
    Link known =
        link.kind() == EntityKind.GROUP
            ? registry.find(link.connectionId(), link.kind(), link.externalId()).orElse(link)
            : link;
    put(known);
  }
}
