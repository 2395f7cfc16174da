package org.oktasync.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.oktasync.model.Cursor;

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
   * The changes of a run that were applied and stand behind {@code after}, in the order of
   * application; what was left alone, skipped or failed is not among them. Reads in pages, holds no
   * transaction open.
   */
  Cursor<PlannedChange> applied(long runId, Mark after);

  /** Deletes a run, its plan and its results, in small steps. */
  void delete(long runId);
}
