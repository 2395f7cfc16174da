package com.atlassian.crowd.exception;

/** The directory does not accept the new password. */
public class InvalidCredentialException extends CrowdException {
  private static final long serialVersionUID = 1L;

  public InvalidCredentialException() {}

  public InvalidCredentialException(String message) {
    super(message);
  }

  public InvalidCredentialException(String message, Throwable cause) {
    super(message, cause);
  }

  public InvalidCredentialException(Throwable cause) {
    super(cause);
  }
}
