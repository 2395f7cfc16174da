package org.oktasync.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.java.ao.Query;
import org.oktasync.model.Cursor;
import org.oktasync.record.ChangeResult;
import org.oktasync.record.JournalEntry;
import org.oktasync.record.JournalQuery;
import org.oktasync.record.Mark;
import org.oktasync.record.Page;
import org.oktasync.record.PlanStore;
import org.oktasync.record.PlannedChange;
import org.oktasync.record.RunCounts;
import org.oktasync.record.RunJournal;
import org.oktasync.record.RunProgress;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;

/**
 * Runs in the database. Each method writes only the columns that are its own, so that the run, its
 * heartbeat and a request to cancel may write at the same time, on different nodes.
 */
public final class AoRunJournal implements RunJournal {
  private final ActiveObjects ao;
  private final PlanStore plans;
  private final SyncRunColumns columns = new SyncRunColumns();
  private final ChangeResults results;

  /**
   * @param plans where the plans of runs are; a deleted run's plan is deleted there
   */
  public AoRunJournal(ActiveObjects ao, PlanStore plans) {
    this.ao = ao;
    this.plans = plans;
    this.results = new ChangeResults(ao);
  }

  @Override
  public SyncRun add(SyncRun run) {
    return ao.executeInTransaction(
        () -> {
          AoSyncRun row = ao.create(AoSyncRun.class);
          columns.writeOrigin(row, run);
          columns.writeBeat(row, StoredText.millis(run.times().heartbeatAt()), run.progress());
          columns.write(row, run.planId() == 0 ? run.with().planId(row.getID()).build() : run);
          row.save();
          return columns.run(row);
        });
  }

  @Override
  public void update(SyncRun run) {
    change(run.id(), row -> columns.write(row, run));
  }

  @Override
  public Optional<SyncRun> find(long id) {
    return row(id).map(columns::run);
  }

  @Override
  public Page<SyncRun> runs(long connectionId, long start, int limit) {
    Conditions wanted = new Conditions().and("ID > ?", 0L);
    if (connectionId != 0) {
      wanted.and("CONNECTION_ID = ?", connectionId);
    }
    int total = ao.count(AoSyncRun.class, wanted.query("ID"));
    AoSyncRun[] rows = ao.find(AoSyncRun.class, wanted.page("ID", "ID DESC", start, limit));
    return new Page<>(total, start, Stream.of(rows).map(columns::run).toList());
  }

  @Override
  public List<SyncRun> running(long connectionId) {
    Query query =
        new Conditions()
            .and("CONNECTION_ID = ?", connectionId)
            .and("RUN_STATE = ?", RunState.RUNNING.name())
            .query("ID")
            .order("ID ASC");
    return Stream.of(ao.find(AoSyncRun.class, query)).map(columns::run).toList();
  }

  @Override
  public void beat(long runId, Instant now, RunProgress progress) {
    change(runId, row -> columns.writeBeat(row, now.toEpochMilli(), progress));
  }

  @Override
  public void requestCancel(long runId) {
    change(runId, row -> row.setCancelAsked(true));
  }

  @Override
  public boolean cancelRequested(long runId) {
    return existing(runId).isCancelAsked();
  }

  @Override
  public void advance(long runId, Mark mark, RunCounts counts, List<ChangeResult> notApplied) {
    change(
        runId,
        row -> {
          columns.writeMark(row, mark, counts);
          results.store(runId, notApplied);
        });
  }

  @Override
  public Page<JournalEntry> changes(long runId, JournalQuery query) {
    AoSyncRun row = existing(runId);
    return new JournalPage(ao, row, columns.mark(row), results).read(query);
  }

  @Override
  public Cursor<PlannedChange> applied(long runId, Mark after) {
    AoSyncRun row = existing(runId);
    return new AppliedCursor(
        plans.changes(row.getPlanId(), after), runId, columns.mark(row), results);
  }

  /**
   * {@inheritDoc}
   *
   * <p>A plan that another run applies, too, stays until the last of them is deleted.
   */
  @Override
  public void delete(long runId) {
    Optional<AoSyncRun> row = row(runId);
    if (row.isPresent()) {
      long planId = row.get().getPlanId();
      results.deleteAll(runId);
      if (ao.count(AoSyncRun.class, "PLAN_ID = ? AND ID <> ?", planId, runId) == 0) {
        plans.delete(planId);
      }
      ao.executeInTransaction(() -> ao.deleteWithSQL(AoSyncRun.class, "ID = ?", runId));
    }
  }

  private void change(long runId, Consumer<AoSyncRun> setter) {
    ao.executeInTransaction(
        () -> {
          AoSyncRun row = existing(runId);
          setter.accept(row);
          row.save();
          return null;
        });
  }

  private AoSyncRun existing(long runId) {
    return row(runId)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "run " + runId + " is no longer stored; start a new one"));
  }

  private Optional<AoSyncRun> row(long id) {
    return Stream.of(ao.find(AoSyncRun.class, "ID = ?", id)).findFirst();
  }
}
