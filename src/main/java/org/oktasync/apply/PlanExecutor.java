package org.oktasync.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.oktasync.control.Progress;
import org.oktasync.control.StopSignal;
import org.oktasync.model.Cursor;
import org.oktasync.model.Message;
import org.oktasync.plan.Operation;
import org.oktasync.plan.Phase;
import org.oktasync.record.PlannedChange;
import org.oktasync.record.RunCounts;
import org.oktasync.record.RunJournal;
import org.oktasync.record.SyncRun;
import org.oktasync.target.TargetException;

/**
 * Applies a stored plan, in its order, in chunks; nothing else in the product writes to Jira. After
 * each chunk the journal's mark moves and what was not applied gets a row, so that a crash leaves
 * at most one chunk in doubt.
 */
public final class PlanExecutor {
  /** The most changes that can lie behind the mark when a node dies. */
  public static final int CHUNK = 200;

  private final RunJournal journal;
  private final Supplier<? extends ChangeWriter> directory;
  private final Supplier<? extends ChangeWriter> leads;
  private final Supplier<? extends ChangeWriter> objects;

  /**
   * Each writer is opened once, at the first change that is theirs; opening may throw a {@link
   * TargetException}.
   *
   * @param directory carries out changes of accounts, groups and memberships
   * @param leads carries out changes of leads
   * @param objects carries out changes of objects
   */
  public PlanExecutor(
      RunJournal journal,
      Supplier<? extends ChangeWriter> directory,
      Supplier<? extends ChangeWriter> leads,
      Supplier<? extends ChangeWriter> objects) {
    this.journal = journal;
    this.directory = directory;
    this.leads = leads;
    this.objects = objects;
  }

  /**
   * How far a plan was applied.
   *
   * @param counts the counts at the end
   * @param inPart whether a change was applied but for a part of it
   * @param brokeOff why changes of objects were left where they are, Assets being unusable; empty
   *     when the plan was gone through to its end
   */
  public record Outcome(RunCounts counts, boolean inPart, Optional<Message> brokeOff) {}

  /**
   * Applies changes until they end, Assets turns out unusable, or a stop is asked for; whatever was
   * done is recorded before this returns or throws.
   *
   * @param run the run that applies them, with its mark and its counts so far
   * @param changes the changes behind the run's mark
   * @throws org.oktasync.control.StoppedException when a stop was asked for
   * @throws TargetException of kind {@code FATAL} when the directory is unusable
   */
  public Outcome apply(
      SyncRun run, Cursor<PlannedChange> changes, StopSignal stop, Progress progress) {
    return new Application(run, stop, progress).all(changes);
  }

  /** One plan being applied. */
  private final class Application {
    private final long runId;
    private final StopSignal stop;
    private final Progress progress;
    private final Applied applied;
    private ChangeWriter ofDirectory;
    private ChangeWriter ofLeads;
    private ChangeWriter ofObjects;

    Application(SyncRun run, StopSignal stop, Progress progress) {
      this.runId = run.id();
      this.stop = stop;
      this.progress = progress;
      this.applied = new Applied(run.counts(), run.mark());
    }

    Outcome all(Cursor<PlannedChange> changes) {
      List<PlannedChange> chunk = new ArrayList<>(CHUNK);
      Optional<Message> brokeOff = Optional.empty();
      while (brokeOff.isEmpty() && (changes.hasNext() || !chunk.isEmpty())) {
        PlannedChange next = changes.hasNext() ? changes.next() : null;
        if (next == null || chunk.size() == CHUNK || startsPhase(chunk, next)) {
          brokeOff = chunk(chunk);
          chunk.clear();
        }
        if (next != null) {
          chunk.add(next);
        }
      }
      return new Outcome(applied.counts(), applied.anyInPart(), brokeOff);
    }

    private static boolean startsPhase(List<PlannedChange> chunk, PlannedChange next) {
      return !chunk.isEmpty() && chunk.get(0).phase() != next.phase();
    }

    /** Assets is an addition: that it fails is told, and is no failure of the directory. */
    private Optional<Message> chunk(List<PlannedChange> chunk) {
      if (chunk.isEmpty()) {
        return Optional.empty();
      } else if (nothingToWrite(chunk)) {
        pass(chunk);
      } else if (chunk.get(0).phase() == Phase.LEADS) {
        ofLeads = ofLeads == null ? leads.get() : ofLeads;
        apply(chunk, ofLeads);
      } else if (!chunk.get(0).phase().ofObjects()) {
        ofDirectory = ofDirectory == null ? directory.get() : ofDirectory;
        apply(chunk, ofDirectory);
      } else {
        try {
          ofObjects = ofObjects == null ? objects.get() : ofObjects;
          apply(chunk, ofObjects);
        } catch (TargetException e) {
          return Optional.of(e.problem());
        }
      }
      return Optional.empty();
    }

    private static boolean nothingToWrite(List<PlannedChange> chunk) {
      return chunk.stream().allMatch(change -> change.row().operation() == Operation.LEAVE);
    }

    private void pass(List<PlannedChange> chunk) {
      applied.passed(chunk.get(chunk.size() - 1));
      progress.advance(chunk.size());
      journal.advance(runId, applied.mark(), applied.counts(), applied.takeResults());
    }

    private void apply(List<PlannedChange> chunk, ChangeWriter writer) {
      if (journal.mustStop(runId)) {
        stop.request();
      }
      try {
        for (List<PlannedChange> batch : batches(chunk, writer)) {
          stop.check();
          writer.write(batch, applied, stop);
          applied.passed(batch.get(batch.size() - 1));
          progress.advance(batch.size());
        }
      } finally {
        journal.advance(runId, applied.mark(), applied.counts(), applied.takeResults());
      }
    }
  }

  /** Neighbours that the target can take in one call stand together; everything else alone. */
  private static List<List<PlannedChange>> batches(List<PlannedChange> chunk, ChangeWriter writer) {
    List<List<PlannedChange>> batches = new ArrayList<>();
    String lastKey = null;
    for (PlannedChange change : chunk) {
      String key = writer.together(change.row().toChange());
      List<PlannedChange> last = batches.isEmpty() ? null : batches.get(batches.size() - 1);
      if (last == null || key == null || !key.equals(lastKey) || last.size() == writer.most()) {
        batches.add(new ArrayList<>());
      }
      batches.get(batches.size() - 1).add(change);
      lastKey = key;
    }
    return batches;
  }
}
