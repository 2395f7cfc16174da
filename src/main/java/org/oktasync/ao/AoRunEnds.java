package org.oktasync.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.oktasync.record.RunEnds;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;

/** Which ends of runs were told, in the rows of the runs. */
public final class AoRunEnds implements RunEnds {
  private static final Duration NEWS = Duration.ofDays(1);

  private final ActiveObjects ao;
  private final Clock clock;
  private final SyncRunColumns columns = new SyncRunColumns();

  public AoRunEnds(ActiveObjects ao, Clock clock) {
    this.ao = ao;
    this.clock = clock;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Rows of versions that told nobody have no told state, and so are never untold.
   */
  @Override
  public List<SyncRun> untold(Instant now) {
    long since = now.minus(NEWS).toEpochMilli();
    Conditions wanted =
        new Conditions()
            .and("HEARTBEAT_AT > ?", since)
            .and(
                "((RUN_STATE = ? AND TOLD_STATE <> ?)"
                    + " OR (RUN_STATE <> ? AND RUN_STATE <> TOLD_STATE))",
                RunState.RUNNING.name(),
                RunState.INTERRUPTED.name(),
                RunState.RUNNING.name());
    return Stream.of(ao.find(AoSyncRun.class, wanted.query("ID").order("ID ASC")))
        .map(columns::run)
        .map(run -> run.seenAt(now))
        .filter(run -> run.state().over())
        .toList();
  }

  @Override
  public boolean claim(long runId, RunState end) {
    return ao.executeInTransaction(
        () -> {
          Optional<AoSyncRun> run =
              locked(runId).filter(row -> !end.name().equals(row.getToldState()));
          run.ifPresent(
              row -> {
                row.setToldState(end.name());
                row.save();
              });
          return run.isPresent();
        });
  }

  /** The row, read after a first write has locked it until this transaction ends. */
  private Optional<AoSyncRun> locked(long runId) {
    Optional<AoSyncRun> row = row(runId);
    row.ifPresent(
        found -> {
          found.setToldAt(clock.millis());
          found.save();
        });
    return row.isPresent() ? row(runId) : row;
  }

  private Optional<AoSyncRun> row(long runId) {
    return Stream.of(ao.find(AoSyncRun.class, "ID = ?", runId)).findFirst();
  }
}
