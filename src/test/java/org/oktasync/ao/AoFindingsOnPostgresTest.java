package org.oktasync.ao;

public final class AoFindingsOnPostgresTest extends AoFindingsTest {
  public AoFindingsOnPostgresTest() {
    super(TestDatabase.onPostgres());
  }
}
