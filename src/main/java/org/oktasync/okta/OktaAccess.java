package org.oktasync.okta;

import org.oktasync.config.Secret;

/**
 * How one organisation is reached, and how gently.
 *
 * @param baseUrl scheme, host and port alone, for example {@code https://example.okta.com}
 * @param token the API token
 * @param rateShare the part of the announced rate limit that may be used, in percent, 1 to 100
 * @param concurrency calls under way at once at this organisation, those of its other connections
 *     included; at least 1
 */
public record OktaAccess(String baseUrl, Secret token, int rateShare, int concurrency) {
  public OktaAccess {
    if (rateShare < 1 || rateShare > 100) {
      throw new IllegalArgumentException("rateShare must be 1 to 100: " + rateShare);
    }
    if (concurrency < 1) {
      throw new IllegalArgumentException("concurrency must be at least 1: " + concurrency);
    }
  }
}
