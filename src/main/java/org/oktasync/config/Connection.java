package org.oktasync.config;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A stored connection.
 *
 * @param id row id; 0 before it is stored
 * @param version grows by one with each change; a change from a stale version is refused
 * @param settingsVersion the version with which the {@link ConnectionSettings#rules} last changed;
 *     plans and reviews of an earlier one no longer hold
 * @param settings what the administrator set
 * @param token what the product signs in at the source with
 * @param assetsToken the personal access token that Assets is spoken to with
 */
public record Connection(
    long id,
    int version,
    int settingsVersion,
    ConnectionSettings settings,
    SealedSecret token,
    SealedSecret assetsToken) {

  /** A connection that is not stored yet. */
  public static Connection unsaved(ConnectionSettings settings) {
    return new Connection(0, 0, 0, settings, SealedSecret.NONE, SealedSecret.NONE);
  }

  /** The same connection with other settings. */
  public Connection with(ConnectionSettings other) {
    return new Connection(id, version, settingsVersion, other, token, assetsToken);
  }

  /** The same connection with another secret for the source. */
  public Connection withSecret(String sealed, Instant at, String by) {
    SealedSecret other = new SealedSecret(sealed, at, by);
    return new Connection(id, version, settingsVersion, settings, other, assetsToken);
  }

  /** The same connection with another token for Assets. */
  public Connection withAssetsToken(SealedSecret other) {
    return new Connection(id, version, settingsVersion, settings, token, other);
  }

  /** The version of the rules once this connection is stored, after {@code stored}. */
  public int settingsVersionAfter(Connection stored) {
    boolean same = stored.settings().rules().equals(settings.rules());
    return same ? stored.settingsVersion() : stored.version() + 1;
  }

  /** The sealed secret for the source; empty while none is set. */
  public String sealedSecret() {
    return token.sealed();
  }

  /** Whether a secret for the source is set. */
  public boolean hasSecret() {
    return token.isSet();
  }

  /** Every secret that is set. */
  public List<SealedSecret> secrets() {
    return Stream.of(token, assetsToken).filter(SealedSecret::isSet).toList();
  }
}
