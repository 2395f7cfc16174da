package org.oktasync.run.read;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.oktasync.mapping.CombinedGroup;
import org.oktasync.mapping.DesiredAccount;
import org.oktasync.mapping.Reach;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.SourceGroup;
import org.oktasync.plan.DesiredState;
import org.oktasync.source.SourceSnapshot;

/** Who is to be in groups of Jira that an administrator named, by a reading of the whole source. */
final class NamedGroups {
  private final SourceSnapshot snapshot;
  private final DesiredState people;

  /** The groups that the source has; null until somebody asks. */
  private Set<ExternalId> present;

  /**
   * @param people answers who is in scope
   */
  NamedGroups(SourceSnapshot snapshot, DesiredState people) {
    this.snapshot = snapshot;
    this.people = people;
  }

  /** The groups that the source has; null when that is not known. */
  Set<ExternalId> present() {
    if (present == null && snapshot.groupsCompleteness().complete()) {
      present = new HashSet<>();
      try (Cursor<SourceGroup> groups = snapshot.groups()) {
        groups.forEachRemaining(group -> present.add(group.id()));
      }
    }
    return present;
  }

  /**
   * Whether who is not in {@link #members} should not be in the group. Whoever came to it with a
   * new account stays, and so does everybody while a group that fills it is missing.
   */
  boolean complete(CombinedGroup group) {
    return !group.keepsMembers()
        && group.sources().stream().allMatch(id -> snapshot.membersCompleteness(id).complete())
        && (!group.everybody() || people.accountsComplete());
  }

  /** Whoever is in one of the groups that fill it, or everybody in scope. */
  Cursor<ExternalId> members(CombinedGroup group) {
    Set<ExternalId> members = new TreeSet<>();
    for (ExternalId source : group.sources()) {
      try (Cursor<ExternalId> inside = snapshot.members(source)) {
        inside.forEachRemaining(members::add);
      }
    }
    if (group.everybody()) {
      try (Cursor<DesiredAccount> all = people.accounts()) {
        while (all.hasNext()) {
          DesiredAccount person = all.next();
          if (person.active() && person.reach() == Reach.IN_SCOPE) {
            members.add(person.id());
          }
        }
      }
    }
    return Cursor.over(members);
  }
}
