package org.oktasync.plan;

import org.oktasync.mapping.DesiredAccount;
import org.oktasync.mapping.DesiredGroup;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;

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

  /** Ids of the direct members of a group, ascending. */
  Cursor<ExternalId> members(ExternalId group);
}
