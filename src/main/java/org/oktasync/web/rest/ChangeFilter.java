package org.oktasync.web.rest;

import java.util.Arrays;
import java.util.List;
import org.oktasync.model.EntityKind;
import org.oktasync.plan.Operation;
import org.oktasync.record.JournalQuery;
import org.oktasync.record.RunOutcome;

/**
 * Which changes of a run are asked for; an empty text means any.
 *
 * @param kind label of a kind
 * @param operation label of an operation
 * @param outcome name of an outcome
 * @param text see {@link JournalQuery#text}
 */
record ChangeFilter(String kind, String operation, String outcome, String text) {
  private static final List<String> KINDS =
      Arrays.stream(EntityKind.values()).map(EntityKind::label).toList();
  private static final List<String> OPERATIONS =
      Arrays.stream(Operation.values()).map(Operation::label).toList();
  private static final List<String> OUTCOMES =
      Arrays.stream(RunOutcome.values()).map(RunOutcome::name).toList();

  /**
   * Reads the query parameters, each of which may be null.
   *
   * @throws RequestRejectedException when one has a word that does not exist
   */
  static ChangeFilter of(String kind, String operation, String outcome, String text) {
    return new ChangeFilter(
        Labels.oneOf("kind", kind, KINDS),
        Labels.oneOf("operation", operation, OPERATIONS),
        Labels.oneOf("outcome", outcome, OUTCOMES),
        Labels.text(text));
  }

  /** The question to the journal for everything. */
  JournalQuery all() {
    return new JournalQuery(kind, operation, outcome, text, 0, 1);
  }

  /** The question to the journal for one part of the changes. */
  JournalQuery part(ListQuery part) {
    return new JournalQuery(
        kind, operation, outcome, text, part.after(), part.start(), part.limit());
  }
}
