package com.atlassian.sal.api.permission;

/** The caller lacks the permission. */
public class AuthorisationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public AuthorisationException() {}

  public AuthorisationException(String message) {
    super(message);
  }

  public AuthorisationException(String message, Throwable cause) {
    super(message, cause);
  }

  public AuthorisationException(Throwable cause) {
    super(cause);
  }
}
