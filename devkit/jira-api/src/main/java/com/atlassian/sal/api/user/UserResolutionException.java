package com.atlassian.sal.api.user;

/** A name could not be turned into a user. */
public class UserResolutionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UserResolutionException(String message, Throwable cause) {
    super(message, cause);
  }

  public UserResolutionException(Throwable cause) {
    super(cause);
  }

  public UserResolutionException(String message) {
    super(message);
  }
}
