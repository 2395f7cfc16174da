package com.atlassian.scheduler;

/** Unchecked failure of the scheduler. */
public class SchedulerRuntimeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SchedulerRuntimeException(String message) {
    super(message);
  }

  public SchedulerRuntimeException(String message, Throwable cause) {
    super(message, cause);
  }
}
