package org.oktasync.ao;

public final class AoObjectLinksOnPostgresTest extends AoObjectLinksTest {
  public AoObjectLinksOnPostgresTest() {
    super(TestDatabase.onPostgres());
  }
}
