package org.oktasync.run.preview;

import java.util.List;
import org.oktasync.model.IncompleteList;
import org.oktasync.plan.ChangeRow;
import org.oktasync.plan.GuardrailBreach;
import org.oktasync.record.RunCounts;

/**
 * What other settings would change: the plan of a full run now, and the plan of one with them.
 *
 * @param before totals of the plan with the settings as they are
 * @param after totals of the plan with the other settings
 * @param added changes that only the other settings lead to
 * @param dropped changes that only the present settings lead to
 * @param breaches limits that would hold a run with the other settings
 * @param incomplete lists that did not come whole, so that what follows from them is not known
 */
public record PlanDifference(
    RunCounts before,
    RunCounts after,
    Part added,
    Part dropped,
    List<GuardrailBreach> breaches,
    List<IncompleteList> incomplete) {
  public PlanDifference {
    breaches = List.copyOf(breaches);
    incomplete = List.copyOf(incomplete);
  }

  /**
   * Changes of one plan that the other has not.
   *
   * @param total how many there are
   * @param first the first of them that were asked for, in the order of the plan
   */
  public record Part(long total, List<ChangeRow> first) {
    public Part {
      first = List.copyOf(first);
    }
  }
}
