package org.oktasync.record;

/**
 * Which changes of a run are asked for; an empty text means any.
 *
 * @param kind label of an {@code EntityKind}
 * @param operation label of an {@code Operation}
 * @param outcome name of a {@code RunOutcome}
 * @param text beginning of a subject or object, upper or lower case alike, or an exact source id
 * @param after {@link JournalPage#next} of the page before, to go on behind it; empty for the
 *     beginning
 * @param start how many to leave out from the beginning; not looked at with {@code after}
 * @param limit how many at most
 */
public record JournalQuery(
    String kind,
    String operation,
    String outcome,
    String text,
    String after,
    long start,
    int limit) {
  /** A part that is named by how many come before it. */
  public JournalQuery(
      String kind, String operation, String outcome, String text, long start, int limit) {
    this(kind, operation, outcome, text, "", start, limit);
  }

  /** Everything, from the beginning. */
  public static JournalQuery all(long start, int limit) {
    return new JournalQuery("", "", "", "", start, limit);
  }

  /** The same question, behind a key. */
  public JournalQuery behind(String key, int most) {
    return new JournalQuery(kind, operation, outcome, text, key, 0, most);
  }
}
