package org.oktasync.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.java.ao.Query;
import org.oktasync.control.StoppedException;
import org.oktasync.model.Cursor;
import org.oktasync.record.ChangeResult;
import org.oktasync.record.JournalEntry;
import org.oktasync.record.JournalPage;
import org.oktasync.record.JournalQuery;
import org.oktasync.record.Mark;
import org.oktasync.record.Page;
import org.oktasync.record.PlanStore;
import org.oktasync.record.PlannedChange;
import org.oktasync.record.RunCounts;
import org.oktasync.record.RunHeader;
import org.oktasync.record.RunJournal;
import org.oktasync.record.RunProgress;
import org.oktasync.record.RunQuery;
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
    change(
        run.id(),
        row -> {
          if (isInterrupted(row) && run.state() != RunState.INTERRUPTED) {
            throw new StoppedException();
          }
          columns.write(row, run);
        });
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
  public List<SyncRun> find(RunQuery query, int limit) {
    Conditions wanted =
        new Conditions()
            .and("CONNECTION_ID = ?", query.connectionId())
            .and("RUN_STATE = ?", query.state().name())
            .and("DRY_RUN = ?", query.dryRun())
            .andLabel("RUN_MODE", query.mode());
    if (query.settingsVersion() != 0) {
      wanted.and("SETTINGS_VERSION = ?", query.settingsVersion());
    }
    if (query.reviewed()) {
      wanted.and("REVIEWED_AT IS NOT NULL");
    }
    AoSyncRun[] rows = ao.find(AoSyncRun.class, wanted.page("ID", "ID DESC", 0, limit));
    return Stream.of(rows).map(columns::run).toList();
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
    return some(runId, "CANCEL_ASKED").isCancelAsked();
  }

  @Override
  public boolean mustStop(long runId) {
    AoSyncRun row = some(runId, "CANCEL_ASKED, RUN_STATE");
    return row.isCancelAsked() || isInterrupted(row);
  }

  private static boolean isInterrupted(AoSyncRun row) {
    return RunState.INTERRUPTED.name().equals(row.getRunState());
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
  public JournalPage changes(long runId, JournalQuery query) {
    return reader(runId).page(query);
  }

  @Override
  public Cursor<JournalEntry> entries(long runId, JournalQuery query) {
    JournalReader reader = reader(runId);
    return new JournalCursor(reader, reader.list(query));
  }

  private JournalReader reader(long runId) {
    return new JournalReader(ao, some(runId, JournalReader.OF_THE_RUN), results);
  }

  @Override
  public long stored(long runId) {
    return plans.count(some(runId, "PLAN_ID").getPlanId());
  }

  @Override
  public List<RunHeader> headers() {
    List<RunHeader> headers = new ArrayList<>();
    var all = new Conditions().and("ID > ?", 0L).query(SyncRunColumns.HEADER).order("ID DESC");
    ao.stream(AoSyncRun.class, all, row -> headers.add(columns.header(row)));
    return headers;
  }

  @Override
  public boolean reduce(long runId, int rows) {
    SyncRun run = columns.run(existing(runId));
    markReduced(run);
    return plans.deleteSome(run.planId(), rows) == 0;
  }

  private void markReduced(SyncRun run) {
    if (!run.reduced()) {
      update(run.reducing());
    }
  }

  @Override
  public List<ChangeResult> results(long runId, Mark after, int limit) {
    return results.of(runId, existing(runId).getPlanId(), after, limit);
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
  public boolean deleteSome(long runId, int rows) {
    Optional<SyncRun> run = find(runId);
    run.ifPresent(this::markReduced);
    if (run.isEmpty()) {
      return true;
    } else if (results.deleteSome(runId, rows) > 0 || deletePlan(run.get(), rows) > 0) {
      return false;
    }
    ao.executeInTransaction(() -> ao.deleteWithSQL(AoSyncRun.class, "ID = ?", runId));
    return true;
  }

  private int deletePlan(SyncRun run, int rows) {
    boolean shared =
        ao.count(AoSyncRun.class, "PLAN_ID = ? AND ID <> ?", run.planId(), run.id()) > 0;
    return shared ? 0 : plans.deleteSome(run.planId(), rows);
  }

  @Override
  public void delete(long runId) {
    boolean gone = false;
    while (!gone) {
      gone = deleteSome(runId, StepwiseDelete.STEP);
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
    return row(runId).orElseThrow(() -> missing(runId));
  }

  private static IllegalStateException missing(long runId) {
    return new IllegalStateException("run " + runId + " is no longer stored; start a new one");
  }

  /** A run's row with some of its columns, to be read alone: most of a row are long texts. */
  private AoSyncRun some(long runId, String columns) {
    List<AoSyncRun> found = new ArrayList<>();
    var query = new Conditions().and("ID = ?", runId).query(columns);
    ao.stream(AoSyncRun.class, query, found::add);
    return found.stream().findFirst().orElseThrow(() -> missing(runId));
  }

  private Optional<AoSyncRun> row(long id) {
    return Stream.of(ao.find(AoSyncRun.class, "ID = ?", id)).findFirst();
  }
}
