package org.oktasync.fakes;

import org.oktasync.record.PlanStore;
import org.oktasync.record.PlanStoreContract;

public final class InMemoryPlanStoreTest extends PlanStoreContract {
  private final PlanStore store = new InMemoryPlanStore();

  @Override
  protected PlanStore store() {
    return store;
  }
}
