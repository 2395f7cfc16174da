package org.oktasync.ao;

public final class ForgetPersonOnPostgresTest extends ForgetPersonTest {
  public ForgetPersonOnPostgresTest() {
    super(TestDatabase.onPostgres());
  }
}
