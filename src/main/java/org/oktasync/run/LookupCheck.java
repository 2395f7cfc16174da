package org.oktasync.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.oktasync.apply.WriteCheck;
import org.oktasync.mapping.MappingProfile;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Message;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceUser;
import org.oktasync.plan.Change;
import org.oktasync.plan.Reasons;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceLookup;

/**
 * Asks the source by id before something is taken away. What the source now says otherwise, or
 * cannot say, is left out.
 */
final class LookupCheck implements WriteCheck {
  private final SourceLookup lookup;
  private final MappingProfile mapping;
  private final Depth depth;
  private final Predicate<ExternalId> listUnknown;
  private final Map<ExternalId, Set<ExternalId>> groups = new HashMap<>();

  /** What is asked about; each asks about what those before it do, too. */
  enum Depth {
    /** Deletions: they cannot be taken back, however many there are. */
    DELETIONS,
    /** Deactivations: enough for a plan that is seconds old, whose member lists came whole. */
    PEOPLE,
    /** Removals from groups. */
    MEMBERSHIPS
  }

  LookupCheck(SourceLookup lookup, MappingProfile mapping, Depth depth) {
    this(lookup, mapping, depth, group -> true);
  }

  /**
   * @param listUnknown whether no whole list of a group's members stands behind the plan, so that
   *     removals from it are asked about
   */
  LookupCheck(
      SourceLookup lookup, MappingProfile mapping, Depth depth, Predicate<ExternalId> listUnknown) {
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
    if (change instanceof Change.DeleteGroup) {
      return lookup.group(change.sourceId()).isPresent();
    } else if (change instanceof Change.DeleteAccount) {
      Optional<SourceUser> user = lookup.user(change.sourceId());
      boolean gone = change.reason().equals(Reasons.NOT_FOUND);
      return gone ? user.isPresent() : user.isEmpty() || isActive(user);
    } else if (depth != Depth.DELETIONS && change instanceof Change.DeactivateAccount) {
      return isActive(lookup.user(change.sourceId()));
    } else if (depth == Depth.MEMBERSHIPS && change instanceof Change.RemoveMember remove) {
      return listUnknown.test(remove.groupId())
          && groupsOf(remove.sourceId()).contains(remove.groupId());
    }
    return false;
  }

  private boolean isActive(Optional<SourceUser> user) {
    return user.isPresent() && mapping.account(user.get()).active();
  }

  private static Optional<Message> when(boolean changed) {
    return changed ? Optional.of(Message.of("changed-since")) : Optional.empty();
  }
}
