package org.oktasync.record;

/** What became of one change. */
public enum RunOutcome {
  APPLIED,
  PLANNED,
  SKIPPED,
  FAILED
}
