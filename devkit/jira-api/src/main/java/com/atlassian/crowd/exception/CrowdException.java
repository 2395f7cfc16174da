package com.atlassian.crowd.exception;

/** Root of the checked failures of the directory API. */
public abstract class CrowdException extends Exception {
  private static final long serialVersionUID = 1L;

  public CrowdException() {}

  public CrowdException(String message) {
    super(message);
  }

  public CrowdException(String message, Throwable cause) {
    super(message, cause);
  }

  public CrowdException(Throwable cause) {
    super(cause);
  }
}
