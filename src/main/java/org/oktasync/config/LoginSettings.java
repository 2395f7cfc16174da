package org.oktasync.config;

/**
 * What happens when somebody signs in to Jira.
 *
 * @param enabled whether their account and groups are brought up to date
 * @param perMinute at most so many people are asked about in a minute on each node; whoever signs
 *     in beyond that waits for the next run
 */
public record LoginSettings(boolean enabled, int perMinute) {
  /** Nothing happens. */
  public static final LoginSettings DEFAULTS = new LoginSettings(false, 30);
}
