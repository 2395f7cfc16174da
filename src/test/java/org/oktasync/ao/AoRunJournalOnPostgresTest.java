package org.oktasync.ao;

public final class AoRunJournalOnPostgresTest extends AoRunJournalTest {
  public AoRunJournalOnPostgresTest() {
    super(TestDatabase.onPostgres());
  }
}
