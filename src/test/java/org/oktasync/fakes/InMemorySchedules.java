package org.oktasync.fakes;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.oktasync.config.SettingsStore;
import org.oktasync.schedule.ScheduleState;
import org.oktasync.schedule.ScheduleStore;

/** Schedules in memory. */
public final class InMemorySchedules implements ScheduleStore {
  private final SettingsStore connections;
  private final Map<Long, ScheduleState> states = new HashMap<>();
  private final Set<Long> broken = new HashSet<>();

  public InMemorySchedules(SettingsStore connections) {
    this.connections = connections;
  }

  /** From now on, the schedule of this connection cannot be read. */
  public synchronized void breakDown(long connectionId) {
    broken.add(connectionId);
  }

  @Override
  public synchronized Optional<ScheduleState> find(long connectionId) {
    if (broken.contains(connectionId)) {
      throw new IllegalStateException("the schedule of " + connectionId + " cannot be read");
    }
    return Optional.ofNullable(states.get(connectionId));
  }

  @Override
  public synchronized boolean save(ScheduleState state) {
    long id = state.connectionId();
    int stored = states.containsKey(id) ? states.get(id).revision() : 0;
    if (connections.connection(id).isEmpty() || stored != state.revision()) {
      return false;
    }
    states.put(
        id,
        new ScheduleState(
            id,
            stored + 1,
            state.rhythm(),
            state.rulesVersion(),
            state.site(),
            state.nextRunAt(),
            state.lastStartedAt(),
            state.pause(),
            state.passed()));
    return true;
  }

  @Override
  public synchronized void delete(long connectionId) {
    states.remove(connectionId);
  }
}
