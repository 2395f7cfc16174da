package org.oktasync.run.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.oktasync.model.EntityKind;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.Message;
import org.oktasync.plan.DesiredState;
import org.oktasync.plan.PlanSummary;
import org.oktasync.record.Finding;
import org.oktasync.record.SyncRun;
import org.oktasync.record.SyncState;

/**
 * The first people in scope, on both sides. It tells nothing of anybody else: nobody is gone by it,
 * and no token is earned by it.
 */
final class TrialReading extends DeltaReading {
  private final DeltaPeople people;
  private final DeltaGroups groups;
  private final Message told;

  /**
   * @param lists lists that did not come whole
   * @param told for a person: how many were looked at
   */
  TrialReading(
      PersonDelta delta,
      DeltaPeople people,
      DeltaGroups groups,
      DeltaCurrent current,
      SyncState before,
      long linkedAccounts,
      List<IncompleteList> lists,
      Message told) {
    super(
        delta, people, groups, current, before, before.idScanAt(), lists, linkedAccounts, Set.of());
    this.people = people;
    this.groups = groups;
    this.told = told;
  }

  @Override
  public String mode() {
    return SyncRun.TRIAL;
  }

  @Override
  public DesiredState desired() {
    return new DeltaDesired(people, groups, false);
  }

  /**
   * Of a group, a trial sees a few of its members: what stands about it is no matter of a trial.
   */
  @Override
  public boolean covers(Finding finding) {
    return finding.kind() == EntityKind.USER && super.covers(finding);
  }

  @Override
  public List<Message> notices() {
    List<Message> all = new ArrayList<>(super.notices());
    all.add(told);
    return all;
  }

  @Override
  public Optional<SyncState> earned(PlanSummary planned) {
    return Optional.empty();
  }
}
