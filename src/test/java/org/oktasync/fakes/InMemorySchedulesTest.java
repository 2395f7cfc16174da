package org.oktasync.fakes;

import org.oktasync.config.SettingsStore;
import org.oktasync.schedule.ScheduleStore;
import org.oktasync.schedule.ScheduleStoreContract;

public final class InMemorySchedulesTest extends ScheduleStoreContract {
  private final InMemorySettings connections = new InMemorySettings();
  private final InMemorySchedules store = new InMemorySchedules(connections);

  @Override
  protected ScheduleStore store() {
    return store;
  }

  @Override
  protected SettingsStore connections() {
    return connections;
  }
}
