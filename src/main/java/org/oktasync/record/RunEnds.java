package org.oktasync.record;

import java.time.Instant;
import java.util.List;

/**
 * Remembers which ends of runs have been told to people. Safe for many threads and nodes. A run may
 * end more than once: a held one that is approved goes on and ends again.
 */
public interface RunEnds {
  /**
   * Runs that ended within the last day without anybody having told so, oldest first; those that
   * gave no sign of life for a minute as interrupted.
   */
  List<SyncRun> untold(Instant now);

  /**
   * Notes that an end is told.
   *
   * @return false when it was told before, or the run is no longer stored
   */
  boolean claim(long runId, RunState end);
}
