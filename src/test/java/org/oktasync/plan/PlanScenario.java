package org.oktasync.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.oktasync.mapping.CorrelationRule;
import org.oktasync.model.NamePatterns;

/** What tests of single plans have in common: both sides, the rules, and the plan as lines. */
abstract class PlanScenario {
  static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
  static final Instant LATE = Instant.parse("2026-03-01T00:00:00Z");

  final OktaNow okta = new OktaNow();
  final JiraNow jira = new JiraNow();
  boolean create = true;
  boolean update = true;
  boolean reactivate = true;
  boolean adopt;
  boolean takeOver = true;
  List<CorrelationRule> heldRules = List.of();
  GroupPolicy groups = new GroupPolicy(true, false, "", false, false, false);
  Map<String, LeaverPolicy> byStatus = Map.of();
  LeaverPolicy inactive = LeaverPolicy.DEACTIVATE;
  LeaverPolicy outOfScope = LeaverPolicy.DEACTIVATE;
  LeaverPolicy gone = LeaverPolicy.DEACTIVATE;
  List<String> keptGroups = List.of();
  LeadPolicy leads = LeadPolicy.NONE;
  WaitingTimes waiting =
      new WaitingTimes(
          LATE, ZoneOffset.UTC, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);
  PlanLines plan;

  /** The plan, line by line. */
  List<String> plan() {
    plan = new PlanLines();
    Policy policy =
        new Policy(
            create,
            update,
            reactivate,
            heldRules,
            adopt,
            takeOver,
            groups,
            new Leavers(inactive, byStatus, outOfScope, gone, new NamePatterns(keptGroups)),
            leads,
            waiting);
    new Planner(policy).plan(okta, jira, plan);
    return plan.lines;
  }

  long total(String what) {
    return Optional.ofNullable(plan.totals.get(what)).orElse(0L);
  }

  /** The line of an account that is made with what the person of that login has. */
  static String made(String name) {
    return "PREPARE USER CREATE "
        + name
        + ": {active=true, displayName="
        + name
        + ", email="
        + name
        + "@x.org, name="
        + name
        + "}";
  }
}
