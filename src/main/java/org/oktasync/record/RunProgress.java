package org.oktasync.record;

import org.oktasync.model.SourceUsage;

/**
 * How far a run is.
 *
 * @param phase stable name of the phase, for example {@code read-users} or {@code apply}
 * @param done items of this phase done
 * @param total items of this phase known; at least {@code done}
 * @param usage what reading has cost so far
 */
public record RunProgress(String phase, long done, long total, SourceUsage usage) {
  /** Nothing is done yet. */
  public static final RunProgress START = new RunProgress("start", 0, 0, SourceUsage.NONE);
}
