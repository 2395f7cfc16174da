package org.oktasync.config;

import java.util.List;
import java.util.Optional;

/** Keeps connections. A change is seen by every node with its next read. */
public interface SettingsStore {
  /** All connections, by name. */
  List<Connection> connections();

  /** The connection with this id. */
  Optional<Connection> connection(long id);

  /** Stores a new connection and returns it with id and version 1. */
  Connection add(Connection connection);

  /**
   * Stores a changed connection and returns it with the next version.
   *
   * @throws StaleVersionException when somebody changed it since {@code connection.version()}
   */
  Connection update(Connection connection);

  /**
   * As {@link #update}, but the version of the rules stays: for changes that the product makes by
   * itself and that nobody has to look at before plans and schedules hold.
   *
   * @throws StaleVersionException when somebody changed it since {@code connection.version()}
   */
  Connection amend(Connection connection);

  /** Deletes a connection; its links, runs and plans are deleted by their own stores. */
  void delete(long id);

  /** Somebody else changed the settings in between. */
  final class StaleVersionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StaleVersionException(long id, int version) {
      super("connection " + id + " was changed since version " + version);
    }

    /** It was the settings of the whole product. */
    public StaleVersionException(int version) {
      super("the product's settings were changed since version " + version);
    }
  }
}
