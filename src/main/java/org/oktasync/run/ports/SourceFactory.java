package org.oktasync.run.ports;

import java.util.Optional;
import org.oktasync.config.Connection;
import org.oktasync.model.Message;
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

  /**
   * Why {@link #open} would throw at present, with cause and remedy; empty when it would not, or
   * nobody knows before it is tried.
   */
  default Optional<Message> obstacle(Connection connection) {
    return Optional.empty();
  }
}
