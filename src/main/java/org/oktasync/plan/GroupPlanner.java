package org.oktasync.plan;

import java.util.ArrayList;
import java.util.List;
import org.oktasync.mapping.DesiredGroup;
import org.oktasync.mapping.NameRules;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.Link;
import org.oktasync.plan.GroupClaims.Pair;

/** Plans what happens to groups, and answers whose members are to be kept in step. */
final class GroupPlanner {
  private final CurrentState current;
  private final GroupPolicy policy;
  private final PlannedPeople people;
  private final PlanSink sink;
  private GroupClaims claims = new GroupClaims(List.of());

  GroupPlanner(CurrentState current, Policy policy, PlannedPeople people, PlanSink sink) {
    this.current = current;
    this.policy = policy.groups();
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
    claims = new GroupClaims(pairs);
    List<KeptGroup> kept = new ArrayList<>();
    for (Pair pair : pairs) {
      KeptGroup group = plan(pair, desired.groupsComplete());
      if (group != null) {
        kept.add(group);
      }
    }
    return kept;
  }

  private KeptGroup plan(Pair pair, boolean absenceProves) {
    if (pair.isUnwanted()) {
      return unwanted(pair);
    } else if (pair.desired() == null) {
      gone(pair, absenceProves);
      return null;
    }
    if (pair.desired().broughtAlong() && !isThere(pair) && !isBrought(pair.desired().name())) {
      return null;
    }
    for (String source : pair.desired().missing()) {
      leave(pair.id(), pair.desired().label(), Reasons.MAPPED_GROUP_GONE, source);
    }
    return pair.link() == null ? unlinked(pair) : linked(pair);
  }

  private boolean isThere(Pair pair) {
    return pair.link() != null && current.holderOf(pair.link().groupName()) == NameHolder.TARGET;
  }

  /** Whether anybody whose account the plan makes brings a group along. */
  private boolean isBrought(GroupName name) {
    return people.created().anyMatch(id -> current.namesakes().brings(id, name));
  }

  /** What is there stays as it is, unless another group takes it over. */
  private KeptGroup unwanted(Pair pair) {
    boolean stays = pair.link() != null && !claims.goesOver(pair.link());
    return stays ? leave(pair.id(), pair.link().name(), Reasons.GROUP_LEFT_OUT, "") : null;
  }

  /**
   * A group that the source no longer has stays as it is, members included, unless it is to be
   * deleted: then only one that the product made itself, in which nobody is but ours, and whose
   * name no other group of the source wants, as when it was deleted there and made anew.
   */
  private void gone(Pair pair, boolean absenceProves) {
    if (!absenceProves) {
      return;
    }
    GroupName name = pair.link().groupName();
    boolean there = current.holderOf(name) == NameHolder.TARGET;
    if (!policy.delete() || pair.link().origin() != Link.Origin.CREATED || !there) {
      leave(pair.id(), name.value(), Reasons.GROUP_NOT_FOUND, "");
    } else if (current.isProtected(name)) {
      leave(pair.id(), name.value(), Reasons.PROTECTED_GROUP, "");
    } else if (claims.isWanted(name)) {
      leave(pair.id(), name.value(), Reasons.GROUP_NAME_DISPUTED, "");
    } else {
      delete(pair.id(), name);
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
      sink.change(Phase.DELETE, new GroupChange.DeleteGroup(id, name, members));
    }
  }

  private KeptGroup linked(Pair pair) {
    GroupName name = pair.link().groupName();
    if (isProtected(name, pair.desired()) && !pair.link().namedByAdministrator()) {
      return leave(pair.id(), name.value(), Reasons.PROTECTED_GROUP, "");
    }
    boolean exists = current.holderOf(name) == NameHolder.TARGET;
    if (!exists && !mayCreate(pair, name)) {
      return leave(pair.id(), name.value(), Reasons.GROUP_NAME_IN_OTHER_DIRECTORY, "");
    }
    boolean renamed = isRenamed(pair.desired().name(), name);
    if (renamed && exists && mayCopy(pair)) {
      GroupName to = pair.desired().name();
      sink.change(Phase.PREPARE, new GroupChange.CopyGroup(pair.id(), name, to));
      return new KeptGroup(pair.id(), to, pair.link(), false, false);
    } else if (renamed) {
      leave(pair.id(), name.value(), Reasons.GROUP_RENAMED, pair.desired().label());
    }
    if (!exists) {
      sink.change(Phase.PREPARE, creation(pair, name));
    } else if (!renamed) {
      sink.unchanged(EntityKind.GROUP, 1);
    }
    return new KeptGroup(pair.id(), name, pair.link(), exists, pair.link().keepUnownedMembers());
  }

