package org.oktasync.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.Link;
import org.oktasync.plan.AppliedChanges.Made;
import org.oktasync.plan.Change.LeaveAlone;

/**
 * Plans the way back of memberships. Changes of one group stand together, so the members of one
 * group at a time are in memory.
 */
final class MembershipUndo {
  private final CurrentState current;
  private final LinkedPeople people;
  private final AccountUndo accounts;
  private final PlanSink sink;
  private final Map<ExternalId, Link> links = new HashMap<>();
  private final Map<ExternalId, Long> ownedByGroup = new HashMap<>();
  private final Map<ExternalId, Long> lostByGroup = new LinkedHashMap<>();
  private Group open;

  /**
   * @param accounts knows the names that accounts will have
   */
  MembershipUndo(CurrentState current, LinkedPeople people, AccountUndo accounts, PlanSink sink) {
    this.current = current;
    this.people = people;
    this.accounts = accounts;
    this.sink = sink;
    try (Cursor<Link> groups = current.groupLinks()) {
      groups.forEachRemaining(link -> links.put(link.externalId(), link));
    }
  }

  /**
   * A group as it is now.
   *
   * @param obstacle why nothing of it may be undone; empty if it may
   * @param members folded names of its members; empty with an obstacle
   */
  private record Group(ExternalId id, GroupName name, String obstacle, Set<String> members) {}

  /** Takes a membership that was begun or ended. */
  void plan(Made made) {
    if (made.change() instanceof Change.AddMember add) {
      plan(made, add.account(), add.groupId(), add.group());
    } else if (made.change() instanceof Change.RemoveMember remove) {
      plan(made, remove.account(), remove.groupId(), remove.group());
    }
  }

  private void plan(Made made, AccountName named, ExternalId groupId, GroupName groupName) {
    ExternalId id = made.change().sourceId();
    Group group = open(groupId, groupName);
    String obstacle =
        group.obstacle().isEmpty()
            ? people.obstacle(id, accounts.namesOf(id, named))
            : group.obstacle();
    if (!obstacle.isEmpty()) {
      leave(made, obstacle);
      return;
    }
    Person person = people.get(id);
    boolean begun = made.change() instanceof Change.AddMember;
    if (group.members().contains(person.current().name().key()) != begun) {
      sink.unchanged(EntityKind.MEMBERSHIP, 1);
    } else if (begun) {
      lostByGroup.merge(groupId, 1L, Long::sum);
      sink.change(
          Phase.REMOVE_MEMBERS,
          new Change.RemoveMember(id, accounts.nameAfterUndo(person), groupId, group.name()));
    } else {
      sink.change(
          Phase.ADD_MEMBERS,
          new Change.AddMember(id, accounts.nameAfterUndo(person), groupId, group.name()));
    }
  }

  private Group open(ExternalId id, GroupName name) {
    if (open == null || !open.id().equals(id)) {
      String obstacle = obstacle(links.get(id), name);
      open = new Group(id, name, obstacle, obstacle.isEmpty() ? members(id, name) : Set.of());
    }
    return open;
  }

  private String obstacle(Link link, GroupName name) {
    if (link == null || !link.groupName().equals(name)) {
      return Reasons.UNDO_UNLINKED;
    } else if (current.isProtected(name) && !link.namedByAdministrator()) {
      return Reasons.PROTECTED_GROUP;
    }
    return current.holderOf(name) == NameHolder.TARGET ? "" : Reasons.UNDO_GROUP_GONE;
  }

  private Set<String> members(ExternalId id, GroupName name) {
    Set<String> members = new HashSet<>();
    long owned = 0;
    try (Cursor<AccountName> cursor = current.members(name)) {
      while (cursor.hasNext()) {
        AccountName member = cursor.next();
        members.add(member.key());
        owned += people.holderOf(member) == null ? 0 : 1;
      }
    }
    ownedByGroup.put(id, owned);
    return members;
  }

  /** Tells what shares are taken of; to be called once, after the last change. */
  void finish() {
    if (lostByGroup.isEmpty()) {
      return;
    }
    for (Link link : links.values()) {
      if (!ownedByGroup.containsKey(link.externalId())) {
        members(link.externalId(), link.groupName());
      }
    }
    sink.owned(
        EntityKind.MEMBERSHIP, ownedByGroup.values().stream().mapToLong(Long::longValue).sum());
    lostByGroup.forEach(
        (id, lost) -> sink.groupLoss(links.get(id).groupName(), lost, ownedByGroup.get(id)));
  }

  /** Nothing happens, and a row says why, unless nobody knows whether there was anything. */
  private void leave(Made made, String reason) {
    if (made.certain()) {
      Change change = made.change();
      sink.change(
          Phase.PREPARE,
          new LeaveAlone(
              EntityKind.MEMBERSHIP,
              change.sourceId(),
              change.subject(),
              change.object(),
              reason,
              change.subject()));
    }
  }
}
