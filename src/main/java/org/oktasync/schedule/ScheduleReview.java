package org.oktasync.schedule;

import org.oktasync.record.RunJournal;
import org.oktasync.record.RunQuery;
import org.oktasync.record.SyncRun;

/** Tells whether somebody has looked at what the rules of a connection do. */
public final class ScheduleReview {
  private static final int ENOUGH = 50;

  private final RunJournal journal;
  private final ScheduleStore store;

  public ScheduleReview(RunJournal journal, ScheduleStore store) {
    this.journal = journal;
    this.store = store;
  }

  /**
   * Whether there is a full dry run of this version of the rules that came whole and that somebody
   * has looked at; or was one when the schedule was last switched on, for old runs are deleted.
   */
  boolean done(long connectionId, int rulesVersion) {
    boolean before =
        store.find(connectionId).filter(state -> state.rulesVersion() == rulesVersion).isPresent();
    return before
        || journal.find(RunQuery.reviewedDryRuns(connectionId, rulesVersion), ENOUGH).stream()
            .anyMatch(ScheduleReview::tells);
  }

  /** Objects alone, or the first of them, say nothing of what happens to people. */
  private static boolean tells(SyncRun run) {
    return run.incomplete().isEmpty()
        && !run.fingerprint().isEmpty()
        && run.extent().directory()
        && !run.extent().limited();
  }
}
