package org.oktasync.plan;

import java.util.ArrayList;
import java.util.List;
import org.oktasync.model.EntityKind;
import org.oktasync.model.Limit;

/**
 * Judges a plan by its totals, and by what the reading that it rests on looks like. A plan with a
 * breach must not be applied unasked.
 */
public final class Guardrail {
  private final GuardrailLimits limits;

  public Guardrail(GuardrailLimits limits) {
    this.limits = limits;
  }

  /**
   * Every limit that the plan does not keep; empty when it may be applied.
   *
   * @param summary the plan's totals
   * @param reading the reading of the source that the plan was made from
   */
  public List<GuardrailBreach> check(PlanSummary summary, ReadingFacts reading) {
    List<GuardrailBreach> breaches = new ArrayList<>();
    long people = summary.owned().getOrDefault(EntityKind.USER, 0L);
    if (reading.whole()) {
      checkReading(breaches, reading, people);
    }
    checkPeople(breaches, summary, people);
    checkTotal(
        breaches,
        "maxRemovals",
        limits.maxRemovals(),
        summary.count(EntityKind.MEMBERSHIP, Operation.REMOVE),
        summary.owned().getOrDefault(EntityKind.MEMBERSHIP, 0L));
    summary.losses().forEach(loss -> checkGroup(breaches, loss));
    long groups = summary.count(EntityKind.GROUP, Operation.DELETE);
    if (groups > limits.maxGroupDeletions()) {
      breaches.add(
          new GuardrailBreach("maxGroupDeletions", "", limits.maxGroupDeletions(), groups));
    }
    checkTotal(
        breaches,
        "maxRetirements",
        limits.maxRetirements(),
        retirements(summary),
        summary.owned().getOrDefault(EntityKind.OBJECT, 0L));
    if (limits.seats()) {
      summary.seats().stream()
          .filter(SeatUse::exceeded)
          .map(use -> new GuardrailBreach("seats", use.application(), use.seats(), use.after()))
          .forEach(breaches::add);
    }
    return breaches;
  }

  private static long retirements(PlanSummary summary) {
    return summary.count(EntityKind.OBJECT, Operation.RETIRE)
        + summary.count(EntityKind.OBJECT, Operation.ARCHIVE)
        + summary.count(EntityKind.OBJECT, Operation.DELETE);
  }

  /**
   * A list that broke off is short for a reason that is known, and removes nobody: its share of the
   * people says nothing. One breach is enough for one short list.
   */
  private void checkReading(List<GuardrailBreach> breaches, ReadingFacts reading, long people) {
    if (reading.people() < limits.minUsers()) {
      breaches.add(new GuardrailBreach("minUsers", "", limits.minUsers(), reading.people()));
    } else if (reading.peopleComplete()
        && reading.people() * 100 < people * limits.minUsersPercent()) {
      long least = (people * limits.minUsersPercent() + 99) / 100;
      breaches.add(new GuardrailBreach("minUsersPercent", "", least, reading.people()));
    }
    reading.missing().forEach(name -> breaches.add(new GuardrailBreach("canary", name, 1, 0)));
  }

  /** Who begins to wait counts as who is deactivated: nobody may be told of it before. */
  private void checkPeople(List<GuardrailBreach> breaches, PlanSummary summary, long people) {
    checkTotal(
        breaches,
        "maxDeactivations",
        limits.maxDeactivations(),
        summary.count(EntityKind.USER, Operation.DEACTIVATE)
            + summary.count(EntityKind.USER, Operation.WAIT),
        people);
    checkTotal(breaches, "maxRenames", limits.maxRenames(), summary.renamed(), summary.linked());
    checkTotal(
        breaches,
        "maxDeletions",
        limits.maxDeletions(),
        summary.count(EntityKind.USER, Operation.DELETE),
        summary.linked());
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
