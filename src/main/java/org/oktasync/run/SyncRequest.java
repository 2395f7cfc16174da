package org.oktasync.run;

/**
 * What is asked of a run.
 *
 * @param connectionId the connection
 * @param trigger {@code manual}, {@code schedule}, {@code rest}, ...
 * @param startedBy user name of who asks; empty when nobody does
 * @param mode {@link org.oktasync.record.SyncRun#FULL}, or {@link
 *     org.oktasync.record.SyncRun#INCREMENTAL} to look at what changed, where that can be told
 * @param dryRun whether it stops after the guardrails
 */
public record SyncRequest(
    long connectionId, String trigger, String startedBy, String mode, boolean dryRun) {}
