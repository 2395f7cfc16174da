package org.oktasync.ao;

import org.junit.Rule;
import org.oktasync.record.LinkRegistry;
import org.oktasync.record.LinkRegistryContract;

/** On a database that takes upper and lower case for the same, as MySQL and SQL Server do. */
public final class AoLinkRegistryIgnoringCaseTest extends LinkRegistryContract {
  @Rule public final TestDatabase database = new TestDatabase(";IGNORECASE=TRUE");

  private LinkRegistry registry;

  @Override
  protected LinkRegistry registry() {
    if (registry == null) {
      registry = new AoLinkRegistry(database.node());
    }
    return registry;
  }
}
