package org.oktasync.run;

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
import org.oktasync.mapping.DesiredGroup;
import org.oktasync.mapping.MappingProfile;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.IncompleteList;
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

  DeltaGroups(SourceDelta delta, SourceLookup lookup, MappingProfile mapping, LinkBook links) {
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
  }

  private void add(SourceGroup group) {
    mapping
        .group(group)
        .ifPresent(
            wanted -> {
              ids.add(group.id());
              desired.put(group.id(), wanted);
            });
  }

  /** A group with which the last run failed, or that may be gone: the source is asked. */
  void ask(ExternalId id) {
    if (ids.contains(id)) {
      readWhole.add(id);
      return;
    }
    Optional<SourceGroup> group = lookup.group(id);
    if (group.isPresent()) {
      add(group.get());
      readWhole.add(id);
    } else if (links.find(EntityKind.GROUP, id).isPresent()) {
      ids.add(id);
    }
  }

  /** Somebody becomes active, and is in these groups. */
  void joins(ExternalId person, List<SourceGroup> groups) {
    for (SourceGroup group : groups) {
      if (!ids.contains(group.id())) {
        add(group);
      }
      joining.computeIfAbsent(group.id(), id -> new HashSet<>()).add(person);
    }
  }

  /** Somebody becomes active, and is no longer in this group, which the source may not have. */
  void leaves(ExternalId person, ExternalId group) {
    if (!ids.contains(group)) {
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
    if (readWhole.contains(group) || links.find(EntityKind.GROUP, group).isEmpty()) {
      return Optional.empty();
    }
    Optional<MemberChanges> told =
        inDelta.contains(group)
            ? delta.memberChanges(group)
            : Optional.of(new MemberChanges(Set.of(), Set.of()));
    return told.map(changes -> withAskedFor(group, changes));
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
    return changes(group).isPresent() || inDeltaWhole(group) || askedFor(group).isPresent();
  }

  /** All members of a group, ascending; none when they could not be read. */
  Cursor<ExternalId> members(ExternalId group) {
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
