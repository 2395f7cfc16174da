package org.oktasync.ao;

import org.junit.Rule;
import org.oktasync.record.KnownProfiles;
import org.oktasync.record.KnownProfilesContract;

public class AoKnownProfilesTest extends KnownProfilesContract {
  @Rule public final TestDatabase database = new TestDatabase();

  private KnownProfiles profiles;

  @Override
  protected KnownProfiles profiles() {
    if (profiles == null) {
      profiles = new AoKnownProfiles(database.node());
    }
    return profiles;
  }
}
