package org.oktasync.schedule;

import java.time.Instant;
import org.oktasync.config.Connection;

/** Decides what kind of run is due. */
@FunctionalInterface
public interface RunKind {
  /**
   * The mode of the run that is due now: {@link org.oktasync.record.SyncRun#FULL} or {@link
   * org.oktasync.record.SyncRun#INCREMENTAL}.
   */
  String due(Connection connection, Instant now);
}
