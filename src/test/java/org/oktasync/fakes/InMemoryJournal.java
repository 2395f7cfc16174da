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
import org.oktasync.control.StoppedException;
import org.oktasync.model.Cursor;
import org.oktasync.model.Message;
import org.oktasync.plan.Change;
import org.oktasync.plan.ChangeRow;
import org.oktasync.plan.Operation;
import org.oktasync.record.ChangeResult;
import org.oktasync.record.JournalEntry;
import org.oktasync.record.JournalPage;
import org.oktasync.record.JournalQuery;
import org.oktasync.record.Mark;
import org.oktasync.record.Page;
import org.oktasync.record.PlannedChange;
import org.oktasync.record.RunCounts;
import org.oktasync.record.RunHeader;
import org.oktasync.record.RunJournal;
import org.oktasync.record.RunOutcome;
import org.oktasync.record.RunProgress;
import org.oktasync.record.RunQuery;
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
        before -> {
          if (before.state() == RunState.INTERRUPTED && run.state() != RunState.INTERRUPTED) {
            throw new StoppedException();
          }
          return run.with()
              .progress(before.progress())
              .heartbeatAt(before.times().heartbeatAt())
              .build();
        });
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
  public synchronized List<SyncRun> find(RunQuery query, int limit) {
    return runs.descendingMap().values().stream().filter(query::matches).limit(limit).toList();
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
  public synchronized boolean mustStop(long runId) {
    return cancelled.contains(runId) || runs.get(runId).state() == RunState.INTERRUPTED;
  }

  @Override
  public synchronized void advance(
      long runId, Mark mark, RunCounts counts, List<ChangeResult> notApplied) {
    if (dead) {
      return;
    }
    change(runId, run -> run.with().mark(mark).counts(counts).build());
    Map<Long, ChangeResult> stored = results.computeIfAbsent(runId, id -> new HashMap<>());
    notApplied.forEach(result -> stored.put(result.change().ordinal(), result));
  }

  @Override
  public synchronized JournalPage changes(long runId, JournalQuery query) {
    List<JournalEntry> wanted = wanted(runId, query);
    boolean behind = !query.after().isEmpty();
    int first = (int) Math.min(behind ? position(query.after()) : query.start(), wanted.size());
    int end = Math.min(first + query.limit(), wanted.size());
    return new JournalPage(
        Math.min(wanted.size(), JournalPage.COUNTED),
        wanted.size() > JournalPage.COUNTED,
        behind ? 0 : query.start(),
        end < wanted.size() ? "behind-" + end : "",
        wanted.subList(first, end));
  }

  private static long position(String key) {
    if (!key.matches("behind-\\d{1,9}")) {
      throw new UnknownKeyException(key);
    }
    return Long.parseLong(key.substring("behind-".length()));
  }

  @Override
  public synchronized Cursor<JournalEntry> entries(long runId, JournalQuery query) {
    return Cursor.over(wanted(runId, query));
  }

  private List<JournalEntry> wanted(long runId, JournalQuery query) {
    SyncRun run = find(runId).orElseThrow();
    return plans.all(run.planId()).stream()
        .map(change -> entry(run, change))
        .filter(entry -> matches(entry, query))
        .sorted(order(query.text()))
        .toList();
  }

  /** With a text: whose subject begins with it, then whose object does, then the others. */
  private static Comparator<JournalEntry> order(String text) {
    Comparator<JournalEntry> order = Comparator.comparing(entry -> entry.change().mark());
    if (text.isEmpty()) {
      return order;
    }
    return Comparator.<JournalEntry, String>comparing(
            entry -> {
              ChangeRow row = entry.change().row();
              return Search.begins(row.subject(), text)
                  ? "1" + Search.folded(row.subject())
                  : Search.begins(row.object(), text) ? "2" + Search.folded(row.object()) : "3";
            })
        .thenComparing(order);
  }

  @Override
  public synchronized long stored(long runId) {
    return plans.count(find(runId).orElseThrow().planId());
  }

  @Override
  public synchronized List<RunHeader> headers() {
    return runs.descendingMap().values().stream().map(InMemoryJournal::header).toList();
  }

  private static RunHeader header(SyncRun run) {
    return new RunHeader(
        run.id(),
        run.connectionId(),
        run.mode(),
        run.dryRun(),
        run.state(),
        run.origin(),
        run.planId(),
        run.times().startedAt(),
        run.times().planExpiresAt(),
        run.reduced());
  }

  @Override
  public synchronized boolean reduce(long runId, int rows) {
    change(runId, SyncRun::reducing);
    return plans.deleteSome(runs.get(runId).planId(), rows) == 0;
  }

  @Override
  public synchronized boolean deleteSome(long runId, int rows) {
    SyncRun run = runs.get(runId);
    if (run == null) {
      return true;
    }
    change(runId, SyncRun::reducing);
    Map<Long, ChangeResult> left = results.getOrDefault(runId, Map.of());
    if (!left.isEmpty()) {
      left.keySet().stream().limit(rows).toList().forEach(left::remove);
      return false;
    }
    boolean shared =
        runs.values().stream().anyMatch(one -> one.planId() == run.planId() && one.id() != runId);
    if (!shared && plans.deleteSome(run.planId(), rows) > 0) {
      return false;
    }
    runs.remove(runId);
    results.remove(runId);
    cancelled.remove(runId);
    return true;
  }

  @Override
  public synchronized List<ChangeResult> results(long runId, Mark after, int limit) {
    Map<Long, ChangeResult> noted = results.getOrDefault(runId, Map.of());
    return plans.all(find(runId).orElseThrow().planId()).stream()
        .filter(change -> noted.containsKey(change.ordinal()))
        .filter(change -> change.mark().compareTo(after) > 0)
        .sorted(Comparator.comparing(PlannedChange::mark))
        .limit(limit)
        .map(change -> noted.get(change.ordinal()))
        .toList();
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
    boolean gone = false;
    while (!gone) {
      gone = deleteSome(runId, Integer.MAX_VALUE);
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
