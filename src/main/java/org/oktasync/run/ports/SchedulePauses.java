package org.oktasync.run.ports;

import org.oktasync.model.Message;

/** Stops schedules that must not go on until a person has looked. */
@FunctionalInterface
public interface SchedulePauses {
  /** There are no schedules. */
  SchedulePauses NONE = (connectionId, reason) -> false;

  /**
   * Pauses the schedule of a connection; nothing happens when it has none, or it is paused already.
   *
   * @param reason why, for a person
   * @return whether a schedule was on
   */
  boolean pause(long connectionId, Message reason);
}
