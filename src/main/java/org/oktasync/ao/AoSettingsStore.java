package org.oktasync.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.oktasync.config.Connection;
import org.oktasync.config.SealedSecret;
import org.oktasync.config.SettingsJson;
import org.oktasync.config.SettingsStore;

/** Connections in the database, their settings as one JSON text. */
public final class AoSettingsStore implements SettingsStore {
  private static final Comparator<Connection> BY_NAME =
      Comparator.comparing(
              (Connection connection) -> connection.settings().name(),
              String.CASE_INSENSITIVE_ORDER)
          .thenComparing(Connection::id);

  private final ActiveObjects ao;
  private final Clock clock;
  private final SettingsJson json = new SettingsJson();

  public AoSettingsStore(ActiveObjects ao, Clock clock) {
    this.ao = ao;
    this.clock = clock;
  }

  @Override
  public List<Connection> connections() {
    return Stream.of(ao.find(AoConnection.class)).map(this::connection).sorted(BY_NAME).toList();
  }

  @Override
  public Optional<Connection> connection(long id) {
    return row(id).map(this::connection);
  }

  @Override
  public Connection add(Connection connection) {
    return ao.executeInTransaction(
        () -> {
          AoConnection row = ao.create(AoConnection.class);
          write(row, connection, 1, 1);
          return connection(row);
        });
  }

  @Override
  public Connection update(Connection connection) {
    return replace(connection, connection::settingsVersionAfter);
  }

  @Override
  public Connection amend(Connection connection) {
    return replace(connection, Connection::settingsVersion);
  }

  /**
   * @param rules the version of the rules from now on, by what is stored
   */
  private Connection replace(Connection connection, ToIntFunction<Connection> rules) {
    return ao.executeInTransaction(
        () -> {
          AoConnection row =
              locked(connection.id())
                  .filter(stored -> stored.getRevision() == connection.version())
                  .orElseThrow(
                      () -> new StaleVersionException(connection.id(), connection.version()));
          int settingsVersion = rules.applyAsInt(connection(row));
          write(row, connection, connection.version() + 1, settingsVersion);
          return connection(row);
        });
  }

  @Override
  public void delete(long id) {
    ao.executeInTransaction(() -> ao.deleteWithSQL(AoConnection.class, "ID = ?", id));
  }

  /**
   * The row, read after a first write has locked it: until this transaction ends nobody else, on
   * any node, can change it between our reading of the version and our writing of the next.
   */
  private Optional<AoConnection> locked(long id) {
    Optional<AoConnection> row = row(id);
    if (row.isPresent()) {
      row.get().setTouchedAt(clock.millis());
      row.get().save();
    }
    return row(id);
  }

  private Optional<AoConnection> row(long id) {
    return Stream.of(ao.find(AoConnection.class, "ID = ?", id)).findFirst();
  }

  private void write(AoConnection row, Connection connection, int version, int settingsVersion) {
    row.setRevision(version);
    row.setRulesRevision(settingsVersion);
    row.setSettings(json.write(connection.settings()));
    row.setSealedSecret(connection.token().sealed());
    row.setSecretSetAt(StoredText.millis(connection.token().setAt()));
    row.setSecretSetBy(connection.token().setBy());
    row.setSealedAssetsToken(connection.assetsToken().sealed());
    row.setAssetsTokenSetAt(StoredText.millis(connection.assetsToken().setAt()));
    row.setAssetsTokenSetBy(connection.assetsToken().setBy());
    row.save();
  }

  private Connection connection(AoConnection row) {
    return new Connection(
        row.getID(),
        row.getRevision(),
        row.getRulesRevision(),
        json.read(row.getSettings()),
        secret(row.getSealedSecret(), row.getSecretSetAt(), row.getSecretSetBy()),
        secret(row.getSealedAssetsToken(), row.getAssetsTokenSetAt(), row.getAssetsTokenSetBy()));
  }

  private static SealedSecret secret(String sealed, Long setAt, String setBy) {
    return new SealedSecret(
        StoredText.orEmpty(sealed), StoredText.instant(setAt), StoredText.orEmpty(setBy));
  }
}
