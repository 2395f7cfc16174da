package org.oktasync.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.oktasync.model.Message;
import org.oktasync.schedule.PauseReason;
import org.oktasync.schedule.ScheduleState;
import org.oktasync.schedule.ScheduleStore;
import org.oktasync.schedule.Site;

/** Schedules in the database; changes of one schedule follow each other, whatever the node. */
public final class AoScheduleStore implements ScheduleStore {
  private static final TypeReference<Message> MESSAGE = new TypeReference<>() {};

  private final ActiveObjects ao;
  private final Clock clock;
  private final JsonColumn json = new JsonColumn();

  public AoScheduleStore(ActiveObjects ao, Clock clock) {
    this.ao = ao;
    this.clock = clock;
  }

  @Override
  public Optional<ScheduleState> find(long connectionId) {
    return row(connectionId).map(this::state);
  }

  @Override
  public boolean save(ScheduleState state) {
    return ao.executeInTransaction(
        () -> {
          if (!lockConnection(state.connectionId())) {
            return false;
          }
          Optional<AoSchedule> stored = row(state.connectionId());
          if (stored.map(AoSchedule::getRevision).orElse(0) != state.revision()) {
            return false;
          }
          write(stored.orElseGet(() -> ao.create(AoSchedule.class)), state);
          return true;
        });
  }

  /**
   * Writes to the connection's row, so that until the end of this transaction nobody else, on any
   * node, comes this far: neither between our look at the revision and our writing of the next, nor
   * to make a second row.
   */
  private boolean lockConnection(long id) {
    Optional<AoConnection> connection =
        Stream.of(ao.find(AoConnection.class, "ID = ?", id)).findFirst();
    connection.ifPresent(
        row -> {
          row.setTouchedAt(clock.millis());
          row.save();
        });
    return connection.isPresent();
  }

  @Override
  public void delete(long connectionId) {
    ao.executeInTransaction(
        () -> ao.deleteWithSQL(AoSchedule.class, "CONNECTION_ID = ?", connectionId));
  }

  private Optional<AoSchedule> row(long connectionId) {
    return Stream.of(ao.find(AoSchedule.class, "CONNECTION_ID = ?", connectionId)).findFirst();
  }

  private void write(AoSchedule row, ScheduleState state) {
    row.setConnectionId(state.connectionId());
    row.setRevision(state.revision() + 1);
    row.setRhythm(state.rhythm());
    row.setRulesRevision(state.rulesVersion());
    row.setSiteUrl(state.site().baseUrl());
    row.setServerId(state.site().serverId());
    row.setNextRunAt(StoredText.millis(state.nextRunAt()));
    row.setLastStartedAt(StoredText.millis(state.lastStartedAt()));
    ScheduleState.Pause pause = state.pause();
    row.setPausedReason(pause == null ? null : pause.reason().label());
    row.setPausedAt(pause == null ? null : StoredText.millis(pause.at()));
    ScheduleState.Passed passed = state.passed();
    row.setPassedDue(passed == null ? null : StoredText.millis(passed.due()));
    row.setPassedReason(passed == null ? null : json.write(passed.why()));
    row.save();
  }

  private ScheduleState state(AoSchedule row) {
    return new ScheduleState(
        row.getConnectionId(),
        row.getRevision(),
        StoredText.orEmpty(row.getRhythm()),
        row.getRulesRevision(),
        new Site(StoredText.orEmpty(row.getSiteUrl()), StoredText.orEmpty(row.getServerId())),
        StoredText.instant(row.getNextRunAt()),
        StoredText.instant(row.getLastStartedAt()),
        pause(row),
        passed(row));
  }

  private static ScheduleState.Pause pause(AoSchedule row) {
    String reason = StoredText.orEmpty(row.getPausedReason());
    return reason.isEmpty()
        ? null
        : new ScheduleState.Pause(PauseReason.of(reason), StoredText.instant(row.getPausedAt()));
  }

  private ScheduleState.Passed passed(AoSchedule row) {
    Message why = json.read(row.getPassedReason(), MESSAGE);
    return why == null
        ? null
        : new ScheduleState.Passed(StoredText.instant(row.getPassedDue()), why);
  }
}
