package com.atlassian.crowd.exception;

/** Root of the refusals that rest on permissions. */
public abstract class PermissionException extends Exception {
  private static final long serialVersionUID = 1L;

  public PermissionException() {}

  public PermissionException(String message) {
    super(message);
  }

  public PermissionException(String message, Throwable cause) {
    super(message, cause);
  }

  public PermissionException(Throwable cause) {
    super(cause);
  }
}
