package org.oktasync.ao;

public final class AoSettingsStoreOnPostgresTest extends AoSettingsStoreTest {
  public AoSettingsStoreOnPostgresTest() {
    super(TestDatabase.onPostgres());
  }
}
