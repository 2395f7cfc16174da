package org.oktasync.record;

import java.util.Optional;

/**
 * Remembers how far connections are. A state is earned by a plan and holds only once that plan is
 * applied, so that nothing which was read and not done is ever passed over.
 */
public interface SyncStates {
  /** The state that holds for a connection. */
  Optional<SyncState> standing(long connectionId);

  /**
   * Keeps the state that will hold once the plan of this id is applied; replaces an earlier one.
   */
  void earn(long connectionId, long planId, SyncState state);

  /**
   * The plan is applied: its state holds from now on. Does nothing when the plan earned none, or
   * when a later plan's state holds already.
   *
   * @param pending what is to be looked at again, beside what the state says itself
   */
  void settle(long connectionId, long planId, Pending pending);

  /** Objects of Assets are not as far as the state that holds for a connection, if there is one. */
  void objectsBehind(long connectionId);

  /** The plan will not be applied: what it earned is forgotten. */
  void drop(long planId);

  /** Forgets everything about a connection; its next run is a full one. */
  void forget(long connectionId);
}
