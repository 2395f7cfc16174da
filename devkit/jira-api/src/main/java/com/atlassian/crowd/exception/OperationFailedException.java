package com.atlassian.crowd.exception;

/** A directory could not carry out the operation. */
public class OperationFailedException extends CrowdException {
  private static final long serialVersionUID = 1L;

  public OperationFailedException() {}

  public OperationFailedException(Throwable cause) {
    super(cause);
  }

  public OperationFailedException(String message) {
    super(message);
  }

  public OperationFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
