package org.oktasync.ao;

import org.junit.Rule;
import org.oktasync.record.TakeOvers;
import org.oktasync.record.TakeOversContract;

public class AoTakeOversTest extends TakeOversContract {
  @Rule public final TestDatabase database = new TestDatabase();

  private TakeOvers words;

  @Override
  protected TakeOvers words() {
    if (words == null) {
      words = new AoTakeOvers(database.node());
    }
    return words;
  }
}
