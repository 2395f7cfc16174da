package org.oktasync.control;

/** The run was asked to stop, by a person or because the node shuts down. */
public final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoppedException() {
    super("the run was asked to stop");
  }
}
