package org.oktasync.record;

/**
 * Which changes of a run are asked for; an empty text means any.
 *
 * @param kind label of an {@code EntityKind}
 * @param operation label of an {@code Operation}
 * @param outcome name of a {@code RunOutcome}
 * @param text beginning of a subject or object, upper or lower case alike, or an exact source id
 * @param start how many to leave out from the beginning
 * @param limit how many at most
 */
public record JournalQuery(
    String kind, String operation, String outcome, String text, long start, int limit) {
  /** Everything, from the beginning. */
  public static JournalQuery all(long start, int limit) {
    return new JournalQuery("", "", "", "", start, limit);
  }
}
