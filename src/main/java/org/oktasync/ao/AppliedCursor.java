package org.oktasync.ao;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.oktasync.model.Cursor;
import org.oktasync.plan.Operation;
import org.oktasync.record.Mark;
import org.oktasync.record.PlannedChange;
import org.oktasync.record.RunOutcome;

/**
 * What a run applied of a plan: the changes up to its mark, without those that have another result.
 * Asks for results once for each page.
 */
final class AppliedCursor implements Cursor<PlannedChange> {
  private static final int PAGE = 500;

  private final Cursor<PlannedChange> plan;
  private final long runId;
  private final Mark mark;
  private final ChangeResults results;
  private final Deque<PlannedChange> page = new ArrayDeque<>();
  private boolean exhausted;

  /**
   * @param plan the changes to choose from, in the order of application; closed with this
   * @param mark the run's
   */
  AppliedCursor(Cursor<PlannedChange> plan, long runId, Mark mark, ChangeResults results) {
    this.plan = plan;
    this.runId = runId;
    this.mark = mark;
    this.results = results;
  }

  @Override
  public boolean hasNext() {
    while (page.isEmpty() && !exhausted) {
      readPage();
    }
    return !page.isEmpty();
  }

  @Override
  public PlannedChange next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the run applied no more changes");
    }
    return page.remove();
  }

  @Override
  public void close() {
    page.clear();
    exhausted = true;
    plan.close();
  }

  private void readPage() {
    List<PlannedChange> read = new ArrayList<>();
    while (read.size() < PAGE && !exhausted) {
      PlannedChange next = plan.hasNext() ? plan.next() : null;
      exhausted = next == null || next.mark().compareTo(mark) > 0;
      if (!exhausted) {
        read.add(next);
      }
    }
    Map<Long, ChangeResults.Stored> results = this.results.of(runId, read);
    read.stream()
        .filter(change -> change.row().operation() != Operation.LEAVE)
        .filter(change -> isApplied(results.get(Place.of(change.mark()))))
        .forEach(page::add);
  }

  private static boolean isApplied(ChangeResults.Stored result) {
    return result == null || result.outcome() == RunOutcome.APPLIED;
  }
}
