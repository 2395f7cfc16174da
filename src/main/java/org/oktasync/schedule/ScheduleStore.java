package org.oktasync.schedule;

import java.util.Optional;

/** Keeps what is remembered of schedules. A change is seen by every node with its next read. */
public interface ScheduleStore {
  /** What is remembered of the schedule of a connection. */
  Optional<ScheduleState> find(long connectionId);

  /**
   * Stores a state under the next revision, if nobody on any node has stored one since {@code
   * state.revision()}.
   *
   * @return false when somebody has, or the connection is gone; then nothing is stored
   */
  boolean save(ScheduleState state);

  /** Forgets the schedule of a connection. */
  void delete(long connectionId);
}
