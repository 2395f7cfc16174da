package org.oktasync.ao;

import org.junit.Rule;
import org.oktasync.record.SyncStates;
import org.oktasync.record.SyncStatesContract;

public class AoSyncStatesTest extends SyncStatesContract {
  @Rule public final TestDatabase database = new TestDatabase();

  private SyncStates states;

  @Override
  protected SyncStates states() {
    if (states == null) {
      states = new AoSyncStates(database.node());
    }
    return states;
  }
}
