package org.oktasync.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.MemberChanges;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceUser;

/**
 * What changed in the source since a token was given, kept outside memory until it is closed. Who
 * and what is not in it is not known to be unchanged, let alone gone. Cursors stand in ascending
 * order of {@link ExternalId}, without duplicates, and may be opened as often as needed.
 */
public interface SourceDelta extends AutoCloseable {
  /** The source's own time of the first answer of this reading. */
  Instant readAt();

  /**
   * People who changed, or may have; as they are now. Where the scope is not everybody, only people
   * in it.
   */
  Cursor<SourceUser> users();

  /**
   * Everybody in scope, as they are now: who is not among them is out of scope, or gone. Empty
   * where the scope is everybody, and where the list did not come whole.
   */
  Optional<Cursor<SourceUser>> everybodyInScope();

  /**
   * Whether a person of {@link #users} came to be after the token was given, so that whatever
   * groups they are in stand in this delta.
   */
  boolean joined(ExternalId user);

  /** People whom the source reports as deleted; to be asked for by id before it is believed. */
  Set<ExternalId> deletedUsers();

  /** Groups that changed, or whose members did; as they are now. */
  Cursor<SourceGroup> groups();

  /** Groups that the source reports as deleted; to be asked for by id before it is believed. */
  Set<ExternalId> deletedGroups();

  /**
   * What changed among the members of a group of {@link #groups}; empty when their whole list was
   * read, see {@link #members}, or should have been, see {@link #membersCompleteness}.
   */
  Optional<MemberChanges> memberChanges(ExternalId group);

  /** How whole the member list of a group is; broken for one that was not read whole. */
  Completeness membersCompleteness(ExternalId group);

  /** The direct members of a group whose whole list was read; empty for others. */
  Cursor<ExternalId> members(ExternalId group);

  /**
   * What changed about things of a kind that the scope names; empty when the source cannot tell.
   */
  Optional<ThingChanges> changesOf(ThingKind kind);

  /** Every list that did not come whole, in a stable order. */
  List<IncompleteList> incomplete();

  /** As {@link SourceSnapshot#offCount}. */
  List<String> offCount();

  /** What the source could not say, for a person; for example that its log may not be read. */
  List<org.oktasync.model.Message> notices();

  /**
   * Where to go on once everything in this delta has been dealt with; empty when the old token must
   * be used again, because a list of what changed did not come whole.
   */
  Optional<SyncToken> token();

  /** Deletes what is stored. */
  @Override
  void close();
}
