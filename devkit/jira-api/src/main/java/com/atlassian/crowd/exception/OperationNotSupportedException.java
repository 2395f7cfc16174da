package com.atlassian.crowd.exception;

/** A directory's implementation does not know the operation. */
public class OperationNotSupportedException extends OperationFailedException {
  private static final long serialVersionUID = 1L;

  public OperationNotSupportedException() {}

  public OperationNotSupportedException(Throwable cause) {
    super(cause);
  }

  public OperationNotSupportedException(String message) {
    super(message);
  }

  public OperationNotSupportedException(String message, Throwable cause) {
    super(message, cause);
  }
}
