package org.oktasync.run.read;

import java.util.List;
import java.util.Optional;
import org.oktasync.control.StopSignal;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.Message;
import org.oktasync.plan.CurrentState;
import org.oktasync.plan.DesiredState;
import org.oktasync.plan.PlanSummary;
import org.oktasync.plan.ReadingFacts;
import org.oktasync.record.Finding;
import org.oktasync.record.SyncRun;
import org.oktasync.record.SyncState;
import org.oktasync.run.assets.PeopleReading;
import org.oktasync.run.assets.Referrers;
import org.oktasync.run.rules.CanarySearch;
import org.oktasync.source.IdentitySource;
import org.oktasync.source.SourceSnapshot;

/** The people of the source, for objects alone; nothing of the directory is looked at. */
final class ObjectsOnlyReading extends RunReading {
  private final Optional<SourceSnapshot> snapshot;

  /**
   * @param snapshot empty when no more than some people are asked for later on
   */
  ObjectsOnlyReading(Optional<SourceSnapshot> snapshot) {
    this.snapshot = snapshot;
  }

  @Override
  public boolean ofDirectory() {
    return false;
  }

  @Override
  public String mode() {
    return SyncRun.FULL;
  }

  @Override
  public Optional<PeopleReading> people(
      IdentitySource source, Referrers referrers, StopSignal stop) {
    return Optional.of(
        snapshot.map(PeopleReading::all).orElseGet(() -> PeopleReading.some(List.of())));
  }

  @Override
  public DesiredState desired() {
    throw new IllegalStateException("nothing of the directory was read");
  }

  @Override
  public CurrentState current() {
    throw new IllegalStateException("nothing of the directory was read");
  }

  @Override
  public boolean covers(Finding finding) {
    return false;
  }

  @Override
  public ReadingFacts facts(CanarySearch canaries) {
    return new ReadingFacts(false, 0, false, List.of());
  }

  @Override
  public PlanSummary judgedBy(PlanSummary planned) {
    return planned;
  }

  @Override
  public List<IncompleteList> incomplete() {
    return snapshot.map(SourceSnapshot::incomplete).orElse(List.of());
  }

  @Override
  public List<String> offCount() {
    return snapshot.map(SourceSnapshot::offCount).orElse(List.of());
  }

  @Override
  public List<Message> notices() {
    return List.of();
  }

  @Override
  public Optional<SyncState> earned(PlanSummary planned) {
    return Optional.empty();
  }

  @Override
  public void close() {
    snapshot.ifPresent(SourceSnapshot::close);
  }
}
