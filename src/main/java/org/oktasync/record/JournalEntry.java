package org.oktasync.record;

import org.oktasync.model.Message;

/**
 * A change of a run and what became of it.
 *
 * @param change the change
 * @param outcome what became of it
 * @param message why it was not applied, or why it was planned; null when there is nothing to say
 */
public record JournalEntry(PlannedChange change, RunOutcome outcome, Message message) {}
