package org.oktasync.record;

import java.util.List;

/**
 * A part of the changes of a run.
 *
 * @param total how many changes the query finds in all, counted up to {@link #COUNTED}
 * @param totalIsAtLeast whether there are more than that
 * @param start how many were left out from the beginning; not known, and 0, behind a key
 * @param next the key behind which the next part begins; empty when this is the last
 * @param values this part
 */
public record JournalPage(
    long total, boolean totalIsAtLeast, long start, String next, List<JournalEntry> values) {
  /** Up to so many changes are counted: to count a million takes longer than to read a page. */
  public static final int COUNTED = 10_000;

  public JournalPage {
    values = List.copyOf(values);
  }
}
