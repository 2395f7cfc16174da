package com.atlassian.crowd.exception.runtime;

/** Unchecked form of a failed directory operation. */
public class OperationFailedException extends CrowdRuntimeException {
  private static final long serialVersionUID = 1L;

  public OperationFailedException() {}

  public OperationFailedException(String message) {
    super(message);
  }

  public OperationFailedException(String message, Throwable cause) {
    super(message, cause);
  }

  public OperationFailedException(Throwable cause) {
    super(cause);
  }
}
