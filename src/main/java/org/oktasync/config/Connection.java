package org.oktasync.config;

import java.time.Instant;

/**
 * A stored connection.
 *
 * @param id row id; 0 before it is stored
 * @param version grows by one with each change; a change from a stale version is refused
 * @param settingsVersion the version with which the {@link ConnectionSettings#rules} last changed;
 *     plans and reviews of an earlier one no longer hold
 * @param settings what the administrator set
 * @param sealedSecret the API token, sealed; empty while none is set
 * @param secretSetAt when the secret was set; null while none is set
 * @param secretSetBy who set the secret; empty while none is set
 */
public record Connection(
    long id,
    int version,
    int settingsVersion,
    ConnectionSettings settings,
    String sealedSecret,
    Instant secretSetAt,
    String secretSetBy) {

  /** A connection that is not stored yet. */
  public static Connection unsaved(ConnectionSettings settings) {
    return new Connection(0, 0, 0, settings, "", null, "");
  }

  /** The same connection with other settings. */
  public Connection with(ConnectionSettings other) {
    return new Connection(
        id, version, settingsVersion, other, sealedSecret, secretSetAt, secretSetBy);
  }

  /** The same connection with another secret. */
  public Connection withSecret(String sealed, Instant at, String by) {
    return new Connection(id, version, settingsVersion, settings, sealed, at, by);
  }

  /** The version of the rules once this connection is stored, after {@code stored}. */
  public int settingsVersionAfter(Connection stored) {
    boolean same = stored.settings().rules().equals(settings.rules());
    return same ? stored.settingsVersion() : stored.version() + 1;
  }

  /** Whether a secret is set. */
  public boolean hasSecret() {
    return !sealedSecret.isEmpty();
  }
}
