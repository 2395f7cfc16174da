package org.oktasync.config;

/**
 * How long runs are kept.
 *
 * @param days runs that started earlier than so many days ago are deleted
 * @param runs how many runs of one connection are kept at most
 * @param dryRuns how many dry runs of one connection keep their changes; older ones are reduced to
 *     their summary
 */
public record RetentionSettings(int days, int runs, int dryRuns) {
  public static final RetentionSettings DEFAULTS = new RetentionSettings(90, 500, 5);
}
