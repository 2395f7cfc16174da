package org.oktasync.run;

import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.MemberChanges;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceUser;
import org.oktasync.record.SyncState;
import org.oktasync.run.assets.PeopleReading;
import org.oktasync.source.SourceDelta;
import org.oktasync.source.SourceLookup;

/** The people whose objects a delta is about: who changed, and whose groups did. */
final class ChangedPeople {
  /** Each costs a call for each section; for more of them lists of everybody are cheaper. */
  private static final int MOST = 200;

  private final SourceDelta delta;
  private final SyncState before;
  private final SourceLookup lookup;
  private final Map<ExternalId, SourceUser> people = new TreeMap<>();

  /**
   * @param before the state that the delta goes on from
   */
  ChangedPeople(SourceDelta delta, SyncState before, SourceLookup lookup) {
    this.delta = delta;
    this.before = before;
    this.lookup = lookup;
  }

  /** All of them; empty when there are too many. */
  Optional<PeopleReading> all() {
    try (Cursor<SourceUser> changed = delta.users()) {
      while (changed.hasNext() && people.size() <= MOST) {
        SourceUser user = changed.next();
        people.put(user.id(), user);
      }
    }
    NavigableSet<ExternalId> others = others();
    others.removeAll(people.keySet());
    if (people.size() + others.size() > MOST) {
      return Optional.empty();
    }
    others.forEach(id -> lookup.user(id).ifPresent(user -> people.put(id, user)));
    return Optional.of(PeopleReading.some(people.values()));
  }

  private NavigableSet<ExternalId> others() {
    NavigableSet<ExternalId> others = new TreeSet<>();
    before.pendingUsers().forEach(id -> others.add(new ExternalId(id)));
    try (Cursor<SourceGroup> groups = delta.groups()) {
      while (groups.hasNext() && others.size() <= MOST) {
        addMembers(groups.next().id(), others);
      }
    }
    return others;
  }

  /** Where the whole list was read, nobody knows who of it is new. */
  private void addMembers(ExternalId group, NavigableSet<ExternalId> others) {
    Optional<MemberChanges> changes = delta.memberChanges(group);
    if (changes.isPresent()) {
      others.addAll(changes.get().added());
      others.addAll(changes.get().removed());
      return;
    }
    try (Cursor<ExternalId> members = delta.members(group)) {
      while (members.hasNext() && others.size() <= MOST) {
        others.add(members.next());
      }
    }
  }
}
