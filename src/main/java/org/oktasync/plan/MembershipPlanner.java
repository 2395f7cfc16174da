package org.oktasync.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.MemberChanges;
import org.oktasync.plan.Change.AddMember;
import org.oktasync.plan.Change.LeaveAlone;
import org.oktasync.plan.Change.RemoveMember;
import org.oktasync.plan.GroupPlanner.KeptGroup;

/** Plans the members of one group at a time; never more than one group is in memory. */
final class MembershipPlanner {
  private final DesiredState desired;
  private final CurrentState current;
  private final PlannedPeople people;
  private final PlanSink sink;
  private final Policy policy;

  MembershipPlanner(
      DesiredState desired,
      CurrentState current,
      PlannedPeople people,
      Policy policy,
      PlanSink sink) {
    this.desired = desired;
    this.current = current;
    this.people = people;
    this.policy = policy;
    this.sink = sink;
  }

  /** Plans the members of a group: who joins, by id, then who leaves, by account name. */
  void plan(KeptGroup group) {
    Optional<MemberChanges> changes = desired.memberChanges(group.id());
    if (changes.isPresent() && group.exists()) {
      planChanges(group, changes.get());
    } else {
      planWhole(group);
    }
  }

  private void planWhole(KeptGroup group) {
    WantedMembers wanted = wantedMembers(group);
    List<RemoveMember> removals = new ArrayList<>();
    long[] owned = {0, 0};
    if (group.exists()) {
      compareWithPresent(group, wanted, removals, owned);
    }
    addMissing(group, wanted);
    removals.forEach(change -> sink.change(Phase.REMOVE_MEMBERS, change));
    sink.owned(EntityKind.MEMBERSHIP, owned[0]);
    sink.unchanged(EntityKind.MEMBERSHIP, owned[1]);
    if (!removals.isEmpty()) {
      sink.groupLoss(group.name(), removals.size(), owned[0]);
    }
  }

  private WantedMembers wantedMembers(KeptGroup group) {
    WantedMembers wanted = new WantedMembers(people);
    newcomers(group.id(), group.name()).forEach(wanted::add);
    try (Cursor<ExternalId> members = desired.members(group.id())) {
      members.forEachRemaining(wanted::add);
    }
    return wanted;
  }

  private Stream<ExternalId> newcomers(ExternalId group, GroupName name) {
    if (desired.forNewcomers(group)) {
      return people.created();
    }
    return desired.forNamesakes(group)
        ? people.created().filter(id -> current.namesakes().brings(id, name))
        : Stream.of();
  }

  /**
   * Strikes those who are members already from {@code wanted} and collects those who should no
   * longer be.
   *
   * @param owned takes the number of members that are ours, and how many of them stay
   */
  private void compareWithPresent(
      KeptGroup group, WantedMembers wanted, List<RemoveMember> removals, long[] owned) {
    try (Cursor<AccountName> members = current.members(group.name())) {
      while (members.hasNext()) {
        AccountName member = members.next();
        ExternalId id = people.idByNameNow(member);
        if (id == null) {
          continue;
        }
        boolean wantedToo = wanted.remove(id);
        if (!people.leaves(id).isEmpty()) {
          owned[0]++;
          owned[1] += leave(group, id, member, removals) ? 0 : 1;
          continue;
        }
        if (wantedToo ? people.rests(id) : people.memberName(id) == null) {
          continue;
        }
        owned[0]++;
        if (wantedToo || !mayRemove(group, id)) {
          owned[1]++;
        } else if (current.keepsMemberships(member)) {
          keep(group, id, member);
        } else {
          removals.add(new RemoveMember(id, people.memberName(id), group.id(), group.name()));
        }
      }
    }
    removals.sort(Comparator.comparing(RemoveMember::account));
  }

  /** Takes somebody out who is no longer there, if that may be; whoever lists them as a member. */
  private boolean leave(
      KeptGroup group, ExternalId id, AccountName member, List<RemoveMember> removals) {
    if (policy.leavers().keptGroups().matches(group.name()) || !isOurs(group, id)) {
      return false;
    } else if (current.keepsMemberships(member)) {
      keep(group, id, member);
      return false;
    }
    removals.add(
        new RemoveMember(id, people.leaverName(id), group.id(), group.name(), people.leaves(id)));
    return true;
  }

  private boolean mayRemove(KeptGroup group, ExternalId user) {
    return !policy.groups().neverRemove()
        && desired.membersComplete(group.id())
        && isOurs(group, user);
  }

  private boolean isOurs(KeptGroup group, ExternalId user) {
    return !group.keepUnowned() || (group.link() != null && current.addedByUs(group.link(), user));
  }

  /** Where the list is not known, each change is compared with the directory by itself. */
  private void planChanges(KeptGroup group, MemberChanges changes) {
    WantedMembers joining = new WantedMembers(people);
    Stream.concat(newcomers(group.id(), group.name()), changes.added().stream())
        .filter(id -> !isMemberNow(group, id))
        .forEach(joining::add);
    addMissing(group, joining);
    List<RemoveMember> removals = new ArrayList<>();
    for (ExternalId id : new TreeSet<>(changes.removed())) {
      if (!people.leaves(id).isEmpty()) {
        if (isMemberNow(group, id)) {
          leave(group, id, people.nameNow(id), removals);
        }
        continue;
      }
      boolean leaves =
          !policy.groups().neverRemove()
              && isMemberNow(group, id)
              && people.memberName(id) != null
              && isOurs(group, id);
      if (leaves && current.keepsMemberships(people.nameNow(id))) {
        keep(group, id, people.nameNow(id));
      } else if (leaves) {
        removals.add(new RemoveMember(id, people.memberName(id), group.id(), group.name()));
      }
    }
    removals.sort(Comparator.comparing(RemoveMember::account));
    removals.forEach(change -> sink.change(Phase.REMOVE_MEMBERS, change));
    if (!removals.isEmpty()) {
      sink.groupLoss(group.name(), removals.size(), sizeOf(group));
    }
  }

  private boolean isMemberNow(KeptGroup group, ExternalId id) {
    AccountName name = people.nameNow(id);
    return name != null && current.isMember(group.name(), name);
  }

  private long sizeOf(KeptGroup group) {
    long size = 0;
    try (Cursor<AccountName> members = current.members(group.name())) {
      for (; members.hasNext(); size++) {
        members.next();
      }
    }
    return size;
  }

  private void keep(KeptGroup group, ExternalId id, AccountName member) {
    String name = group.name().value();
    sink.change(
        Phase.PREPARE,
        new LeaveAlone(
            EntityKind.MEMBERSHIP, id, member.value(), name, Reasons.PROTECTED_MEMBER, name));
  }

  private void addMissing(KeptGroup group, WantedMembers wanted) {
    wanted
        .all()
        .filter(id -> people.memberName(id) != null)
        .map(id -> new AddMember(id, people.memberName(id), group.id(), group.name()))
        .forEach(change -> sink.change(Phase.ADD_MEMBERS, change));
  }
}
