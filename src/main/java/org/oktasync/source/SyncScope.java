package org.oktasync.source;

import java.util.Set;
import java.util.function.Predicate;
import org.oktasync.model.SourceGroup;

/**
 * What part of the source is read.
 *
 * @param memberships whether the members of groups are read; an adoption needs none
 * @param builtInGroups whether groups that the source makes by itself (Okta's Everyone) are read
 * @param people which people are read
 * @param members of which groups the members are read, if any are
 * @param things of which kinds of things a reading of what changed is to tell
 */
public record SyncScope(
    boolean memberships,
    boolean builtInGroups,
    PeopleScope people,
    Predicate<SourceGroup> members,
    Set<ThingKind> things) {
  public SyncScope {
    things = Set.copyOf(things);
  }

  /** What is read of people, groups and members alone. */
  public SyncScope(
      boolean memberships,
      boolean builtInGroups,
      PeopleScope people,
      Predicate<SourceGroup> members) {
    this(memberships, builtInGroups, people, members, Set.of());
  }

  /** All people, and the members of every group. */
  public SyncScope(boolean memberships, boolean builtInGroups) {
    this(
        memberships,
        builtInGroups,
        PeopleScope.EVERYONE,
        group -> builtInGroups || !group.builtIn());
  }

  /** The same without the members of groups. */
  public SyncScope withoutMemberships() {
    return new SyncScope(false, builtInGroups, people, members, things);
  }

  /** The same about other people. */
  public SyncScope about(PeopleScope others) {
    return new SyncScope(memberships, builtInGroups, others, members, things);
  }

  /** The same, with what changes about some kinds of things. */
  public SyncScope following(Set<ThingKind> kinds) {
    return new SyncScope(memberships, builtInGroups, people, members, kinds);
  }

  /** Whether the members of a group are read. */
  public boolean wantsMembers(SourceGroup group) {
    return memberships && members.test(group);
  }
}
