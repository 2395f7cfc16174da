package org.oktasync.record;

import org.oktasync.plan.ChangeRow;
import org.oktasync.plan.Phase;

/**
 * A change of a stored plan.
 *
 * @param ordinal its number in the plan, from 1; unique in the plan
 * @param phase the phase it belongs to
 * @param row the change
 */
public record PlannedChange(long ordinal, Phase phase, ChangeRow row) {
  /** Its place in the plan. */
  public Mark mark() {
    return new Mark(phase, ordinal);
  }
}
