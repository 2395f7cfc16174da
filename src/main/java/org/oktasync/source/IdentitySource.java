package org.oktasync.source;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.oktasync.control.Progress;
import org.oktasync.control.StopSignal;
import org.oktasync.model.SourceUsage;
import org.oktasync.model.SourceUser;

/**
 * A connection to the system that is the source of truth. One instance serves one connection; it
 * may be used by several threads and is closed when the connection's settings change.
 */
public interface IdentitySource extends AutoCloseable {
  /**
   * Reads people, groups and memberships. Each list is judged for completeness on its own: a member
   * list that breaks off is reported in the snapshot, not thrown.
   *
   * @param folder an existing, private folder for the stored lists
   * @throws SourceException when the source cannot be reached, refuses the credentials, or neither
   *     the list of people nor of groups can be begun
   * @throws org.oktasync.control.StoppedException when a stop was asked for
   */
  SourceSnapshot read(SyncScope scope, Path folder, StopSignal stop, Progress progress);

  /**
   * Reads what changed.
   *
   * @param since the token of an earlier reading of this source, all of which has been dealt with
   * @param folder an existing, private folder for the stored lists
   * @return empty when the token is of no use any more: then everything must be read
   * @throws SourceException when the source cannot be reached or refuses the credentials
   * @throws org.oktasync.control.StoppedException when a stop was asked for
   */
  Optional<SourceDelta> changes(
      SyncScope scope, SyncToken since, Path folder, StopSignal stop, Progress progress);

  /**
   * Reads who and what exists, by id alone.
   *
   * @param folder an existing, private folder for the stored lists
   * @throws SourceException when neither list can be begun
   * @throws org.oktasync.control.StoppedException when a stop was asked for
   */
  SourceIds ids(Path folder, StopSignal stop, Progress progress);

  /** Reads single objects by id; ends early, with StoppedException, when a stop is asked for. */
  SourceLookup lookup(StopSignal stop);

  /** Reads lists of any other objects. */
  SourceLists lists();

  /** Reads what people have. */
  EntitlementLists entitlements();

  /** Tells which attributes there are. */
  SourceSchemas schemas();

  /** Tries the connection step by step; never throws for what a test is there to find. */
  SourceCheck test(StopSignal stop);

  /**
   * Tells about how much there is, and what reading it would cost. A person waits for it, so that
   * it takes few calls even where there is much.
   *
   * @param wanted who of the people in scope counts; empty when all do, which takes fewer calls
   * @throws SourceException when the source cannot be reached, refuses the credentials, or does not
   *     let one of the lists be read
   */
  SourceSize size(SyncScope scope, Optional<Predicate<SourceUser>> wanted, StopSignal stop);

  /** What this instance has cost since it was made. */
  SourceUsage usage();

  /** Gives up connections and threads. */
  @Override
  void close();
}
