package com.atlassian.crowd.exception;

/** The group cannot be changed here. */
public class ReadOnlyGroupException extends CrowdException {
  private static final long serialVersionUID = 1L;

  private final String groupName;

  public ReadOnlyGroupException(String groupName) {
    this(groupName, null);
  }

  public ReadOnlyGroupException(String groupName, Throwable cause) {
    super("Group <" + groupName + "> is read-only", cause);
    this.groupName = groupName;
  }

  public String getGroupName() {
    return groupName;
  }
}
