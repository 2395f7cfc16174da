package org.oktasync.run.guard;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.oktasync.apply.WriteCheck;
import org.oktasync.mapping.CombinedGroup;
import org.oktasync.mapping.DesiredAccount;
import org.oktasync.mapping.MappingProfile;
import org.oktasync.mapping.Reach;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Message;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceUser;
import org.oktasync.plan.AccountChange;
import org.oktasync.plan.Change;
import org.oktasync.plan.GroupChange;
import org.oktasync.plan.Reasons;
import org.oktasync.record.RunCounts;
import org.oktasync.record.Tally;
import org.oktasync.source.PeopleScope;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceLookup;

/**
 * Asks the source by id before something is taken away. What the source now says otherwise, or
 * cannot say, is left out.
 */
public final class LookupCheck implements WriteCheck {
  /** Up to so many things that would be taken away are asked about; more are re-read as lists. */
  public static final long MOST = 200;

  private final SourceLookup lookup;
  private final MappingProfile mapping;
  private final Depth depth;
  private final PeopleScope scope;
  private final Predicate<ExternalId> listUnknown;
  private final Map<ExternalId, Set<ExternalId>> groups = new HashMap<>();

  /** Somebody may leave several groups, and is asked about once. */
  private final Map<ExternalId, Boolean> answers = new HashMap<>();

  /** What is asked about; each asks about what those before it do, too. */
  public enum Depth {
    /** Deletions: they cannot be taken back, however many there are. */
    DELETIONS,
    /** Deactivations: enough for a plan that is seconds old, whose member lists came whole. */
    PEOPLE,
    /** Removals from groups. */
    MEMBERSHIPS
  }

  /** Whether few enough people lose an account or a membership to be asked about one by one. */
  public static boolean suits(RunCounts planned) {
    return planned.get(EntityKind.USER, Tally.DEACTIVATED)
            + planned.get(EntityKind.USER, Tally.WAITING)
            + planned.get(EntityKind.MEMBERSHIP, Tally.REMOVED)
        <= MOST;
  }

  /**
   * @param scope whom the connection is about, as far as the source can tell
   */
  public LookupCheck(SourceLookup lookup, MappingProfile mapping, Depth depth, PeopleScope scope) {
    this(lookup, mapping, depth, scope, group -> true);
  }

  /**
   * @param listUnknown whether no whole list of a group's members stands behind the plan, so that
   *     removals from it are asked about
   */
  public LookupCheck(
      SourceLookup lookup,
      MappingProfile mapping,
      Depth depth,
      PeopleScope scope,
      Predicate<ExternalId> listUnknown) {
    this.scope = scope;
    this.lookup = lookup;
    this.mapping = mapping;
    this.depth = depth;
    this.listUnknown = listUnknown;
  }

  @Override
  public Optional<Message> veto(Change change) {
    try {
      return when(changed(change));
    } catch (SourceException e) {
      return Optional.of(e.problem());
    }
  }

  /** Somebody may leave several groups, and is asked about once. */
  private Set<ExternalId> groupsOf(ExternalId user) {
    Set<ExternalId> known = groups.get(user);
    if (known == null) {
      known = lookup.groupsOf(user).stream().map(SourceGroup::id).collect(Collectors.toSet());
      groups.put(user, known);
    }
    return known;
  }

  private boolean changed(Change change) {
    if (change instanceof GroupChange.DeleteGroup) {
      return lookup.group(change.sourceId()).isPresent();
    } else if (change instanceof AccountChange.DeleteAccount) {
      Optional<SourceUser> user = lookup.user(change.sourceId());
      boolean gone = change.reason().equals(Reasons.NOT_FOUND);
      return gone ? user.isPresent() : user.isEmpty() || isThere(user.get());
    } else if (AccountChange.isLeave(change) && asksAbout(change)) {
      return lookup.user(change.sourceId()).filter(this::isThere).isPresent();
    } else if (change instanceof Change.RemoveMember remove && asksAbout(change)) {
      return remove.reason().isEmpty()
          ? isMember(remove)
          : lookup.user(change.sourceId()).filter(this::isThere).isPresent();
    }
    return false;
  }

  /** Whether somebody is in one of the groups after all, as far as no whole list proves it. */
  private boolean isMember(Change.RemoveMember remove) {
    Set<ExternalId> sources =
        mapping
            .groups()
            .combined(remove.groupId())
            .map(CombinedGroup::sources)
            .orElse(Set.of(remove.groupId()));
    return listUnknown.test(remove.groupId())
        && groupsOf(remove.sourceId()).stream().anyMatch(sources::contains);
  }

  /** An index may lag behind, so that nobody is out of scope only because a search says so. */
  private boolean asksAbout(Change change) {
    boolean doubtful =
        change.reason().equals(Reasons.OUT_OF_SCOPE) && scope instanceof PeopleScope.Search;
    boolean isMembership = change instanceof Change.RemoveMember && change.reason().isEmpty();
    return doubtful || (isMembership ? depth == Depth.MEMBERSHIPS : depth != Depth.DELETIONS);
  }

  /** Whether the source has somebody active, and in scope. */
  private boolean isThere(SourceUser user) {
    DesiredAccount wanted = mapping.account(user);
    return wanted.active()
        && wanted.reach() == Reach.IN_SCOPE
        && answers.computeIfAbsent(user.id(), id -> lookup.isInScope(id, scope));
  }

  private static Optional<Message> when(boolean changed) {
    return changed ? Optional.of(Message.of("changed-since")) : Optional.empty();
  }
}
