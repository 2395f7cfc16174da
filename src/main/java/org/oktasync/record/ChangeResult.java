package org.oktasync.record;

import org.oktasync.model.Message;

/**
 * That a planned change was not applied, or only in part. Others need no row: everything up to the
 * run's mark without a result is applied.
 *
 * @param change the change, as its plan has it
 * @param outcome {@code SKIPPED} or {@code FAILED}; {@code APPLIED} when a part could not be made
 * @param message why
 */
public record ChangeResult(PlannedChange change, RunOutcome outcome, Message message) {}
