package org.oktasync.ao;

public final class AoPlanStoreOnPostgresTest extends AoPlanStoreTest {
  public AoPlanStoreOnPostgresTest() {
    super(TestDatabase.onPostgres());
  }
}
