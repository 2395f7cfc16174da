package org.oktasync.devkit.oktaorg;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Who comes into groups and goes out of them, and what the System Log hears of it. Not thread-safe:
 * {@link Directory} guards it.
 */
final class Memberships {
  private final People people;
  private final Groups groups;
  private final EventWriter events;
  private final Faults faults;
  private final Supplier<Instant> now;

  Memberships(
      People people, Groups groups, EventWriter events, Faults faults, Supplier<Instant> now) {
    this.people = people;
    this.groups = groups;
    this.events = events;
    this.faults = faults;
    this.now = now;
  }

  /**
   * Adds a person to a group or takes them out; nothing happens if it is so already.
   *
   * @throws OktaError if the group is not managed in Okta
   */
  void byHand(Group group, User user, boolean member) {
    events.checked(type(member), () -> Groups.own(group), parties(group, user));
    if (group.members().contains(user.number()) != member) {
      events.byAdministrator(type(member), parties(group, user));
      put(group, user, member);
    }
  }

  /**
   * Lets Everyone and the group rules take note of a new or changed person. Okta documents no event
   * for Everyone, so there is none; a rule's events come from Okta itself.
   */
  void follow(User user) {
    for (Group group : groups.rows().all()) {
      if (group.type() == GroupType.BUILT_IN) {
        if (!group.members().contains(user.number())) {
          put(group, user, true);
        }
      } else if (group.rule() != null && user.status() != UserStatus.DEPROVISIONED) {
        boolean member = group.rule().matches(user);
        if (group.members().contains(user.number()) != member) {
          events.bySystem(type(member), parties(group, user));
          put(group, user, member);
        }
      }
    }
  }

  /** Gives a group exactly these members, with an event for each who comes or goes. */
  void replace(Group group, Members members) {
    List<User> gone = people.rows().all(group.members().minus(members));
    List<User> come = people.rows().all(members.minus(group.members()));
    LogEvent.Party target = LogEvent.Party.of(group);
    gone.forEach(
        user -> events.bySystem(EventType.MEMBER_REMOVED, LogEvent.Party.of(user), target));
    come.forEach(user -> events.bySystem(EventType.MEMBER_ADDED, LogEvent.Party.of(user), target));
    if (gone.size() + come.size() > 0) {
      put(group, members);
    }
  }

  /** Makes a rule for a group and runs it over everybody. */
  void applyRule(Group group, Group.Rule rule) {
    IntStream matching =
        people.rows().all().stream()
            .filter(user -> user.status() != UserStatus.DEPROVISIONED && rule.matches(user))
            .mapToInt(User::number);
    events.bySystem(EventType.RULE_TRIGGERED, LogEvent.Party.of(group));
    replace(groups.put(group.withRule(rule)), Members.of(matching));
  }

  /**
   * Takes a person who is being deleted out of all groups. Okta's documents say nothing of this
   * case; a reader is safe only if it needs neither events nor lastMembershipUpdated, so neither
   * tells.
   */
  void forget(User user) {
    for (Group group : groups.rows().all()) {
      if (group.members().contains(user.number())) {
        Members rest = group.members().without(user.number());
        groups.put(group.withMembers(rest, group.lastMembershipUpdated()));
      }
    }
  }

  private static EventType type(boolean member) {
    return member ? EventType.MEMBER_ADDED : EventType.MEMBER_REMOVED;
  }

  private static LogEvent.Party[] parties(Group group, User user) {
    return new LogEvent.Party[] {LogEvent.Party.of(user), LogEvent.Party.of(group)};
  }

  private void put(Group group, User user, boolean member) {
    Members members = group.members();
    put(group, member ? members.with(user.number()) : members.without(user.number()));
  }

  private void put(Group group, Members members) {
    boolean stale = faults.strikes(Fault.STALE_MEMBERSHIP_TIME, group.label()).isPresent();
    Instant changed = stale ? group.lastMembershipUpdated() : now.get();
    groups.put(group.withMembers(members, changed));
  }
}
