package com.atlassian.crowd.exception;

/** Name and password were not accepted. */
public class FailedAuthenticationException extends CrowdException {
  private static final long serialVersionUID = 1L;

  public FailedAuthenticationException() {}

  public FailedAuthenticationException(String message) {
    super(message);
  }

  public FailedAuthenticationException(String message, Throwable cause) {
    super(message, cause);
  }

  public FailedAuthenticationException(Throwable cause) {
    super(cause);
  }
}
