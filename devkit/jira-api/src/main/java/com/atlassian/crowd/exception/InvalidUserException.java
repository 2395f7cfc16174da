package com.atlassian.crowd.exception;

import com.atlassian.crowd.embedded.api.User;

/** The directory does not accept the user's record. */
public class InvalidUserException extends CrowdException {
  private static final long serialVersionUID = 1L;

  private final transient User user;

  public InvalidUserException(User user, String message) {
    this(user, message, null);
  }

  public InvalidUserException(User user, Throwable cause) {
    super(cause);
    this.user = user;
  }

  public InvalidUserException(User user, String message, Throwable cause) {
    super(message, cause);
    this.user = user;
  }

  public User getUser() {
    return user;
  }
}
