package org.oktasync.run.guard;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.oktasync.apply.WriteCheck;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Lead;
import org.oktasync.model.Message;
import org.oktasync.plan.Change;
import org.oktasync.plan.LeadChange;
import org.oktasync.plan.LeadPolicy;
import org.oktasync.plan.Phase;
import org.oktasync.plan.Reasons;
import org.oktasync.record.Mark;
import org.oktasync.record.PlanStore;
import org.oktasync.record.PlannedChange;
import org.oktasync.target.LeadTarget;

/**
 * Lets somebody hand over a place only if all that they lead can go: who would stay active for the
 * sake of one place keeps the others, too. For one thread.
 */
public final class WholeHandOver implements WriteCheck {
  private final LeadTarget leads;
  private final LeadPolicy policy;
  private final PlanStore plans;
  private final long planId;
  private Map<ExternalId, Map<Lead, AccountName>> planned;

  /** Somebody's places follow one another, and are asked about once. */
  private ExternalId last;

  private Optional<Message> answer = Optional.empty();

  /**
   * @param planId the plan that is applied
   */
  public WholeHandOver(LeadTarget leads, LeadPolicy policy, PlanStore plans, long planId) {
    this.leads = leads;
    this.policy = policy;
    this.plans = plans;
    this.planId = planId;
  }

  /**
   * @throws org.oktasync.target.TargetException when Jira cannot tell
   */
  @Override
  public Optional<Message> veto(Change change) {
    if (!(change instanceof LeadChange lead)) {
      return Optional.empty();
    }
    if (!lead.sourceId().equals(last)) {
      answer = obstacle(lead);
      last = lead.sourceId();
    }
    return answer;
  }

  private Optional<Message> obstacle(LeadChange change) {
    Map<Lead, AccountName> places = planned().getOrDefault(change.sourceId(), Map.of());
    for (Lead lead : leads.ledBy(change.from())) {
      if (policy.replacement(lead).isPresent()) {
        Optional<Message> obstacle =
            places.containsKey(lead)
                ? leads.obstacle(places.get(lead), lead)
                : Optional.of(Message.of(Reasons.STILL_LEADS, lead.label()));
        if (obstacle.isPresent()) {
          return obstacle;
        }
      }
    }
    return Optional.empty();
  }

  private Map<ExternalId, Map<Lead, AccountName>> planned() {
    if (planned == null) {
      planned = new HashMap<>();
      try (Cursor<PlannedChange> changes = plans.changes(planId, new Mark(Phase.LEADS, 0))) {
        PlannedChange next = changes.hasNext() ? changes.next() : null;
        while (next != null && next.phase() == Phase.LEADS) {
          if (next.row().toChange() instanceof LeadChange change) {
            planned
                .computeIfAbsent(change.sourceId(), id -> new HashMap<>())
                .put(change.lead(), change.to());
          }
          next = changes.hasNext() ? changes.next() : null;
        }
      }
    }
    return planned;
  }
}
