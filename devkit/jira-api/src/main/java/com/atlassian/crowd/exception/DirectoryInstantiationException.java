package com.atlassian.crowd.exception;

/** A directory's implementation could not be started. */
public class DirectoryInstantiationException extends OperationFailedException {
  private static final long serialVersionUID = 1L;

  public DirectoryInstantiationException() {}

  public DirectoryInstantiationException(String message) {
    super(message);
  }

  public DirectoryInstantiationException(String message, Throwable cause) {
    super(message, cause);
  }

  public DirectoryInstantiationException(Throwable cause) {
    super(cause);
  }
}
