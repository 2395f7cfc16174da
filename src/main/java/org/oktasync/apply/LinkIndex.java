package org.oktasync.apply;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.Link;
import org.oktasync.record.LinkRegistry;

/**
 * The links of one connection in memory, kept in step with the registry while a plan is applied.
 */
final class LinkIndex {
  private final LinkRegistry registry;
  private final Map<EntityKind, LinkTable> links = new EnumMap<>(EntityKind.class);

  /** The names of all linked accounts; null until they are asked for, and after each change. */
  private Set<AccountName> accountNames;

  LinkIndex(LinkRegistry registry, long connectionId) {
    this.registry = registry;
    load(connectionId, EntityKind.USER);
    load(connectionId, EntityKind.GROUP);
  }

  private void load(long connectionId, EntityKind kind) {
    LinkTable table = new LinkTable(connectionId, kind);
    try (Cursor<Link> cursor = registry.links(connectionId, kind)) {
      cursor.forEachRemaining(table::put);
    }
    links.put(kind, table);
  }

  /** The link of a source object; null when there is none. */
  Link get(EntityKind kind, ExternalId id) {
    return links.get(kind).get(id);
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
    if (accountNames == null) {
      accountNames = new HashSet<>();
      links.get(EntityKind.USER).forEach(link -> accountNames.add(link.accountName()));
    }
    return accountNames.contains(name);
  }

  /** Gives up the link of a source object, which must have one. */
  void release(EntityKind kind, ExternalId id) {
    registry.release(get(kind, id).id());
    links.get(kind).remove(id);
    accountNames = null;
  }

  /** Stores links, and answers later questions by them. */
  void store(List<Link> stored) {
    registry.store(stored);
    accountNames = null;
    stored.forEach(this::remember);
  }

  /** Row ids are given by the registry; those of groups are needed later, so they are read back. */
  private void remember(Link link) {
    Link known =
        link.kind() == EntityKind.GROUP
            ? registry.find(link.connectionId(), link.kind(), link.externalId()).orElse(link)
            : link;
    links.get(link.kind()).put(known);
  }
}
