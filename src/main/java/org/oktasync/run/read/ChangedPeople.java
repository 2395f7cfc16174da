package org.oktasync.run.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.oktasync.control.StopSignal;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.MemberChanges;
import org.oktasync.model.Message;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceUser;
import org.oktasync.record.SyncState;
import org.oktasync.run.assets.PeopleReading;
import org.oktasync.run.assets.Referrers;
import org.oktasync.source.IdentitySource;
import org.oktasync.source.SourceDelta;
import org.oktasync.source.ThingKind;

/**
 * The people whose objects a delta is about: who changed, whose groups did, and whose applications,
 * roles or devices.
 */
final class ChangedPeople {
  /** Each costs a call for each section; for more of them lists of everybody are cheaper. */
  private static final int MOST = 200;

  private final SourceDelta delta;
  private final SyncState before;
  private final IdentitySource source;
  private final Referrers referrers;
  private final Set<ThingKind> things;
  private final StopSignal stop;
  private final Map<ExternalId, SourceUser> people = new TreeMap<>();
  private final List<Message> notices = new ArrayList<>();

  /**
   * @param before the state that the delta goes on from
   * @param referrers asked who had what is gone
   * @param things the kinds of things that objects of people name
   */
  ChangedPeople(
      SourceDelta delta,
      SyncState before,
      IdentitySource source,
      Referrers referrers,
      Set<ThingKind> things,
      StopSignal stop) {
    this.delta = delta;
    this.before = before;
    this.source = source;
    this.referrers = referrers;
    this.things = things;
    this.stop = stop;
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
    others.addAll(holders(others));
    ask(others);
    return Optional.of(PeopleReading.some(people.values()));
  }

  /**
   * Who has other things now, unless they are too many: nothing but their objects is about that.
   */
  private Set<ExternalId> holders(Set<ExternalId> others) {
    PeopleOfThings holders = new PeopleOfThings(source.lists(), referrers, stop, MOST);
    holders.add(delta, things);
    if (holders.untold()) {
      notices.add(Message.of("assets-people-untold"));
    }
    Set<ExternalId> more = new TreeSet<>(holders.ids());
    more.removeAll(people.keySet());
    more.removeAll(others);
    if (people.size() + others.size() + more.size() > MOST) {
      notices.add(Message.of("assets-people-wait", MOST));
      return Set.of();
    }
    return more;
  }

  /** Whoever is out of scope has no object. */
  private void ask(Set<ExternalId> ids) {
    Optional<Cursor<SourceUser>> inScope = delta.everybodyInScope();
    if (inScope.isPresent()) {
      try (Cursor<SourceUser> everybody = inScope.get()) {
        everybody.forEachRemaining(user -> take(user, ids));
      }
    } else if (!ids.isEmpty()) {
      source.lookup(stop).users(ids).forEach(user -> take(user, ids));
    }
  }

  private void take(SourceUser user, Set<ExternalId> wanted) {
    if (wanted.contains(user.id())) {
      people.put(user.id(), user);
    }
  }

  /** What a person should know of those who are not looked at. */
  List<Message> notices() {
    return notices;
  }

  private NavigableSet<ExternalId> others() {
    NavigableSet<ExternalId> others = new TreeSet<>();
    before.pending().users().forEach(id -> others.add(new ExternalId(id)));
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
