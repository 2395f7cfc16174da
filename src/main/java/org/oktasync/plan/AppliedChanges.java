package org.oktasync.plan;

import org.oktasync.model.Cursor;

/** What a finished run did, to be undone. */
public interface AppliedChanges {
  /**
   * One change of the run.
   *
   * @param certain whether it is known to have been made; when a run broke off, what it was busy
   *     with is not
   * @param whole whether all of it was made that could be
   */
  record Made(Change change, boolean certain, boolean whole) {}

  /**
   * The changes of one phase, in the order in which they were made, without what was left alone,
   * skipped or failed; may be read more than once.
   */
  Cursor<Made> of(Phase phase);
}
