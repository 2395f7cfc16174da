package org.oktasync.fakes;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Link;
import org.oktasync.record.LinkRegistry;
import org.oktasync.record.Page;

/** Links in memory. */
public final class InMemoryLinks implements LinkRegistry {
  private final Map<Long, Instant> looks = new HashMap<>();
  private final Map<Long, Instant> warnings = new HashMap<>();
  private final TreeMap<Long, Link> links = new TreeMap<>();
  private final Map<Long, Set<ExternalId>> added = new HashMap<>();
  private long lastId;
  private boolean dead;

  /** The node dies: nothing that it still writes is stored. */
  public synchronized void die() {
    dead = true;
  }

  /** Another node takes over. */
  public synchronized void revive() {
    dead = false;
  }

  @Override
  public synchronized Cursor<Link> links(long connectionId, EntityKind kind) {
    return Cursor.over(
        links.values().stream()
            .filter(link -> link.connectionId() == connectionId && link.kind() == kind)
            .sorted(Comparator.comparing(Link::externalId))
            .toList());
  }

  @Override
  public void each(long connectionId, EntityKind kind, Consumer<Link> link) {
    links(connectionId, kind).forEachRemaining(link);
  }

  @Override
  public synchronized long count(long connectionId, EntityKind kind) {
    return links.values().stream()
        .filter(link -> link.connectionId() == connectionId && link.kind() == kind)
        .count();
  }

  @Override
  public synchronized Optional<Link> find(long connectionId, EntityKind kind, ExternalId id) {
    return links.values().stream()
        .filter(link -> link.connectionId() == connectionId)
        .filter(link -> link.kind() == kind && link.externalId().equals(id))
        .findFirst();
  }

  @Override
  public synchronized Optional<Link> findByName(long connectionId, EntityKind kind, String name) {
    AccountName wanted = new AccountName(name);
    return links.values().stream()
        .filter(link -> link.connectionId() == connectionId && link.kind() == kind)
        .filter(link -> link.accountName().equals(wanted))
        .findFirst();
  }

  @Override
  public synchronized Optional<Link> find(long linkId) {
    return Optional.ofNullable(links.get(linkId));
  }

  @Override
  public synchronized void store(List<Link> changed) {
    for (Link link : dead ? List.<Link>of() : changed) {
      long id =
          find(link.connectionId(), link.kind(), link.externalId())
              .map(Link::id)
              .orElseGet(() -> ++lastId);
      links.put(id, withId(link, id));
    }
  }

  @Override
  public synchronized boolean claimLook(long linkId, Instant now, Instant since) {
    Instant before = looks.get(linkId);
    if (find(linkId).isEmpty() || (before != null && !before.isBefore(since))) {
      return false;
    }
    looks.put(linkId, now);
    return true;
  }

  @Override
  public synchronized List<ExternalId> leavingSince(long connectionId, Instant then) {
    return links.values().stream()
        .filter(link -> link.connectionId() == connectionId && link.kind() == EntityKind.USER)
        .filter(link -> link.leavingSince() != null && !link.leavingSince().isAfter(then))
        .map(Link::externalId)
        .sorted()
        .toList();
  }

  @Override
  public synchronized boolean claimWarning(long linkId, Instant now, Instant since) {
    Instant before = warnings.get(linkId);
    if (dead || find(linkId).isEmpty() || (before != null && !before.isBefore(since))) {
      return false;
    }
    warnings.put(linkId, now);
    return true;
  }

  @Override
  public synchronized void release(long linkId) {
    if (!dead) {
      links.remove(linkId);
      added.remove(linkId);
    }
  }

  @Override
  public synchronized void releaseAll(long connectionId) {
    List.copyOf(links.values()).stream()
        .filter(link -> link.connectionId() == connectionId)
        .forEach(link -> release(link.id()));
  }

  @Override
  public synchronized Page<Link> search(long connectionId, String text, long start, int limit) {
    List<Link> found =
        links.values().stream()
            .filter(link -> link.connectionId() == connectionId)
            .filter(
                link -> Search.begins(link.name(), text) || link.externalId().value().equals(text))
            .sorted(
                Comparator.comparing((Link link) -> link.kind().label())
                    .thenComparing(link -> link.name().toLowerCase(Locale.ENGLISH)))
            .toList();
    return Search.page(found, start, limit);
  }

  @Override
  public synchronized Set<ExternalId> addedMembers(long linkId) {
    return Set.copyOf(added.getOrDefault(linkId, Set.of()));
  }

  @Override
  public synchronized void noteAdded(long linkId, List<ExternalId> users) {
    added.computeIfAbsent(linkId, id -> new HashSet<>()).addAll(dead ? List.of() : users);
  }

  @Override
  public synchronized void forgetAdded(long linkId, List<ExternalId> users) {
    added.getOrDefault(linkId, new HashSet<>()).removeAll(Set.copyOf(users));
  }

  private static Link withId(Link link, long id) {
    return new Link(
        id,
        link.connectionId(),
        link.kind(),
        link.externalId(),
        link.directoryId(),
        link.name(),
        link.userKey(),
        link.origin(),
        link.keepUnownedMembers(),
        link.namedByAdministrator(),
        link.deactivatedAt(),
        link.leavingSince());
  }
}