  /** A group that had to get a suffix is not renamed as long as it has it. */
  private boolean isRenamed(GroupName wanted, GroupName name) {
    boolean suffixed =
        wanted != null
            && !policy.suffix().isEmpty()
            && new GroupName(wanted.value() + policy.suffix()).equals(name);
    return wanted == null || (!wanted.equals(name) && !suffixed);
  }

  private boolean mayCopy(Pair pair) {
    GroupName to = pair.desired().name();
    return policy.copyRenamed()
        && to != null
        && claims.isFree(to)
        && !current.bystanders().hold(to)
        && !current.isProtected(to)
        && current.holderOf(to) == NameHolder.FREE;
  }

  /** A group that was deleted in Jira comes back, unless its name is somebody else's by now. */
  private boolean mayCreate(Pair pair, GroupName name) {
    return current.holderOf(name) == NameHolder.FREE
        || pair.link().namedByAdministrator()
        || pair.desired().named();
  }

  private boolean isProtected(GroupName name, DesiredGroup desired) {
    return desired.standing() != DesiredGroup.Standing.NAMED_TO_ADMINISTER
        && current.isProtected(name);
  }

  private static GroupChange.CreateGroup creation(Pair pair, GroupName name) {
    return new GroupChange.CreateGroup(pair.id(), name, namedAs(pair.desired()));
  }

  private static String namedAs(DesiredGroup desired) {
    return switch (desired.standing()) {
      case NAMED, BROUGHT_ALONG -> Reasons.NAMED;
      case NAMED_TO_ADMINISTER -> Reasons.NAMED_TO_ADMINISTER;
      default -> "";
    };
  }

  private KeptGroup unlinked(Pair pair) {
    DesiredGroup desired = pair.desired();
    if (desired.problem() != null) {
      return leave(
          pair.id(), desired.label(), desired.problem().code(), desired.problem().detail());
    }
    GroupName name = desired.name();
    if (!claims.won(pair.id(), name) || current.bystanders().hold(name)) {
      String reason =
          desired.broughtAlong() ? Reasons.GROUP_FOLLOWS_SOURCE : Reasons.GROUP_NAME_DISPUTED;
      return leave(pair.id(), name.value(), reason, "");
    }
    if (isProtected(name, desired)) {
      return leave(pair.id(), name.value(), Reasons.PROTECTED_GROUP, "");
    }
    return switch (current.holderOf(name)) {
      case FREE, FORMER_USER -> create(pair, name);
      case TARGET -> taken(pair);
      case OTHER_DIRECTORY ->
          desired.named()
              ? create(pair, name)
              : suffixed(pair, Reasons.GROUP_NAME_IN_OTHER_DIRECTORY);
    };
  }

  private KeptGroup create(Pair pair, GroupName name) {
    sink.change(Phase.PREPARE, creation(pair, name));
    return new KeptGroup(pair.id(), name, null, false, false);
  }

  private KeptGroup taken(Pair pair) {
    GroupName name = pair.desired().name();
    Link before = claims.givenUp(name);
    if (before != null) {
      sink.change(Phase.PREPARE, adoption(pair));
      return new KeptGroup(pair.id(), name, before, true, before.keepUnownedMembers());
    } else if (policy.adopt() || pair.desired().named()) {
      sink.change(Phase.PREPARE, adoption(pair));
      return new KeptGroup(pair.id(), name, null, true, true);
    }
    return suffixed(pair, Reasons.GROUP_NAME_TAKEN);
  }

  private static GroupChange.AdoptGroup adoption(Pair pair) {
    return new GroupChange.AdoptGroup(pair.id(), pair.desired().name(), namedAs(pair.desired()));
  }

  private KeptGroup suffixed(Pair pair, String reason) {
    String wanted = pair.desired().name().value();
    if (!policy.suffix().isEmpty()
        && wanted.length() + policy.suffix().length() <= NameRules.LONGEST) {
      GroupName other = new GroupName(wanted + policy.suffix());
      boolean free =
          claims.isFree(other)
              && !current.bystanders().hold(other)
              && !current.isProtected(other)
              && current.holderOf(other) == NameHolder.FREE;
      if (free) {
        return create(pair, other);
      }
    }
    return leave(pair.id(), wanted, reason, "");
  }

  /** Nothing happens, and a row says why. */
  private KeptGroup leave(ExternalId id, String name, String reason, String detail) {
    sink.change(
        Phase.PREPARE, new Change.LeaveAlone(EntityKind.GROUP, id, name, "", reason, detail));
    return null;
  }
}
