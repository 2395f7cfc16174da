package org.oktasync.run.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.oktasync.mapping.CombinedGroup;
import org.oktasync.mapping.DesiredGroup;
import org.oktasync.mapping.MappingProfile;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.Link;
import org.oktasync.model.MemberChanges;
import org.oktasync.model.SourceGroup;
import org.oktasync.source.SourceDelta;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceLookup;

/**
 * The groups that a delta is about, and what is known of the members of each: the whole list, or
 * what changed. Where the whole list is needed and the delta does not have it, it is asked for.
 */
final class DeltaGroups {
  private final SourceDelta delta;
  private final SourceLookup lookup;
  private final MappingProfile mapping;
  private final LinkBook links;
  private final NavigableMap<ExternalId, DesiredGroup> desired = new TreeMap<>();
  private final NavigableSet<ExternalId> ids = new TreeSet<>();
  private final Set<ExternalId> inDelta = new HashSet<>();
  private final Set<ExternalId> readWhole = new HashSet<>();
  private final Map<ExternalId, Set<ExternalId>> joining = new HashMap<>();
  private final Map<ExternalId, Set<ExternalId>> leaving = new HashMap<>();
  private final Map<ExternalId, Optional<Set<ExternalId>>> asked = new HashMap<>();
  private final List<IncompleteList> incomplete = new ArrayList<>();
  private final boolean ofSomePeople;

  DeltaGroups(SourceDelta delta, SourceLookup lookup, MappingProfile mapping, LinkBook links) {
    this(delta, lookup, mapping, links, false);
  }

  /**
   * The groups of some people, of which nothing matters but whether these people are in them: their
   * names and their other members stay as they are.
   */
  static DeltaGroups ofSomePeople(
      SourceDelta delta, SourceLookup lookup, MappingProfile mapping, LinkBook links) {
    return new DeltaGroups(delta, lookup, mapping, links, true);
  }

  private DeltaGroups(
      SourceDelta delta,
      SourceLookup lookup,
      MappingProfile mapping,
      LinkBook links,
      boolean ofSomePeople) {
    this.ofSomePeople = ofSomePeople;
    this.delta = delta;
    this.lookup = lookup;
    this.mapping = mapping;
    this.links = links;
    try (Cursor<SourceGroup> groups = delta.groups()) {
      groups.forEachRemaining(
          group -> {
            add(group);
            inDelta.add(group.id());
          });
    }
    inDelta.forEach(this::touchFilledBy);
  }

  /** Groups of Jira that an administrator named and that are filled by a group of the source. */
  private void touchFilledBy(ExternalId source) {
    mapping.groups().combined().stream()
        .filter(group -> group.sources().contains(source))
        .forEach(group -> touch(group, List.of()));
  }

  private void touch(CombinedGroup group, List<String> missing) {
    ids.add(group.id());
    DesiredGroup known = desired.get(group.id());
    if (known == null || !missing.isEmpty()) {
      desired.put(group.id(), DesiredGroup.of(group, missing));
    }
  }

  /**
   * Tells who of the delta is in scope and active, for the groups that everybody is in or joins.
   */
  void people(Set<ExternalId> there) {
    for (CombinedGroup group : mapping.groups().combined()) {
      if (group.everybody()) {
        touch(group, List.of());
        joining.computeIfAbsent(group.id(), id -> new HashSet<>()).addAll(there);
      } else if (group.newcomers()) {
        touch(group, List.of());
      }
    }
  }

  /** Whether whoever gets an account becomes a member of a group. */
  boolean forNewcomers(ExternalId group) {
    return mapping.groups().combined(group).map(CombinedGroup::newcomers).orElse(false);
  }

  /**
   * Whether a group should hold somebody who is in these groups of the source.
   *
   * @param group a group of the source, or what stands for one that an administrator named
   */
  boolean holds(ExternalId group, Set<ExternalId> inSource) {
    return mapping
        .groups()
        .combined(group)
        .map(
            named ->
                named.everybody()
                    || named.keepsMembers()
                    || named.sources().stream().anyMatch(inSource::contains))
        .orElseGet(() -> inSource.contains(group));
  }

