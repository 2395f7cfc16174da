package com.atlassian.sal.api.permission;

/** The caller is not signed in. */
public class NotAuthenticatedException extends AuthorisationException {
  private static final long serialVersionUID = 1L;

  public NotAuthenticatedException() {}

  public NotAuthenticatedException(String message) {
    super(message);
  }

  public NotAuthenticatedException(String message, Throwable cause) {
    super(message, cause);
  }

  public NotAuthenticatedException(Throwable cause) {
    super(cause);
  }
}
