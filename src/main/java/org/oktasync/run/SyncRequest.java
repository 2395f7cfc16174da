package org.oktasync.run;

import org.oktasync.record.SyncRun;

/**
 * What is asked of a run.
 *
 * @param connectionId the connection
 * @param trigger {@code manual}, {@code schedule}, {@code rest}, ...
 * @param startedBy user name of who asks; empty when nobody does
 * @param mode {@link SyncRun#FULL}, or {@link SyncRun#INCREMENTAL} to look at what changed, where
 *     that can be told
 * @param dryRun whether it stops after the guardrails
 * @param extent which part of the work is done
 */
public record SyncRequest(
    long connectionId,
    String trigger,
    String startedBy,
    String mode,
    boolean dryRun,
    SyncRun.Extent extent) {
  /** A run of everything that is switched on. */
  public SyncRequest(
      long connectionId, String trigger, String startedBy, String mode, boolean dryRun) {
    this(connectionId, trigger, startedBy, mode, dryRun, SyncRun.Extent.ALL);
  }
}
