package org.oktasync.record;

import java.util.Optional;
import org.oktasync.model.assets.SeenProfiles;

/** Remembers which attributes of profiles each connection has seen. */
public interface KnownProfiles {
  /** What a connection has seen; empty when it has not looked yet. */
  Optional<SeenProfiles> of(long connectionId);

  /** From now on this is what a connection has seen. */
  void store(long connectionId, SeenProfiles seen);

  /** A connection has not looked yet. */
  void forget(long connectionId);
}
