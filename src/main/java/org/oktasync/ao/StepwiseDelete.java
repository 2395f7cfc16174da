package org.oktasync.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.util.List;
import java.util.function.ToLongFunction;
import net.java.ao.Query;

/**
 * Deletes many rows in steps, each in a transaction of its own, so that no database has to keep
 * locks and undo information for a million rows at once.
 *
 * @param <T> the rows
 */
final class StepwiseDelete<T extends AoRow> {
  static final int STEP = 500;

  private final ActiveObjects ao;
  private final Class<T> type;
  private final String walk;
  private final ToLongFunction<T> position;

  /**
   * @param walk the column along which the steps go; its values are positive and an index leads to
   *     them
   * @param position reads that column
   */
  StepwiseDelete(ActiveObjects ao, Class<T> type, String walk, ToLongFunction<T> position) {
    this.ao = ao;
    this.type = type;
    this.walk = walk;
    this.position = position;
  }

  /** Deletes the rows that keep some conditions. */
  void where(String criteria, Object... parameters) {
    long after = 0;
    while (after < Long.MAX_VALUE) {
      long begin = after;
      long end = endOfStep(STEP, begin, criteria, parameters);
      ao.executeInTransaction(() -> deleteStep(criteria, begin, end, parameters));
      after = end;
    }
  }

  /**
   * Deletes some of the rows that keep some conditions, in one transaction.
   *
   * @param rows how many at most
   * @return how many were deleted
   */
  int some(int rows, String criteria, Object... parameters) {
    long end = endOfStep(rows, 0, criteria, parameters);
    return ao.executeInTransaction(() -> deleteStep(criteria, 0, end, parameters));
  }

  private long endOfStep(int rows, long begin, String criteria, Object... parameters) {
    Conditions left = new Conditions().and(criteria, parameters).and(walk + " > ?", begin);
    Query query = left.page(walk, walk + " ASC", rows - 1L, 1);
    long[] end = {Long.MAX_VALUE};
    ao.stream(type, query, row -> end[0] = position.applyAsLong(row));
    return end[0];
  }

  private int deleteStep(String criteria, long begin, long end, Object... parameters) {
    Object[] all = Batch.parameters(List.of(begin, end), parameters);
    String step = criteria + " AND " + walk + " > ? AND " + walk + " <= ?";
    return ao.deleteWithSQL(type, step, all);
  }
}
