package org.oktasync.config;

import java.time.Instant;

/**
 * A stored connection.
 *
 * @param id row id; 0 before it is stored
 * @param version grows by one with each change; a change from a stale version is refused
 * @param settings what the administrator set
 * @param sealedSecret the API token, sealed; empty while none is set
 * @param secretSetAt when the secret was set; null while none is set
 * @param secretSetBy who set the secret; empty while none is set
 */
public record Connection(
    long id,
    int version,
    ConnectionSettings settings,
    String sealedSecret,
    Instant secretSetAt,
    String secretSetBy) {

  /** Whether a secret is set. */
  public boolean hasSecret() {
    return !sealedSecret.isEmpty();
  }
}
