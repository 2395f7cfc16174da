package org.oktasync.apply;

import java.util.ArrayList;
import java.util.List;
import org.oktasync.control.Progress;
import org.oktasync.control.StopSignal;
import org.oktasync.model.Cursor;
import org.oktasync.plan.Change;
import org.oktasync.record.PlannedChange;
import org.oktasync.record.RunCounts;
import org.oktasync.record.RunJournal;
import org.oktasync.record.SyncRun;

/**
 * Applies a stored plan, in its order, in chunks; nothing else in the product writes to Jira. After
 * each chunk the journal's mark moves and what was not applied gets a row, so that a crash leaves
 * at most one chunk in doubt.
 */
public final class PlanExecutor {
  /** The most changes that can lie behind the mark when a node dies. */
  public static final int CHUNK = 200;

  private final RunJournal journal;
  private final ChangeWriter writer;

  public PlanExecutor(RunJournal journal, ChangeWriter writer) {
    this.journal = journal;
    this.writer = writer;
  }

  /**
   * Applies changes until they end or a stop is asked for; in both cases everything that was done
   * is recorded before this returns or throws.
   *
   * @param run the run that applies them, with its mark and its counts so far
   * @param changes the changes behind the run's mark
   * @return the counts at the end
   * @throws org.oktasync.control.StoppedException when a stop was asked for
   * @throws org.oktasync.target.TargetException of kind {@code FATAL} when the target is unusable
   */
  public RunCounts apply(
      SyncRun run, Cursor<PlannedChange> changes, StopSignal stop, Progress progress) {
    Applied applied = new Applied(run.counts(), run.mark());
    List<PlannedChange> chunk = new ArrayList<>(CHUNK);
    while (changes.hasNext()) {
      PlannedChange next = changes.next();
      if (chunk.size() == CHUNK || (!chunk.isEmpty() && chunk.get(0).phase() != next.phase())) {
        applyChunk(run.id(), chunk, applied, stop, progress);
        chunk.clear();
      }
      chunk.add(next);
    }
    applyChunk(run.id(), chunk, applied, stop, progress);
    return applied.counts();
  }

  private void applyChunk(
      long runId, List<PlannedChange> chunk, Applied applied, StopSignal stop, Progress progress) {
    if (!chunk.isEmpty() && journal.mustStop(runId)) {
      stop.request();
    }
    try {
      for (List<PlannedChange> batch : batches(chunk)) {
        stop.check();
        writer.write(batch, applied, stop);
        applied.passed(batch.get(batch.size() - 1));
        progress.advance(batch.size());
      }
    } finally {
      if (!chunk.isEmpty()) {
        journal.advance(runId, applied.mark(), applied.counts(), applied.takeResults());
      }
    }
  }

  /** Neighbours that the target can take in one call stand together; everything else alone. */
  private static List<List<PlannedChange>> batches(List<PlannedChange> chunk) {
    List<List<PlannedChange>> batches = new ArrayList<>();
    String lastKey = null;
    for (PlannedChange change : chunk) {
      String key = bulkKey(change.row().toChange());
      if (key == null || !key.equals(lastKey)) {
        batches.add(new ArrayList<>());
      }
      batches.get(batches.size() - 1).add(change);
      lastKey = key;
    }
    return batches;
  }

  private static String bulkKey(Change change) {
    if (change instanceof Change.CreateAccount) {
      return "create";
    } else if (change instanceof Change.AddMember add) {
      return "add " + add.groupId().value();
    } else if (change instanceof Change.LeaveAlone) {
      return "leave";
    }
    return null;
  }
}
