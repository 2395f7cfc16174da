package org.oktasync.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.oktasync.mapping.DesiredGroup;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.Link;

/** Plans what happens to groups, and answers whose members are to be kept in step. */
final class GroupPlanner {
  private final CurrentState current;
  private final Policy policy;
  private final PlannedPeople people;
  private final PlanSink sink;

  GroupPlanner(CurrentState current, Policy policy, PlannedPeople people, PlanSink sink) {
    this.current = current;
    this.policy = policy;
    this.people = people;
    this.sink = sink;
  }

  /**
   * A group whose members are kept in step.
   *
   * @param link what is ours of it; null while it is to be created or adopted
   * @param exists whether the group is there now
   * @param keepUnowned whether members that the product did not add stay
   */
  record KeptGroup(ExternalId id, GroupName name, Link link, boolean exists, boolean keepUnowned) {}

  /** Plans every group, in ascending order of id. */
  List<KeptGroup> plan(DesiredState desired) {
    List<Pair> pairs = new ArrayList<>();
    try (Cursor<DesiredGroup> groups = desired.groups();
        Cursor<Link> links = current.groupLinks()) {
      MergeJoin.run(
          groups,
          DesiredGroup::id,
          links,
          Link::externalId,
          (id, group, link) -> pairs.add(new Pair(id, group, link)));
    }
    Map<String, ExternalId> claims = claims(pairs);
    Set<String> wanted = wantedNames(pairs);
    List<KeptGroup> kept = new ArrayList<>();
    for (Pair pair : pairs) {
      if (pair.desired == null) {
        gone(pair, desired.groupsComplete(), wanted);
        continue;
      }
      KeptGroup group = pair.link == null ? unlinked(pair, claims) : linked(pair);
      if (group != null) {
        kept.add(group);
      }
    }
    return kept;
  }

  private record Pair(ExternalId id, DesiredGroup desired, Link link) {}

  /** A linked group has the name it was linked under; of the others the smallest id wins. */
  private static Map<String, ExternalId> claims(List<Pair> pairs) {
    Map<String, ExternalId> claims = new HashMap<>();
    for (Pair pair : pairs) {
      if (pair.link != null) {
        claims.put(pair.link.groupName().key(), pair.id);
      }
    }
    for (Pair pair : pairs) {
      if (pair.link == null && pair.desired.name() != null) {
        claims.putIfAbsent(pair.desired.name().key(), pair.id);
      }
    }
    return claims;
  }

  private static Set<String> wantedNames(List<Pair> pairs) {
    return pairs.stream()
        .filter(pair -> pair.desired != null && pair.desired.name() != null)
        .map(pair -> pair.desired.name().key())
        .collect(Collectors.toSet());
  }

  /**
   * A group that the source no longer has stays as it is, members included, unless it is to be
   * deleted: then only one that the product made itself, in which nobody is but ours, and whose
   * name no other group of the source wants, as when it was deleted there and made anew.
   */
  private void gone(Pair pair, boolean absenceProves, Set<String> wanted) {
    if (!absenceProves) {
      return;
    }
    GroupName name = pair.link.groupName();
    boolean there = current.holderOf(name) == NameHolder.TARGET;
    if (!policy.deleteGroups() || pair.link.origin() != Link.Origin.CREATED || !there) {
      leave(pair.id, name.value(), Reasons.GROUP_NOT_FOUND, "");
    } else if (current.isProtected(name)) {
      leave(pair.id, name.value(), Reasons.PROTECTED_GROUP, "");
    } else if (wanted.contains(name.key())) {
      leave(pair.id, name.value(), Reasons.GROUP_NAME_DISPUTED, "");
    } else {
      delete(pair.id, name);
    }
  }

  private void delete(ExternalId id, GroupName name) {
    long members = 0;
    long others = 0;
    try (Cursor<AccountName> inside = current.members(name)) {
      while (inside.hasNext()) {
        others += people.idByNameNow(inside.next()) == null ? 1 : 0;
        members++;
      }
    }
    if (others > 0) {
      leave(id, name.value(), Reasons.GROUP_HAS_OTHERS, String.valueOf(others));
    } else {
      sink.change(Phase.DELETE, new Change.DeleteGroup(id, name, members));
    }
  }

  private KeptGroup linked(Pair pair) {
    GroupName name = pair.link.groupName();
    if (current.isProtected(name) && !pair.link.namedByAdministrator()) {
      return leave(pair.id, name.value(), Reasons.PROTECTED_GROUP, "");
    }
    boolean exists = current.holderOf(name) == NameHolder.TARGET;
    if (!exists && !mayCreate(pair.link, name)) {
      return leave(pair.id, name.value(), Reasons.GROUP_NAME_IN_OTHER_DIRECTORY, "");
    }
    boolean renamed = pair.desired.name() == null || !pair.desired.name().equals(name);
    if (renamed) {
      leave(pair.id, name.value(), Reasons.GROUP_RENAMED, pair.desired.label());
    }
    if (!exists) {
      sink.change(Phase.PREPARE, new Change.CreateGroup(pair.id, name));
    } else if (!renamed) {
      sink.unchanged(EntityKind.GROUP, 1);
    }
    return new KeptGroup(pair.id, name, pair.link, exists, pair.link.keepUnownedMembers());
  }

  /** A group that was deleted in Jira comes back, unless its name is somebody else's by now. */
  private boolean mayCreate(Link link, GroupName name) {
    return current.holderOf(name) == NameHolder.FREE || link.namedByAdministrator();
  }

  private KeptGroup unlinked(Pair pair, Map<String, ExternalId> claims) {
    DesiredGroup desired = pair.desired;
    if (desired.problem() != null) {
      return leave(pair.id, desired.label(), desired.problem().code(), desired.problem().detail());
    }
    GroupName name = desired.name();
    if (!claims.get(name.key()).equals(pair.id) || current.bystanders().hold(name)) {
      return leave(pair.id, name.value(), Reasons.GROUP_NAME_DISPUTED, "");
    }
    if (current.isProtected(name)) {
      return leave(pair.id, name.value(), Reasons.PROTECTED_GROUP, "");
    }
    return switch (current.holderOf(name)) {
      case FREE, FORMER_USER -> {
        sink.change(Phase.PREPARE, new Change.CreateGroup(pair.id, name));
        yield new KeptGroup(pair.id, name, null, false, false);
      }
      case TARGET -> taken(pair.id, name);
      case OTHER_DIRECTORY ->
          leave(pair.id, name.value(), Reasons.GROUP_NAME_IN_OTHER_DIRECTORY, "");
    };
  }

  private KeptGroup taken(ExternalId id, GroupName name) {
    if (!policy.adoptGroups()) {
      return leave(id, name.value(), Reasons.GROUP_NAME_TAKEN, "");
    }
    sink.change(Phase.PREPARE, new Change.AdoptGroup(id, name));
    return new KeptGroup(id, name, null, true, true);
  }

  /** Nothing happens, and a row says why. */
  private KeptGroup leave(ExternalId id, String name, String reason, String detail) {
    sink.change(
        Phase.PREPARE, new Change.LeaveAlone(EntityKind.GROUP, id, name, "", reason, detail));
    return null;
  }
}
