package org.oktasync.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceUser;

/**
 * One reading of the source, kept outside memory until it is closed. Every cursor may be opened as
 * often as needed and stands in ascending order of {@link ExternalId}, without duplicates.
 */
public interface SourceSnapshot extends AutoCloseable {
  /** The source's own time of the first answer of this reading. */
  Instant readAt();

  /** How whole the list of people in scope is. */
  Completeness usersCompleteness();

  /** How whole the list of groups is. */
  Completeness groupsCompleteness();

  /** How whole the member list of one group is; broken for a group whose members were not read. */
  Completeness membersCompleteness(ExternalId group);

  /** Every list that did not come whole, in a stable order. */
  List<IncompleteList> incomplete();

  /**
   * The names of groups whose members came whole, twice alike, and yet are not as many as the
   * source states; taken as they came. In a stable order.
   */
  List<String> offCount();

  /** The number of people in scope in this reading. */
  long userCount();

  /**
   * Where a reading of what changed may begin once everything in this one has been dealt with;
   * empty when the source cannot tell.
   */
  Optional<SyncToken> token();

  /** The people in scope. */
  Cursor<SourceUser> users();

  /** The groups. */
  Cursor<SourceGroup> groups();

  /** The direct members of one group; empty when the group is unknown. */
  Cursor<ExternalId> members(ExternalId group);

  /** Deletes the stored lists. */
  @Override
  void close();
}
