package com.atlassian.crowd.exception;

/** The directory has a user of this name already. */
public final class UserAlreadyExistsException extends ObjectAlreadyExistsException {
  private static final long serialVersionUID = 1L;

  private final long directoryId;
  private final String userName;

  public UserAlreadyExistsException(long directoryId, String userName) {
    super("Directory " + directoryId + " has a user <" + userName + "> already");
    this.directoryId = directoryId;
    this.userName = userName;
  }

  public long getDirectoryId() {
    return directoryId;
  }

  public String getUserName() {
    return userName;
  }
}
