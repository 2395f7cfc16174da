package org.oktasync.ao;

import org.junit.Rule;
import org.oktasync.record.LinkRegistry;
import org.oktasync.record.LinkRegistryContract;

public class AoLinkRegistryTest extends LinkRegistryContract {
  @Rule public final TestDatabase database;

  public AoLinkRegistryTest() {
    this(new TestDatabase());
  }

  AoLinkRegistryTest(TestDatabase database) {
    this.database = database;
  }

  private LinkRegistry registry;

  @Override
  protected LinkRegistry registry() {
    if (registry == null) {
      registry = new AoLinkRegistry(database.node());
    }
    return registry;
  }
}
