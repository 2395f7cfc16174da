package com.atlassian.crowd.exception.runtime;

/** Root of the unchecked failures of the application-level API. */
public class CrowdRuntimeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CrowdRuntimeException() {}

  public CrowdRuntimeException(String message) {
    super(message);
  }

  public CrowdRuntimeException(String message, Throwable cause) {
    super(message, cause);
  }

  public CrowdRuntimeException(Throwable cause) {
    super(cause);
  }
}
