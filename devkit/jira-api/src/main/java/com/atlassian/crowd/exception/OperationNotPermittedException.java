package com.atlassian.crowd.exception;

/** A directory refuses the operation by its configuration. */
public class OperationNotPermittedException extends CrowdException {
  private static final long serialVersionUID = 1L;

  public OperationNotPermittedException() {}

  public OperationNotPermittedException(String message) {
    super(message);
  }

  public OperationNotPermittedException(String message, Throwable cause) {
    super(message, cause);
  }

  public OperationNotPermittedException(Throwable cause) {
    super(cause);
  }
}
