package org.oktasync.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import org.oktasync.model.Cursor;
import org.oktasync.record.Mark;
import org.oktasync.record.PlannedChange;

/**
 * Reads a plan in pages that begin behind the last change delivered; each page is one range of the
 * index, however long the plan is.
 */
final class PlanCursor implements Cursor<PlannedChange> {
  private static final int PAGE = 1000;

  private final ActiveObjects ao;
  private final long planId;
  private final PlannedChangeColumns columns = new PlannedChangeColumns();
  private final Deque<PlannedChange> page = new ArrayDeque<>();
  private long last;
  private boolean exhausted;

  PlanCursor(ActiveObjects ao, long planId, Mark after) {
    this.ao = ao;
    this.planId = planId;
    this.last = Place.of(after);
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
      throw new NoSuchElementException("the plan has no more changes");
    }
    return page.remove();
  }

  @Override
  public void close() {
    page.clear();
    exhausted = true;
  }

  private void readPage() {
    var query =
        new Conditions()
            .and("PLAN_ID = ?", planId)
            .and("PLACE > ?", last)
            .page(PlannedChangeColumns.READ, "PLACE ASC", 0, PAGE);
    ao.stream(AoPlannedChange.class, query, row -> page.add(columns.change(row)));
    exhausted = page.size() < PAGE;
    if (!exhausted) {
      last = Place.of(page.getLast().mark());
    }
  }
}
