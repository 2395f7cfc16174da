package com.atlassian.crowd.exception;

/** The directory has no such user. */
public class UserNotFoundException extends ObjectNotFoundException {
  private static final long serialVersionUID = 1L;

  private final String userName;

  public UserNotFoundException(String userName) {
    this(userName, null);
  }

  public UserNotFoundException(String userName, Throwable cause) {
    super("User <" + userName + "> does not exist", cause);
    this.userName = userName;
  }

  public static UserNotFoundException forExternalId(String externalId) {
    return new UserNotFoundException("externalId=" + externalId);
  }

  public static void throwNotFoundByExternalId(String externalId) throws UserNotFoundException {
    throw forExternalId(externalId);
  }

  public String getUserName() {
    return userName;
  }
}
