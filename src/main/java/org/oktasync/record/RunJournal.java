package org.oktasync.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.oktasync.model.Cursor;

/** Remembers runs and what became of their changes. Safe for many threads and nodes. */
public interface RunJournal {
  /** Stores a new run and returns it with its id; a plan id of 0 becomes that id. */
  SyncRun add(SyncRun run);

  /**
   * Stores everything of a run but its heartbeat, progress and whether it is to be cancelled.
   *
   * @throws org.oktasync.control.StoppedException when the run is noted as interrupted and this
   *     would have it otherwise: a node that was taken for dead no longer decides about its run
   */
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

  /** Whether whoever does the run is to stop: it is to be cancelled, or noted as interrupted. */
  boolean mustStop(long runId);

  /**
   * Stores, in one transaction, how far the run's plan is applied and what was not applied since
   * the last mark.
   */
  void advance(long runId, Mark mark, RunCounts counts, List<ChangeResult> results);

  /**
   * A part of the changes of a run: in the order of application, or, with a text, by name: whose
   * subject begins with it, then whose object does, then who has it as source id; those of one name
   * in the order of application.
   *
   * @throws UnknownKeyException when {@code query.after()} is no key
   */
  JournalPage changes(long runId, JournalQuery query);

  /**
   * All changes of a run that a query asks for, in the same order, whatever part of them it names;
   * reads in pages, holds no transaction open.
   */
  Cursor<JournalEntry> entries(long runId, JournalQuery query);

  /** How many changes of a run are stored. */
  long stored(long runId);

  /** What is needed to decide how long runs are kept; all runs of all connections, newest first. */
  List<RunHeader> headers();

  /**
   * Reduces a run to its summary, step by step: from the first step on the run says so, and its
   * plan no longer holds; each step deletes some changes of its plan.
   *
   * @param rows how many changes a step deletes at most
   * @return whether none is left
   */
  boolean reduce(long runId, int rows);

  /**
   * Deletes a run step by step: its results, its plan unless another run applies it, at last the
   * run itself. Until then its plan no longer holds.
   *
   * @param rows how many rows a step deletes at most
   * @return whether the run is gone
   */
  boolean deleteSome(long runId, int rows);

  /**
   * What became of changes of a run that failed, were left out when they were to be applied, or
   * were applied but for a part, behind a mark, in the order of application; what the plan itself
   * leaves alone is not among them.
   */
  List<ChangeResult> results(long runId, Mark after, int limit);

  /** The changes that {@link #results} tells of, from the beginning. */
  default List<PlannedChange> unsettled(long runId, int limit) {
    return results(runId, Mark.START, limit).stream().map(ChangeResult::change).toList();
  }

  /**
   * The changes of a run that were applied and stand behind {@code after}, in the order of
   * application; what was left alone, skipped or failed is not among them. Reads in pages, holds no
   * transaction open.
   */
  Cursor<PlannedChange> applied(long runId, Mark after);

  /** Deletes a run, its plan and its results, in small steps. */
  void delete(long runId);

  /** The key of a part is none that a page of this journal has named as its next. */
  final class UnknownKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownKeyException(String key) {
      super("no key of a list of changes: " + key);
    }
  }
}
