package org.oktasync.ao;

public final class UpgradeOnPostgresTest extends UpgradeTest {
  public UpgradeOnPostgresTest() {
    super(TestDatabase::bareOnPostgres);
  }
}