  private void add(SourceGroup group) {
    mapping
        .group(group)
        .ifPresent(
            wanted -> {
              ids.add(group.id());
              desired.put(group.id(), ofSomePeople ? asLinked(wanted) : wanted);
            });
  }

  private DesiredGroup asLinked(DesiredGroup wanted) {
    return links
        .find(EntityKind.GROUP, wanted.id())
        .filter(link -> wanted.problem() == null && !wanted.leftOut())
        .map(link -> new DesiredGroup(wanted.id(), wanted.label(), link.groupName(), null))
        .orElse(wanted);
  }

  /** Whether the delta is about a group that the settings want. */
  boolean wants(ExternalId id) {
    DesiredGroup group = desired.get(id);
    return group != null && !group.leftOut();
  }

  /** Whether the settings leave out a group of the delta that is linked. */
  boolean leaveOutLinkedOnes() {
    return desired.values().stream()
        .filter(DesiredGroup::leftOut)
        .anyMatch(group -> links.find(EntityKind.GROUP, group.id()).isPresent());
  }

  /** Whether the source no longer has a group of the delta that is linked. */
  boolean lackLinkedOnes() {
    return ids.stream()
        .filter(id -> !desired.containsKey(id))
        .anyMatch(id -> links.find(EntityKind.GROUP, id).isPresent());
  }

  /** Groups that the delta is not about, and whose linked group has a name that it wants. */
  Set<ExternalId> holdersOfWantedNames() {
    return desired.values().stream()
        .filter(group -> group.name() != null)
        .flatMap(group -> links.named(EntityKind.GROUP, group.name().value()).stream())
        .map(Link::externalId)
        .filter(id -> !ids.contains(id))
        .collect(Collectors.toSet());
  }

  /** A group with which the last run failed, or that may be gone: the source is asked. */
  void ask(ExternalId id) {
    if (ids.contains(id)) {
      readWhole.add(id);
      return;
    } else if (CombinedGroup.is(id)) {
      mapping.groups().combined(id).ifPresent(group -> touch(group, List.of()));
      readWhole.add(id);
      return;
    }
    Optional<SourceGroup> group = lookup.group(id);
    if (group.isPresent()) {
      add(group.get());
      readWhole.add(id);
      touchFilledBy(id);
    } else if (links.find(EntityKind.GROUP, id).isPresent()) {
      ids.add(id);
    }
    if (group.isEmpty()) {
      mapping.groups().combined().stream()
          .filter(filled -> filled.sources().contains(id))
          .forEach(filled -> touch(filled, List.of(id.value())));
    }
  }

  /** Somebody becomes active, and is in these groups. */
  void joins(ExternalId person, List<SourceGroup> groups) {
    for (SourceGroup group : groups) {
      if (!ids.contains(group.id())) {
        add(group);
      }
      joining.computeIfAbsent(group.id(), id -> new HashSet<>()).add(person);
      for (CombinedGroup filled : mapping.groups().combined()) {
        if (filled.sources().contains(group.id())) {
          touch(filled, List.of());
          joining.computeIfAbsent(filled.id(), id -> new HashSet<>()).add(person);
        }
      }
    }
  }

  /** Somebody becomes active, and is no longer in this group, which the source may not have. */
  void leaves(ExternalId person, ExternalId group) {
    if (CombinedGroup.is(group)) {
      mapping.groups().combined(group).ifPresent(named -> touch(named, List.of()));
    } else if (!ids.contains(group)) {
      lookup.group(group).ifPresent(this::add);
    }
    if (desired.containsKey(group)) {
      leaving.computeIfAbsent(group, id -> new HashSet<>()).add(person);
    }
  }

  /** Every group in the delta, those that the source no longer has among them. */
  NavigableSet<ExternalId> ids() {
    return ids;
  }

  /** The groups that the source has. */
  NavigableMap<ExternalId, DesiredGroup> desired() {
    return desired;
  }

