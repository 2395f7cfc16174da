package org.oktasync.run.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.oktasync.mapping.DesiredAccount;
import org.oktasync.mapping.MappingProfile;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Link;
import org.oktasync.model.Message;
import org.oktasync.model.SourceUser;
import org.oktasync.record.Finding;
import org.oktasync.source.SourceLookup;

/**
 * The people whom a delta is about: those who changed, and whoever is touched by it because of a
 * name. Somebody who holds a name that one of them wants is asked for by id, and so is whoever was
 * left alone because of a name that one of them holds, held or was refused.
 */
final class DeltaPeople {
  /** So many single calls are no longer cheaper than lists. */
  static final int MOST_LOOKUPS = 500;

  /** So many people cost as much as a list of everybody in a large organisation. */
  private static final int MOST_ASKED_TOGETHER = 5_000;

  private final SourceLookup lookup;
  private final MappingProfile mapping;
  private final LinkBook links;
  private final Predicate<ExternalId> inScope;
  private final Map<String, List<Finding>> byName = new HashMap<>();
  private final Map<String, List<Finding>> bySource = new HashMap<>();
  private final NavigableMap<ExternalId, DesiredAccount> desired = new TreeMap<>();
  private final NavigableSet<ExternalId> ids = new TreeSet<>();
  private final Deque<ExternalId> unseen = new ArrayDeque<>();
  private int lookups;

  /**
   * @param standing what the connection leaves alone at present
   * @param inScope whether the connection is about somebody, as far as the source tells by lists
   */
  DeltaPeople(
      SourceLookup lookup,
      MappingProfile mapping,
      LinkBook links,
      Set<Finding> standing,
      Predicate<ExternalId> inScope) {
    this.lookup = lookup;
    this.mapping = mapping;
    this.links = links;
    this.inScope = inScope;
    for (Finding finding : standing) {
      if (finding.kind() == EntityKind.USER) {
        bySource.computeIfAbsent(finding.sourceId(), id -> new ArrayList<>()).add(finding);
        if (!finding.detail().isEmpty()) {
          byName.computeIfAbsent(key(finding), name -> new ArrayList<>()).add(finding);
        }
      }
    }
  }

  private static String key(Finding finding) {
    return new AccountName(finding.detail()).key();
  }

  /** Somebody changed, and this is how they are now. */
  void add(SourceUser user) {
    ids.add(user.id());
    DesiredAccount wanted = mapping.account(user);
    desired.put(user.id(), inScope.test(user.id()) ? wanted : wanted.outOfScope());
    unseen.add(user.id());
  }

  /**
   * Somebody may have changed, or be gone: the source is asked, once.
   *
   * @throws DeltaTooLargeException when too many had to be asked for
   */
  void ask(ExternalId id) {
    if (ids.contains(id)) {
      return;
    }
    countLookup();
    Optional<SourceUser> user = lookup.user(id);
    if (user.isPresent()) {
      add(user.get());
    } else {
      ids.add(id);
      unseen.add(id);
    }
  }

  /**
   * Asks for several people at once, as {@link #ask} does.
   *
   * @throws DeltaTooLargeException when they are too many
   */
  void askAll(List<ExternalId> wanted) {
    if (wanted.size() > MOST_ASKED_TOGETHER) {
      throw new DeltaTooLargeException(Message.of("full-much-changed"));
    }
    List<ExternalId> unknown = wanted.stream().filter(id -> !ids.contains(id)).toList();
    if (unknown.isEmpty()) {
      return;
    }
    lookup.users(unknown).forEach(this::add);
    for (ExternalId id : unknown) {
      if (ids.add(id)) {
        unseen.add(id);
      }
    }
  }

  /** Somebody who was added is not looked at after all. */
  void forget(ExternalId id) {
    ids.remove(id);
    desired.remove(id);
    unseen.remove(id);
  }

  /** One more single call. */
  void countLookup() {
    if (++lookups > MOST_LOOKUPS) {
      throw new DeltaTooLargeException(Message.of("full-much-changed"));
    }
  }

  /** Adds whoever is touched, until nobody new is. */
  void close() {
    while (!unseen.isEmpty()) {
      ExternalId id = unseen.remove();
      Optional<Link> link = links.find(EntityKind.USER, id);
      AccountName wanted = wantedName(id);
      if (wanted != null) {
        links
            .named(EntityKind.USER, wanted.value())
            .filter(holder -> !holder.externalId().equals(id))
            .ifPresent(holder -> ask(holder.externalId()));
      }
      link.map(Link::accountName)
          .filter(name -> !name.equals(wanted))
          .ifPresent(name -> askAboutName(name.key()));
      bySource.getOrDefault(id.value(), List.of()).stream()
          .filter(finding -> !finding.detail().isEmpty())
          .forEach(finding -> askAboutName(key(finding)));
    }
  }

  private void askAboutName(String name) {
    for (Finding finding : byName.getOrDefault(name, List.of())) {
      ask(new ExternalId(finding.sourceId()));
    }
  }

  private AccountName wantedName(ExternalId id) {
    DesiredAccount account = desired.get(id);
    return account == null || account.account() == null ? null : account.account().name();
  }

  /** Everybody in the delta, those whom the source no longer has among them. */
  NavigableSet<ExternalId> ids() {
    return ids;
  }

  /** What Jira should hold of those whom the source has. */
  NavigableMap<ExternalId, DesiredAccount> desired() {
    return desired;
  }
}
