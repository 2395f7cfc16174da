package org.oktasync.fakes;

import org.oktasync.record.SyncStates;
import org.oktasync.record.SyncStatesContract;

public class InMemoryStatesTest extends SyncStatesContract {
  private final SyncStates states = new InMemoryStates();

  @Override
  protected SyncStates states() {
    return states;
  }
}
