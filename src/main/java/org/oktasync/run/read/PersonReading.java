package org.oktasync.run.read;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import org.oktasync.mapping.DesiredAccount;
import org.oktasync.model.ExternalId;
import org.oktasync.model.SourceGroup;
import org.oktasync.plan.PlanSummary;
import org.oktasync.record.SyncRun;
import org.oktasync.record.SyncState;

/** One person on both sides. It tells nothing of anybody else, so that no token is earned by it. */
public final class PersonReading extends DeltaReading {
  private final DeltaPeople people;
  private final List<SourceGroup> groupsInSource;

  /**
   * @param groupsInSource the groups of the source that the person is in; empty when nobody asked
   */
  PersonReading(
      PersonDelta delta,
      DeltaPeople people,
      DeltaGroups groups,
      DeltaCurrent current,
      SyncState before,
      long linkedAccounts,
      List<SourceGroup> groupsInSource) {
    super(
        delta,
        people,
        groups,
        current,
        before,
        before.idScanAt(),
        List.of(),
        linkedAccounts,
        Set.of());
    this.people = people;
    this.groupsInSource = List.copyOf(groupsInSource);
  }

  @Override
  public String mode() {
    return SyncRun.PERSON;
  }

  /** The groups of the source that the person is in. */
  public List<SourceGroup> groupsInSource() {
    return groupsInSource;
  }

  /** What Jira should hold of the person; without an entry when the source has no such person. */
  public NavigableMap<ExternalId, DesiredAccount> desiredPeople() {
    return people.desired();
  }

  @Override
  public Optional<SyncState> earned(PlanSummary planned) {
    return Optional.empty();
  }
}
