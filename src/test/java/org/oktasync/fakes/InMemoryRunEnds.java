package org.oktasync.fakes;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.oktasync.record.RunEnds;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;

/** Which ends were told, in memory. */
public final class InMemoryRunEnds implements RunEnds {
  private final InMemoryJournal journal;
  private final Map<Long, RunState> told = new HashMap<>();

  public InMemoryRunEnds(InMemoryJournal journal) {
    this.journal = journal;
  }

  @Override
  public synchronized List<SyncRun> untold(Instant now) {
    return journal.runs(0, 0, Integer.MAX_VALUE).values().stream()
        .filter(run -> run.times().heartbeatAt().isAfter(now.minus(Duration.ofDays(1))))
        .map(run -> run.seenAt(now))
        .filter(run -> run.state().over() && told.get(run.id()) != run.state())
        .sorted(Comparator.comparing(SyncRun::id))
        .toList();
  }

  @Override
  public synchronized boolean claim(long runId, RunState end) {
    return journal.find(runId).isPresent() && told.put(runId, end) != end;
  }
}
