package org.oktasync.run.ports;

import org.oktasync.model.Message;

/** A run cannot be started, approved, rejected or applied as things stand. */
public final class RunRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Message problem;
  private final long runId;

  /**
   * @param runId the run that is in the way; 0 when none is
   */
  public RunRefusedException(Message problem, long runId) {
    super(problem.code());
    this.problem = problem;
    this.runId = runId;
  }

  /** Cause and remedy, for a person. */
  public Message problem() {
    return problem;
  }

  /** The run that is in the way; 0 when none is. */
  public long runId() {
    return runId;
  }
}