  /** What changed in a linked group, where the whole list was not read. */
  Optional<MemberChanges> changes(ExternalId group) {
    if (ofSomePeople) {
      return Optional.of(withAskedFor(group, new MemberChanges(Set.of(), Set.of())));
    } else if (readWhole.contains(group) || links.find(EntityKind.GROUP, group).isEmpty()) {
      return Optional.empty();
    }
    Optional<CombinedGroup> named = mapping.groups().combined(group);
    Optional<MemberChanges> told = named.isPresent() ? told(named.get()) : told(group);
    return told.map(changes -> withAskedFor(group, changes));
  }

  private Optional<MemberChanges> told(ExternalId group) {
    return inDelta.contains(group)
        ? delta.memberChanges(group)
        : Optional.of(new MemberChanges(Set.of(), Set.of()));
  }

  /** Who left one of several groups may still be in another; then all of them must be read. */
  private Optional<MemberChanges> told(CombinedGroup named) {
    Set<ExternalId> added = new HashSet<>();
    Set<ExternalId> removed = new HashSet<>();
    for (ExternalId source : named.sources()) {
      Optional<MemberChanges> changes = told(source);
      if (changes.isEmpty()) {
        return Optional.empty();
      }
      added.addAll(changes.get().added());
      removed.addAll(changes.get().removed());
    }
    if (named.everybody() || named.keepsMembers()) {
      removed.clear();
    } else if (named.sources().size() > 1 && !removed.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new MemberChanges(added, removed));
  }

  /** What the source says of a person now outweighs what its log said of them before. */
  private MemberChanges withAskedFor(ExternalId group, MemberChanges changes) {
    Set<ExternalId> in = joining.getOrDefault(group, Set.of());
    Set<ExternalId> out = leaving.getOrDefault(group, Set.of());
    Set<ExternalId> added = new HashSet<>(changes.added());
    added.removeAll(out);
    added.addAll(in);
    Set<ExternalId> removed = new HashSet<>(changes.removed());
    removed.removeAll(in);
    removed.addAll(out);
    return new MemberChanges(added, removed);
  }

  /** Whether {@link #members} has all members of a group. */
  boolean complete(ExternalId group) {
    Optional<CombinedGroup> named = mapping.groups().combined(group);
    if (changes(group).isPresent()) {
      return true;
    } else if (named.isPresent()) {
      return !named.get().everybody()
          && !named.get().keepsMembers()
          && named.get().sources().stream().allMatch(this::isWhole);
    }
    return isWhole(group);
  }

  private boolean isWhole(ExternalId group) {
    return inDeltaWhole(group) || askedFor(group).isPresent();
  }

  /** All members of a group, ascending; none when they could not be read. */
  Cursor<ExternalId> members(ExternalId group) {
    if (ofSomePeople) {
      return Cursor.over(new TreeSet<>(joining.getOrDefault(group, Set.of())));
    }
    Optional<CombinedGroup> named = mapping.groups().combined(group);
    if (named.isEmpty()) {
      return membersOf(group);
    }
    Set<ExternalId> members = new TreeSet<>(joining.getOrDefault(group, Set.of()));
    for (ExternalId source : named.get().sources()) {
      try (Cursor<ExternalId> inside = membersOf(source)) {
        inside.forEachRemaining(members::add);
      }
    }
    return Cursor.over(members);
  }

  private Cursor<ExternalId> membersOf(ExternalId group) {
    return inDeltaWhole(group)
        ? delta.members(group)
        : Cursor.over(askedFor(group).map(TreeSet::new).orElseGet(TreeSet::new));
  }

  private boolean inDeltaWhole(ExternalId group) {
    return inDelta.contains(group) && delta.membersCompleteness(group).complete();
  }

  private Optional<Set<ExternalId>> askedFor(ExternalId group) {
    return asked.computeIfAbsent(group, this::read);
  }

  private Optional<Set<ExternalId>> read(ExternalId group) {
    boolean brokeOff = inDelta.contains(group) && delta.memberChanges(group).isEmpty();
    if (brokeOff) {
      return Optional.empty();
    }
    try {
      return Optional.of(lookup.members(group));
    } catch (SourceException e) {
      incomplete.add(new IncompleteList("members of " + group, e.problem().code()));
      return Optional.empty();
    }
  }

  /** The member lists that were asked for in vain. */
  List<IncompleteList> incomplete() {
    return incomplete;
  }
}
