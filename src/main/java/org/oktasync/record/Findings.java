package org.oktasync.record;

import java.util.Set;

/**
 * Remembers what a connection leaves alone, so that a run reports it once, when it is new, and not
 * with every run.
 */
public interface Findings {
  /** What the last run that looked at everything left alone. */
  Set<Finding> standing(long connectionId);

  /** Replaces what is standing; writes only what differs. */
  void settle(long connectionId, Set<Finding> now);

  /** What is standing, by kind and subject; {@code text} as in {@link JournalQuery#text}. */
  Page<Finding> search(long connectionId, String text, long start, int limit);
}
