package org.oktasync.plan;

import java.util.Optional;
import org.oktasync.mapping.DesiredAccount;
import org.oktasync.mapping.DesiredGroup;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.MemberChanges;

/** What the source would have Jira hold, read as sorted streams; each may be opened again. */
public interface DesiredState {
  /** Whether the list of people is whole; if not, nobody counts as gone. */
  boolean accountsComplete();

  /** Whether the list of groups is whole; if not, no group counts as gone. */
  boolean groupsComplete();

  /** Whether the member list of this group is whole; if not, the group loses nobody. */
  boolean membersComplete(ExternalId group);

  /** People in ascending order of their id. */
  Cursor<DesiredAccount> accounts();

  /** Groups in ascending order of their id. */
  Cursor<DesiredGroup> groups();

  /**
   * What changed among the members of a group, when that is all that is known; empty when {@link
   * #members} has them all.
   */
  default Optional<MemberChanges> memberChanges(ExternalId group) {
    return Optional.empty();
  }

  /** Whether whoever gets an account becomes a member of this group, and stays. */
  default boolean forNewcomers(ExternalId group) {
    return false;
  }

  /**
   * Whether who takes over an account of another directory becomes a member of this group, and
   * stays, if that account is one there.
   */
  default boolean forNamesakes(ExternalId group) {
    return false;
  }

  /** Ids of the members that a group should have, ascending. */
  Cursor<ExternalId> members(ExternalId group);
}
