package org.oktasync.ao;

public final class AoProductSettingsStoreOnPostgresTest extends AoProductSettingsStoreTest {
  public AoProductSettingsStoreOnPostgresTest() {
    super(TestDatabase.onPostgres());
  }
}
