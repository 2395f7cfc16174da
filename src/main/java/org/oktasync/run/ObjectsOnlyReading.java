package org.oktasync.run;

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
  boolean ofDirectory() {
    return false;
  }

  @Override
  String mode() {
    return SyncRun.FULL;
  }

  @Override
  Optional<PeopleReading> people(IdentitySource source, Referrers referrers, StopSignal stop) {
    return Optional.of(
        snapshot.map(PeopleReading::all).orElseGet(() -> PeopleReading.some(List.of())));
  }

  @Override
  DesiredState desired() {
    throw new IllegalStateException("nothing of the directory was read");
  }

  @Override
  CurrentState current() {
    throw new IllegalStateException("nothing of the directory was read");
  }

  @Override
  boolean covers(Finding finding) {
    return false;
  }

  @Override
  ReadingFacts facts(CanarySearch canaries) {
    return new ReadingFacts(false, 0, false, List.of());
  }

  @Override
  PlanSummary judgedBy(PlanSummary planned) {
    return planned;
  }

  @Override
  List<IncompleteList> incomplete() {
    return snapshot.map(SourceSnapshot::incomplete).orElse(List.of());
  }

  @Override
  List<String> offCount() {
    return snapshot.map(SourceSnapshot::offCount).orElse(List.of());
  }

  @Override
  List<Message> notices() {
    return List.of();
  }

  @Override
  Optional<SyncState> earned(PlanSummary planned) {
    return Optional.empty();
  }

  @Override
  public void close() {
    snapshot.ifPresent(SourceSnapshot::close);
  }
}
