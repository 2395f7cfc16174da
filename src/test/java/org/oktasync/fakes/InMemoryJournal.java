package org.oktasync.fakes;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.oktasync.model.Cursor;
import org.oktasync.model.Message;
import org.oktasync.plan.Change;
import org.oktasync.plan.ChangeRow;
import org.oktasync.plan.Operation;
import org.oktasync.record.ChangeResult;
import org.oktasync.record.JournalEntry;
import org.oktasync.record.JournalQuery;
import org.oktasync.record.Mark;
import org.oktasync.record.Page;
import org.oktasync.record.PlannedChange;
import org.oktasync.record.RunCounts;
import org.oktasync.record.RunJournal;
import org.oktasync.record.RunOutcome;
import org.oktasync.record.RunProgress;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;

/** A journal in memory. */
public final class InMemoryJournal implements RunJournal {
  private final InMemoryPlanStore plans;
  private final TreeMap<Long, SyncRun> runs = new TreeMap<>();
  private final Map<Long, Map<Long, ChangeResult>> results = new HashMap<>();
  private final Set<Long> cancelled = new HashSet<>();
  private long lastId;
  private boolean dead;

  public InMemoryJournal(InMemoryPlanStore plans) {
    this.plans = plans;
  }

  /** The node dies: nothing that it still writes is stored. */
  public synchronized void die() {
    dead = true;
  }

  /** Another node takes over. */
  public synchronized void revive() {
    dead = false;
  }

  @Override
  public synchronized SyncRun add(SyncRun run) {
    long id = ++lastId;
    SyncRun stored = run.with().id(id).planId(run.planId() == 0 ? id : run.planId()).build();
    runs.put(id, stored);
    return stored;
  }

  @Override
  public synchronized void update(SyncRun run) {
    change(
        run.id(),
        before ->
            run.with()
                .progress(before.progress())
                .heartbeatAt(before.times().heartbeatAt())
                .build());
  }

  @Override
  public synchronized Optional<SyncRun> find(long id) {
    return Optional.ofNullable(runs.get(id));
  }

  @Override
  public synchronized Page<SyncRun> runs(long connectionId, long start, int limit) {
    List<SyncRun> all =
        runs.descendingMap().values().stream()
            .filter(run -> connectionId == 0 || run.connectionId() == connectionId)
            .toList();
    return Search.page(all, start, limit);
  }

  @Override
  public synchronized List<SyncRun> running(long connectionId) {
    return runs.values().stream()
        .filter(run -> run.connectionId() == connectionId && run.state() == RunState.RUNNING)
        .toList();
  }

  @Override
  public synchronized void beat(long runId, Instant now, RunProgress progress) {
    change(runId, run -> run.with().heartbeatAt(now).progress(progress).build());
  }

  @Override
  public synchronized void requestCancel(long runId) {
    change(runId, run -> run);
    cancelled.add(runId);
  }

  @Override
  public synchronized boolean cancelRequested(long runId) {
    return cancelled.contains(runId);
  }

  @Override
  public synchronized void advance(
      long runId, Mark mark, RunCounts counts, List<ChangeResult> notApplied) {
    if (dead) {
      return;
    }
    change(runId, run -> run.with().mark(mark).counts(counts).build());
    Map<Long, ChangeResult> stored = results.computeIfAbsent(runId, id -> new HashMap<>());
    notApplied.forEach(result -> stored.put(result.ordinal(), result));
  }

  @Override
  public synchronized Page<JournalEntry> changes(long runId, JournalQuery query) {
    SyncRun run = find(runId).orElseThrow();
    List<JournalEntry> wanted =
        plans.all(run.planId()).stream()
            .sorted(Comparator.comparing(PlannedChange::mark))
            .map(change -> entry(run, change))
            .filter(entry -> matches(entry, query))
            .toList();
    return Search.page(wanted, query.start(), query.limit());
  }

  @Override
  public synchronized Cursor<PlannedChange> applied(long runId, Mark after) {
    List<JournalEntry> all = changes(runId, JournalQuery.all(0, Integer.MAX_VALUE)).values();
    return Cursor.over(
        all.stream()
            .filter(entry -> entry.outcome() == RunOutcome.APPLIED)
            .map(JournalEntry::change)
            .filter(change -> change.mark().compareTo(after) > 0)
            .toList());
  }

  @Override
  public synchronized void delete(long runId) {
    SyncRun run = runs.remove(runId);
    results.remove(runId);
    cancelled.remove(runId);
    if (run != null && runs.values().stream().noneMatch(one -> one.planId() == run.planId())) {
      plans.delete(run.planId());
    }
  }

  private void change(long runId, UnaryOperator<SyncRun> change) {
    if (dead) {
      return;
    }
    if (runs.computeIfPresent(runId, (id, run) -> change.apply(run)) == null) {
      throw new IllegalStateException("no run " + runId);
    }
  }

  private JournalEntry entry(SyncRun run, PlannedChange change) {
    ChangeRow row = change.row();
    if (row.operation() == Operation.LEAVE) {
      String detail = row.after().getOrDefault(Change.Attributes.DETAIL, "");
      return new JournalEntry(change, RunOutcome.SKIPPED, Message.of(row.reason(), detail));
    }
    ChangeResult result = results.getOrDefault(run.id(), Map.of()).get(change.ordinal());
    if (result != null) {
      return new JournalEntry(change, result.outcome(), result.message());
    }
    boolean behind = change.mark().compareTo(run.mark()) <= 0;
    Message why = row.reason().isEmpty() ? null : Message.of(row.reason());
    return new JournalEntry(change, behind ? RunOutcome.APPLIED : RunOutcome.PLANNED, why);
  }

  private static boolean matches(JournalEntry entry, JournalQuery query) {
    ChangeRow row = entry.change().row();
    return fits(query.kind(), row.kind().label())
        && fits(query.operation(), row.operation().label())
        && fits(query.outcome(), entry.outcome().name())
        && (Search.begins(row.subject(), query.text())
            || Search.begins(row.object(), query.text())
            || row.sourceId().equals(query.text()));
  }

  private static boolean fits(String wanted, String value) {
    return wanted.isEmpty() || wanted.equals(value);
  }
}
