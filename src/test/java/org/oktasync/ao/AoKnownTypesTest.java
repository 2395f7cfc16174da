package org.oktasync.ao;

import org.junit.Rule;
import org.oktasync.record.KnownTypes;
import org.oktasync.record.KnownTypesContract;

public class AoKnownTypesTest extends KnownTypesContract {
  @Rule public final TestDatabase database = new TestDatabase();

  private KnownTypes types;

  @Override
  protected KnownTypes types() {
    if (types == null) {
      types = new AoKnownTypes(database.node());
    }
    return types;
  }
}
