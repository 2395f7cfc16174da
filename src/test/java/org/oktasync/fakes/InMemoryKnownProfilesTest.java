package org.oktasync.fakes;

import org.oktasync.record.KnownProfiles;
import org.oktasync.record.KnownProfilesContract;

public class InMemoryKnownProfilesTest extends KnownProfilesContract {
  private final KnownProfiles profiles = new InMemoryKnownProfiles();

  @Override
  protected KnownProfiles profiles() {
    return profiles;
  }
}
