package org.oktasync.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Link;

/** Remembers what the product owns. */
public interface LinkRegistry {
  /** All links of one kind, in ascending order of source id, as {@link ExternalId} compares. */
  Cursor<Link> links(long connectionId, EntityKind kind);

  /** Calls with all links of one kind, in no order; they need not fit in memory. */
  void each(long connectionId, EntityKind kind, Consumer<Link> link);

  /** How many links of one kind there are. */
  long count(long connectionId, EntityKind kind);

  /** The link of one source object. */
  Optional<Link> find(long connectionId, EntityKind kind, ExternalId id);

  /** The link of the account or group of this name, upper or lower case alike. */
  Optional<Link> findByName(long connectionId, EntityKind kind, String name);

  /** The link with this row id. */
  Optional<Link> find(long linkId);

  /**
   * Stores links; one that exists already for the same connection, kind and source id is replaced.
   */
  void store(List<Link> links);

  /**
   * Notes that the source is asked about the person of a link now, unless it was asked since a
   * moment; of several who try at once, on any node, one succeeds.
   *
   * @return whether it was noted
   */
  boolean claimLook(long linkId, Instant now, Instant since);

  /** People of a connection whose accounts have waited to be deactivated since then, or longer. */
  List<ExternalId> leavingSince(long connectionId, Instant then);

  /**
   * Notes that the person of a link is told now what will happen to the account, unless they were
   * told since a moment; of several who try at once, on any node, one succeeds.
   *
   * @return whether it was noted
   */
  boolean claimWarning(long linkId, Instant now, Instant since);

  /** Gives up a link; the account or group stays as it is. */
  void release(long linkId);

  /** Deletes all links of a connection, in small steps. */
  void releaseAll(long connectionId);

  /**
   * Links whose name begins with, or whose source id is, {@code text}; by kind and name.
   *
   * @param text empty for all
   */
  Page<Link> search(long connectionId, String text, long start, int limit);

  /** Who was added to the group of a link by the product itself. */
  Set<ExternalId> addedMembers(long linkId);

  /** Notes who was added to the group of a link. */
  void noteAdded(long linkId, List<ExternalId> users);

  /** Forgets who was added to the group of a link and is no longer a member. */
  void forgetAdded(long linkId, List<ExternalId> users);
}
