package org.oktasync.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.oktasync.apply.WriteCheck;
import org.oktasync.mapping.MappingProfile;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Message;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceUser;
import org.oktasync.plan.Change;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceLookup;

/**
 * Asks the source about each person by id before something is taken from them. What the source now
 * says otherwise, or cannot say, is left out.
 */
final class LookupCheck implements WriteCheck {
  private final SourceLookup lookup;
  private final MappingProfile mapping;
  private final boolean memberships;
  private final Map<ExternalId, Set<ExternalId>> groups = new HashMap<>();

  /**
   * @param memberships whether removals from groups are asked about too; a plan that is seconds old
   *     and rests on whole member lists needs that not
   */
  LookupCheck(SourceLookup lookup, MappingProfile mapping, boolean memberships) {
    this.lookup = lookup;
    this.mapping = mapping;
    this.memberships = memberships;
  }

  @Override
  public Optional<Message> veto(Change change) {
    try {
      if (change instanceof Change.DeactivateAccount) {
        Optional<SourceUser> user = lookup.user(change.sourceId());
        return when(user.isPresent() && mapping.account(user.get()).active());
      } else if (memberships && change instanceof Change.RemoveMember remove) {
        return when(groupsOf(remove.sourceId()).contains(remove.groupId()));
      }
      return Optional.empty();
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

  private static Optional<Message> when(boolean changed) {
    return changed ? Optional.of(Message.of("changed-since")) : Optional.empty();
  }
}
