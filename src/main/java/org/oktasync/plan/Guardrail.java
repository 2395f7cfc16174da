package org.oktasync.plan;

import java.util.ArrayList;
import java.util.List;
import org.oktasync.model.EntityKind;
import org.oktasync.model.Limit;

/** Judges a plan by its totals alone. A plan with a breach must not be applied unasked. */
public final class Guardrail {
  private final GuardrailLimits limits;

  public Guardrail(GuardrailLimits limits) {
    this.limits = limits;
  }

  /**
   * Every limit that the plan does not keep; empty when it may be applied.
   *
   * @param summary the plan's totals
   * @param sourceUsers how many people the source answered with
   */
  public List<GuardrailBreach> check(PlanSummary summary, long sourceUsers) {
    List<GuardrailBreach> breaches = new ArrayList<>();
    if (sourceUsers < limits.minUsers()) {
      breaches.add(new GuardrailBreach("minUsers", "", limits.minUsers(), sourceUsers));
    }
    checkTotal(
        breaches,
        "maxDeactivations",
        limits.maxDeactivations(),
        summary.count(EntityKind.USER, Operation.DEACTIVATE),
        summary.owned().getOrDefault(EntityKind.USER, 0L));
    checkTotal(
        breaches,
        "maxRemovals",
        limits.maxRemovals(),
        summary.count(EntityKind.MEMBERSHIP, Operation.REMOVE),
        summary.owned().getOrDefault(EntityKind.MEMBERSHIP, 0L));
    summary.losses().forEach(loss -> checkGroup(breaches, loss));
    return breaches;
  }

  private static void checkTotal(
      List<GuardrailBreach> breaches, String name, Limit limit, long actual, long owned) {
    long allowed = limit.allowed(owned);
    if (actual > allowed) {
      breaches.add(new GuardrailBreach(name, "", allowed, actual));
    }
  }

  private void checkGroup(List<GuardrailBreach> breaches, GroupLoss loss) {
    if (limits.maxRemovalsPerGroup().breachedBy(loss.lost(), loss.members())) {
      long allowed = loss.members() * limits.maxRemovalsPerGroup().percent() / 100;
      breaches.add(new GuardrailBreach("maxRemovalsPerGroup", loss.group(), allowed, loss.lost()));
    }
  }
}
