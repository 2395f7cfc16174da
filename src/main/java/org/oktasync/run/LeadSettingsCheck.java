package org.oktasync.run;

import java.util.List;
import org.oktasync.config.FieldProblem;
import org.oktasync.config.LeaverSettings;
import org.oktasync.model.AccountName;
import org.oktasync.model.Message;
import org.oktasync.target.LeadTarget;
import org.oktasync.target.TargetException;

/** Whether those who are named to take over leads can lead anything. */
final class LeadSettingsCheck {
  private final TargetFactory targets;

  LeadSettingsCheck(TargetFactory targets) {
    this.targets = targets;
  }

  /** Adds what is wrong; Jira is asked only when somebody is named. */
  void check(LeaverSettings leavers, List<FieldProblem> problems) {
    check("leavers.projectLead", leavers.projectLead(), problems);
    check("leavers.componentLead", leavers.componentLead(), problems);
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
