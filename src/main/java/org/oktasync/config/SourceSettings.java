package org.oktasync.config;

/**
 * How gently Okta is asked.
 *
 * @param rateShare the part of Okta's announced rate limit that this connection may use, in percent
 * @param concurrency calls under way at once, 2 to 4
 */
public record SourceSettings(int rateShare, int concurrency) {
  /** Half of the announced limit, so that other integrations of the organisation keep working. */
  public static final SourceSettings DEFAULTS = new SourceSettings(50, 4);
}
