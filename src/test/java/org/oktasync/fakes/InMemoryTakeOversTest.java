package org.oktasync.fakes;

import org.oktasync.record.TakeOvers;
import org.oktasync.record.TakeOversContract;

public class InMemoryTakeOversTest extends TakeOversContract {
  private final TakeOvers words = new InMemoryTakeOvers();

  @Override
  protected TakeOvers words() {
    return words;
  }
}
