package org.oktasync.ao;

public final class AoLinkRegistryOnPostgresTest extends AoLinkRegistryTest {
  public AoLinkRegistryOnPostgresTest() {
    super(TestDatabase.onPostgres());
  }
}
