package org.oktasync.run;

/**
 * What is asked of a run.
 *
 * @param connectionId the connection
 * @param trigger {@code manual}, {@code rest}, ...
 * @param startedBy user name of who asks
 * @param dryRun whether it stops after the guardrails
 */
public record SyncRequest(long connectionId, String trigger, String startedBy, boolean dryRun) {}
