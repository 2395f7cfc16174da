package org.oktasync.fakes;

import org.oktasync.record.LinkRegistry;
import org.oktasync.record.LinkRegistryContract;

public final class InMemoryLinksTest extends LinkRegistryContract {
  private final LinkRegistry registry = new InMemoryLinks();

  @Override
  protected LinkRegistry registry() {
    return registry;
  }
}
