package org.oktasync.run;

import org.oktasync.config.Connection;
import org.oktasync.source.IdentitySource;

/** Opens the identity source of a connection. */
@FunctionalInterface
public interface SourceFactory {
  /**
   * A fresh instance, closed by the caller; opening sends nothing.
   *
   * @throws org.oktasync.source.SourceException when the settings cannot be used, for example
   *     because no secret is set
   */
  IdentitySource open(Connection connection);
}
