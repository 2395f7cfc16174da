package org.oktasync.run.settings;

import java.util.ArrayList;
import java.util.List;
import org.oktasync.config.FieldProblem;
import org.oktasync.config.LeaverSettings;
import org.oktasync.model.AccountName;
import org.oktasync.model.Message;
import org.oktasync.run.ports.TargetFactory;
import org.oktasync.target.LeadTarget;
import org.oktasync.target.TargetException;

/** Whether those who are named to take over leads can lead anything. */
final class LeadSettingsCheck {
  private static final String PROJECT = "leavers.projectLead";
  private static final String COMPONENT = "leavers.componentLead";

  private final TargetFactory targets;

  LeadSettingsCheck(TargetFactory targets) {
    this.targets = targets;
  }

  /**
   * Adds what is wrong with those who are newly named; Jira is asked only about them. Who was fit
   * when they were named, and is no more, keeps nobody from saving something else.
   *
   * @param before the settings until now; null when there were none
   */
  void check(LeaverSettings leavers, LeaverSettings before, List<FieldProblem> problems) {
    if (before == null || !leavers.projectLead().equals(before.projectLead())) {
      check(PROJECT, leavers.projectLead(), problems);
    }
    if (before == null || !leavers.componentLead().equals(before.componentLead())) {
      check(COMPONENT, leavers.componentLead(), problems);
    }
  }

  /** What keeps those who are named from leading anything, as of now. */
  List<FieldProblem> standing(LeaverSettings leavers) {
    List<FieldProblem> problems = new ArrayList<>();
    check(leavers, null, problems);
    return problems;
  }

  private void check(String field, String name, List<FieldProblem> problems) {
    if (name.isEmpty()) {
      return;
    }
    LeadTarget leads = targets.leads();
    try {
      leads
          .obstacle(new AccountName(name))
          .ifPresent(obstacle -> problems.add(new FieldProblem(field, obstacle)));
    } catch (TargetException e) {
      String detail = e.problem().arguments().stream().reduce((a, b) -> b).orElse("");
      problems.add(new FieldProblem(field, Message.of("leads-unavailable", detail)));
    }
  }
}
