package org.oktasync.fakes;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.oktasync.config.Connection;
import org.oktasync.config.SettingsStore;

/** Connections in memory. */
public final class InMemorySettings implements SettingsStore {
  private final TreeMap<Long, Connection> connections = new TreeMap<>();
  private long lastId;

  @Override
  public synchronized List<Connection> connections() {
    return connections.values().stream()
        .sorted(
            Comparator.comparing(
                (Connection one) -> one.settings().name(), String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  @Override
  public synchronized Optional<Connection> connection(long id) {
    return Optional.ofNullable(connections.get(id));
  }

  @Override
  public synchronized Connection add(Connection connection) {
    return put(++lastId, 1, 1, connection);
  }

  @Override
  public synchronized Connection update(Connection connection) {
    return replace(connection, connection::settingsVersionAfter);
  }

  @Override
  public synchronized Connection amend(Connection connection) {
    return replace(connection, Connection::settingsVersion);
  }

  private Connection replace(Connection connection, ToIntFunction<Connection> rules) {
    Connection before = connections.get(connection.id());
    if (before == null || before.version() != connection.version()) {
      throw new StaleVersionException(connection.id(), connection.version());
    }
    int settingsVersion = rules.applyAsInt(before);
    return put(connection.id(), before.version() + 1, settingsVersion, connection);
  }

  @Override
  public synchronized void delete(long id) {
    connections.remove(id);
  }

  private Connection put(long id, int version, int settingsVersion, Connection from) {
    Connection stored =
        new Connection(
            id, version, settingsVersion, from.settings(), from.token(), from.assetsToken());
    connections.put(id, stored);
    return stored;
  }
}
