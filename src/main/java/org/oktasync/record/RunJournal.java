package org.oktasync.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Remembers runs and what became of their changes. Safe for many threads and nodes. */
public interface RunJournal {
  /** Stores a new run and returns it with its id; a plan id of 0 becomes that id. */
  SyncRun add(SyncRun run);

  /** Stores everything of a run but its heartbeat, progress and whether it is to be cancelled. */
  void update(SyncRun run);

  /** The run with this id. */
  Optional<SyncRun> find(long id);

  /**
   * Runs, newest first.
   *
   * @param connectionId 0 for those of all connections
   */
  Page<SyncRun> runs(long connectionId, long start, int limit);

  /**
   * Runs of a connection of one kind, newest first.
   *
   * @param limit how many at most
   */
  List<SyncRun> find(RunQuery query, int limit);

  /** Runs of a connection in state {@code RUNNING}, oldest first. */
  List<SyncRun> running(long connectionId);

  /** Notes that the run is alive, and how far it is. */
  void beat(long runId, Instant now, RunProgress progress);

  /** Asks the run to stop, whichever node runs it. */
  void requestCancel(long runId);

  /** Whether somebody asked the run to stop. */
  boolean cancelRequested(long runId);

  /**
   * Stores, in one transaction, how far the run's plan is applied and what was not applied since
   * the last mark.
   */
  void advance(long runId, Mark mark, RunCounts counts, List<ChangeResult> results);

  /** Changes of a run, in the order of application. */
  Page<JournalEntry> changes(long runId, JournalQuery query);

  /**
   * Changes of a run that failed or were left out when they were to be applied, in the order of
   * application; what the plan itself leaves alone is not among them.
   */
  List<PlannedChange> unsettled(long runId, int limit);

  /** Deletes a run, its plan and its results, in small steps. */
  void delete(long runId);
}
