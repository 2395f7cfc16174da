package org.oktasync.schedule;

import java.time.Duration;
import java.time.Instant;
import org.oktasync.config.Connection;
import org.oktasync.record.RunJournal;
import org.oktasync.record.RunQuery;
import org.oktasync.record.SyncRun;

/**
 * A full run is due when the last one began as long ago as the settings say, or there was none with
 * the present rules; until then, runs look at what changed.
 */
public final class FullRunsBetween implements RunKind {
  private final RunJournal journal;

  public FullRunsBetween(RunJournal journal) {
    this.journal = journal;
  }

  @Override
  public String due(Connection connection, Instant now) {
    Duration every = Duration.parse(connection.settings().schedule().fullEvery());
    boolean fresh =
        journal.find(RunQuery.fullOnes(connection.id()), 1).stream()
            .filter(run -> run.settingsVersion() == connection.settingsVersion())
            .anyMatch(run -> run.times().startedAt().plus(every).isAfter(now));
    return fresh ? SyncRun.INCREMENTAL : SyncRun.FULL;
  }
}
