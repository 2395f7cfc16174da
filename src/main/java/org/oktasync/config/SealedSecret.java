package org.oktasync.config;

import java.time.Instant;

/**
 * A stored secret that only the {@link SecretStore} can open.
 *
 * @param sealed the sealed form; empty while none is set
 * @param setAt when it was set; null while none is set
 * @param setBy who set it; empty while none is set
 */
public record SealedSecret(String sealed, Instant setAt, String setBy) {
  /** No secret is set. */
  public static final SealedSecret NONE = new SealedSecret("", null, "");

  /** Whether there is one. */
  public boolean isSet() {
    return !sealed.isEmpty();
  }
}
