package org.oktasync.ao;

import static org.junit.Assert.assertEquals;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.oktasync.config.SettingsStore;
import org.oktasync.schedule.ScheduleState;
import org.oktasync.schedule.ScheduleStore;
import org.oktasync.schedule.ScheduleStoreContract;

public final class AoScheduleStoreTest extends ScheduleStoreContract {
  private static final int NODES = 4;

  @Rule public final TestDatabase database = new TestDatabase();

  private ScheduleStore store;
  private SettingsStore connections;

  @Before
  public void setUp() {
    store = node();
    connections = new AoSettingsStore(database.node(), Clock.systemUTC());
  }

  private ScheduleStore node() {
    return new AoScheduleStore(database.node(), Clock.systemUTC());
  }

  @Override
  protected ScheduleStore store() {
    return store;
  }

  @Override
  protected SettingsStore connections() {
    return connections;
  }

  @Test
  public void ofSeveralNodesThatClaimOneDueTime_exactlyOneWins() throws Exception {
    long id = connection();
    store.save(on(ScheduleState.none(id)));
    for (int round = 2; round < 7; round++) {
      ScheduleState due = store.find(id).orElseThrow();
      assertEquals(1, winners(moved(due)));
      assertEquals(round, store.find(id).orElseThrow().revision());
    }
  }

  @Test
  public void ofSeveralNodesThatMakeTheRow_exactlyOneWins() throws Exception {
    for (int round = 0; round < 5; round++) {
      assertEquals(1, winners(on(ScheduleState.none(connection()))));
    }
    assertEquals(5, database.rows("SCHEDULE"));
  }

  private int winners(ScheduleState state) throws Exception {
    List<Callable<Boolean>> tries = new ArrayList<>();
    for (int i = 0; i < NODES; i++) {
      ScheduleStore node = node();
      tries.add(() -> node.save(state));
    }
    return AllAtOnce.winners(tries);
  }
}
