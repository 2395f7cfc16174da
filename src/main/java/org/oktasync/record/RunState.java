package org.oktasync.record;

/** What became of a run. */
public enum RunState {
  RUNNING,
  /** Everything that was planned is done. */
  SUCCEEDED,
  /** Some changes failed, or a list was incomplete. */
  PARTIAL,
  /** A guardrail stopped it before the first write; a person decides. */
  HELD,
  /** It could not do its work; the message says why. */
  FAILED,
  /** A person stopped it. */
  CANCELLED,
  /** The node that ran it died. */
  INTERRUPTED;

  /** Whether nothing more will happen by itself. */
  public boolean over() {
    return this != RUNNING;
  }
}
