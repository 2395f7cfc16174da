package com.atlassian.crowd.exception.runtime;

/** Unchecked: the application sees no group of this name. */
public class GroupNotFoundException extends CrowdRuntimeException {
  private static final long serialVersionUID = 1L;

  private final String groupName;

  public GroupNotFoundException(String groupName) {
    this(groupName, null);
  }

  public GroupNotFoundException(String groupName, Throwable cause) {
    super("Group <" + groupName + "> does not exist", cause);
    this.groupName = groupName;
  }

  public String getGroupName() {
    return groupName;
  }
}
