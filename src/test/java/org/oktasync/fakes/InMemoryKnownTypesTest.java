package org.oktasync.fakes;

import org.oktasync.record.KnownTypes;
import org.oktasync.record.KnownTypesContract;

public class InMemoryKnownTypesTest extends KnownTypesContract {
  private final KnownTypes types = new InMemoryKnownTypes();

  @Override
  protected KnownTypes types() {
    return types;
  }
}
