package org.oktasync.record;

import org.oktasync.model.Message;

/**
 * That a planned change was not applied. Applied ones need no row: everything up to the run's mark
 * without a result is applied.
 *
 * @param ordinal the change's number in its plan
 * @param outcome {@code SKIPPED} or {@code FAILED}
 * @param message why
 */
public record ChangeResult(long ordinal, RunOutcome outcome, Message message) {}
