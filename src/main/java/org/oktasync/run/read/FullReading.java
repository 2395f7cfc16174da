package org.oktasync.run.read;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.oktasync.control.StopSignal;
import org.oktasync.mapping.MappingProfile;
import org.oktasync.model.EntityKind;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.Message;
import org.oktasync.plan.CurrentState;
import org.oktasync.plan.DesiredState;
import org.oktasync.plan.PlanSummary;
import org.oktasync.plan.ReadingFacts;
import org.oktasync.record.Finding;
import org.oktasync.record.Pending;
import org.oktasync.record.SyncRun;
import org.oktasync.record.SyncState;
import org.oktasync.rows.RowStore;
import org.oktasync.run.assets.PeopleReading;
import org.oktasync.run.assets.Referrers;
import org.oktasync.run.rules.CanarySearch;
import org.oktasync.source.IdentitySource;
import org.oktasync.source.SourceSnapshot;
import org.oktasync.spool.SpooledRowStore;

/** Everything on both sides. */
final class FullReading extends RunReading {
  private final SourceSnapshot snapshot;
  private final PeopleOutside outside;
  private final MappedState desired;
  private final TargetState current;
  private final OrphanedTakeOvers orphaned;
  private final List<Message> notices;
  private final int settingsVersion;
  private final Instant now;
  private final SpooledRowStore rows;

  /**
   * @param outside linked people who are not in the list of people
   * @param orphaned words about people whom the source has no longer
   * @param rows where a plan of this reading keeps people; closed with it
   * @param notices why everything is read, where something less was asked for
   */
  FullReading(
      SourceSnapshot snapshot,
      PeopleOutside outside,
      OrphanedTakeOvers orphaned,
      MappingProfile mapping,
      TargetState current,
      SpooledRowStore rows,
      List<Message> notices,
      int settingsVersion,
      Instant now) {
    this.snapshot = snapshot;
    this.outside = outside;
    this.orphaned = orphaned;
    this.desired = new MappedState(snapshot, mapping, outside);
    this.current = current;
    this.rows = rows;
    this.notices = notices;
    this.settingsVersion = settingsVersion;
    this.now = now;
  }

  @Override
  public String mode() {
    return SyncRun.FULL;
  }

  @Override
  public Optional<PeopleReading> people(
      IdentitySource source, Referrers referrers, StopSignal stop) {
    return Optional.of(PeopleReading.all(snapshot));
  }

  @Override
  public RowStore rows() {
    return rows;
  }

  @Override
  public DesiredState desired() {
    return desired;
  }

  @Override
  public CurrentState current() {
    return current;
  }

  @Override
  public boolean covers(Finding finding) {
    return finding.kind() != EntityKind.OBJECT;
  }

  @Override
  public ReadingFacts facts(CanarySearch canaries) {
    boolean complete = snapshot.usersCompleteness().complete();
    return new ReadingFacts(true, snapshot.userCount(), complete, canaries.missing(snapshot));
  }

  @Override
  public PlanSummary judgedBy(PlanSummary planned) {
    return planned;
  }

  @Override
  public List<IncompleteList> incomplete() {
    List<IncompleteList> lists = new ArrayList<>(snapshot.incomplete());
    outside.incomplete().ifPresent(lists::add);
    return lists;
  }

  @Override
  public List<String> offCount() {
    return snapshot.offCount();
  }

  @Override
  public List<Message> notices() {
    return Stream.concat(notices.stream(), orphaned.notices().stream()).toList();
  }

  @Override
  public OrphanedTakeOvers orphaned() {
    return orphaned;
  }

  @Override
  public Optional<SyncState> earned(PlanSummary planned) {
    return snapshot
        .token()
        .filter(token -> outside.complete())
        .map(
            token ->
                new SyncState(
                    settingsVersion,
                    token.value(),
                    now,
                    now,
                    Owned.usersAfter(planned),
                    Owned.membershipsAfter(planned),
                    Pending.NONE,
                    false));
  }

  @Override
  public void close() {
    rows.close();
    snapshot.close();
  }
}
