package org.oktasync.run.read;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.oktasync.control.StopSignal;
import org.oktasync.mapping.assets.ObjectMapping;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.Message;
import org.oktasync.plan.CurrentState;
import org.oktasync.plan.DesiredState;
import org.oktasync.plan.PlanSummary;
import org.oktasync.plan.ReadingFacts;
import org.oktasync.record.Finding;
import org.oktasync.record.SyncState;
import org.oktasync.rows.RowStore;
import org.oktasync.run.assets.ListPart;
import org.oktasync.run.assets.PeopleReading;
import org.oktasync.run.assets.Referrers;
import org.oktasync.run.rules.CanarySearch;
import org.oktasync.source.IdentitySource;

/** Both sides of one run as they were read: everything, or the part that a delta is about. */
public abstract class RunReading implements AutoCloseable {
  private Set<Finding> leftAlone = Set.of();

  /** What the plan made of this reading leaves alone. */
  public void leftAlone(Set<Finding> findings) {
    leftAlone = Set.copyOf(findings);
  }

  /** What the plan made of this reading leaves alone; nothing before there is one. */
  public Set<Finding> leftAlone() {
    return leftAlone;
  }

  /** {@code full} or {@code incremental}. */
  public abstract String mode();

  /** Where a plan of this reading keeps people while it is made. */
  public RowStore rows() {
    return RowStore.IN_MEMORY;
  }

  /** Whether accounts, groups and memberships are looked at. */
  public boolean ofDirectory() {
    return true;
  }

  /**
   * The people whose objects are looked at; empty when there are so many that everybody should be.
   *
   * @param source is asked for those who are not in the reading themselves
   * @param referrers asked who had what is gone
   */
  public abstract Optional<PeopleReading> people(
      IdentitySource source, Referrers referrers, StopSignal stop);

  /** How much of the list of a mapping is to be looked at. */
  public ListPart part(ObjectMapping mapping) {
    return ListPart.ALL;
  }

  /** What the source would have Jira hold. */
  public abstract DesiredState desired();

  /** What Jira holds. */
  public abstract CurrentState current();

  /** Whether this reading looked at what a finding is about, so that it stands or falls now. */
  public abstract boolean covers(Finding finding);

  /** What guardrails look at in what the source answered. */
  public abstract ReadingFacts facts(CanarySearch canaries);

  /** The totals of the plan, with the numbers that its shares are taken of. */
  public abstract PlanSummary judgedBy(PlanSummary planned);

  /** Lists that did not come whole; complete once the plan is made. */
  public abstract List<IncompleteList> incomplete();

  /** Groups whose members are not as many as the source states. */
  public abstract List<String> offCount();

  /** What else a person should know about this reading. */
  public abstract List<Message> notices();

  /**
   * How far the connection is once this plan is applied; empty when it is no further than before.
   *
   * @param planned the totals of the plan
   */
  public abstract Optional<SyncState> earned(PlanSummary planned);

  /** Words that this reading proves to be about nobody. */
  public OrphanedTakeOvers orphaned() {
    return OrphanedTakeOvers.NONE;
  }

  /** Deletes what is stored. */
  @Override
  public abstract void close();
}
