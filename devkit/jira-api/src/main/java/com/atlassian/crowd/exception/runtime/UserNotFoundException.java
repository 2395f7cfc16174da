package com.atlassian.crowd.exception.runtime;

/** Unchecked: the application sees no user of this name. */
public class UserNotFoundException extends CrowdRuntimeException {
  private static final long serialVersionUID = 1L;

  private final String userName;

  public UserNotFoundException(String userName) {
    this(userName, null);
  }

  public UserNotFoundException(String userName, Throwable cause) {
    super("User <" + userName + "> does not exist", cause);
    this.userName = userName;
  }

  public String getUserName() {
    return userName;
  }
}
