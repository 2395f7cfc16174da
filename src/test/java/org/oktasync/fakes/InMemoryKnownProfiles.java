package org.oktasync.fakes;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.oktasync.model.assets.SeenProfiles;
import org.oktasync.record.KnownProfiles;

/** Which attributes of profiles were seen, in memory. */
public final class InMemoryKnownProfiles implements KnownProfiles {
  private final Map<Long, SeenProfiles> seen = new ConcurrentHashMap<>();

  @Override
  public Optional<SeenProfiles> of(long connectionId) {
    return Optional.ofNullable(seen.get(connectionId));
  }

  @Override
  public void store(long connectionId, SeenProfiles now) {
    seen.put(connectionId, now);
  }

  @Override
  public void forget(long connectionId) {
    seen.remove(connectionId);
  }
}
