package com.atlassian.crowd.exception;

/** The membership is not possible, for example a circle of groups. */
public class InvalidMembershipException extends CrowdException {
  private static final long serialVersionUID = 1L;

  public InvalidMembershipException(String message) {
    super(message);
  }

  public InvalidMembershipException(String message, Throwable cause) {
    super(message, cause);
  }

  public InvalidMembershipException(Throwable cause) {
    super(cause);
  }
}
