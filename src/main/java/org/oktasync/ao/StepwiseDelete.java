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
  static final int STEP = 1000;

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
    boolean more = true;
    while (more) {
      long begin = after;
      T last = lastOfStep(criteria, begin, parameters);
      more = last != null;
      after = more ? position.applyAsLong(last) : Long.MAX_VALUE;
      long end = after;
      ao.executeInTransaction(() -> deleteStep(criteria, begin, end, parameters));
    }
  }

  private T lastOfStep(String criteria, long begin, Object... parameters) {
    Conditions rows = new Conditions().and(criteria, parameters).and(walk + " > ?", begin);
    Query query = rows.page("ID", walk + " ASC", STEP - 1L, 1);
    T[] found = ao.find(type, query);
    return found.length == 0 ? null : found[0];
  }

  private int deleteStep(String criteria, long begin, long end, Object... parameters) {
    Object[] all = Batch.parameters(List.of(begin, end), parameters);
    String step = criteria + " AND " + walk + " > ? AND " + walk + " <= ?";
    return ao.deleteWithSQL(type, step, all);
  }
}
