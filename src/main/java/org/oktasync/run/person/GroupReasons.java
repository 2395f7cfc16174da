package org.oktasync.run.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.oktasync.mapping.CombinedGroup;
import org.oktasync.mapping.DesiredGroup;
import org.oktasync.mapping.GroupMapping;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.Link;
import org.oktasync.model.SourceGroup;
import org.oktasync.record.LinkRegistry;
import org.oktasync.run.person.GroupReason.Cause;
import org.oktasync.run.person.GroupReason.Kind;

/** Explains the groups of one person: those that they should be in, and those that they are in. */
final class GroupReasons {
  private static final Set<Kind> WAYS =
      Set.of(Kind.SOURCE_GROUP, Kind.ROW, Kind.EVERYBODY, Kind.NEWCOMERS);

  private final LinkRegistry links;
  private final long connectionId;
  private final GroupMapping mapping;
  private final Map<String, Entry> byName = new TreeMap<>();

  private static final class Entry {
    private final String name;
    private final List<Cause> because = new ArrayList<>();
    private boolean member;

    Entry(String name) {
      this.name = name;
    }
  }

  GroupReasons(LinkRegistry links, long connectionId, GroupMapping mapping) {
    this.links = links;
    this.connectionId = connectionId;
    this.mapping = mapping;
  }

  private Entry at(String name) {
    return byName.computeIfAbsent(new GroupName(name).key(), key -> new Entry(name));
  }

  /** The person is in these groups of the source. */
  void inSource(List<SourceGroup> groups) {
    for (SourceGroup group : groups) {
      mapping.group(group).ifPresent(wanted -> addSource(group, wanted));
      mapping.combined().stream()
          .filter(named -> named.sources().contains(group.id()))
          .forEach(named -> add(named, cause(Kind.ROW, group)));
    }
  }

  private static Cause cause(Kind kind, SourceGroup group) {
    return new Cause(kind, group.id().value(), group.name());
  }

  private void addSource(SourceGroup group, DesiredGroup wanted) {
    if (wanted.leftOut()) {
      at(group.name()).because.add(cause(Kind.LEFT_OUT, group));
    } else if (wanted.name() == null) {
      at(wanted.label()).because.add(cause(Kind.UNUSABLE, group));
    } else {
      String name =
          links
              .find(connectionId, EntityKind.GROUP, group.id())
              .map(Link::name)
              .orElse(wanted.name().value());
      at(name).because.add(cause(Kind.SOURCE_GROUP, group));
    }
  }

  private void add(CombinedGroup named, Cause cause) {
    at(named.name().value()).because.add(cause);
  }

  /** The person is active and in scope. */
  void there() {
    for (CombinedGroup named : mapping.combined()) {
      if (named.everybody()) {
        add(named, Cause.of(Kind.EVERYBODY));
      } else if (named.newcomers()) {
        add(named, Cause.of(Kind.NEWCOMERS));
      }
    }
  }

  /** The person's account is in these groups now. */
  void inJira(ExternalId person, List<GroupName> groups) {
    for (GroupName group : groups) {
      Entry entry = at(group.value());
      entry.member = true;
      if (entry.because.stream().noneMatch(cause -> WAYS.contains(cause.kind()))) {
        Optional<Link> link = ours(group.value());
        boolean added =
            link.isPresent() && links.addedMembers(link.get().id()).contains(person)
                || link.filter(owned -> !owned.keepUnownedMembers()).isPresent();
        entry.because.add(Cause.of(added ? Kind.ADDED_BEFORE : Kind.NOT_BY_US));
      }
    }
  }

  private Optional<Link> ours(String group) {
    return links.findByName(connectionId, EntityKind.GROUP, group);
  }

  /** All of them, by name. */
  List<GroupReason> all() {
    return byName.values().stream()
        .map(
            entry ->
                new GroupReason(
                    entry.name,
                    entry.member,
                    entry.because.stream().anyMatch(cause -> WAYS.contains(cause.kind())),
                    ours(entry.name).isPresent(),
                    entry.because))
        .toList();
  }
}
