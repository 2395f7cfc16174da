package com.atlassian.crowd.exception;

import com.atlassian.crowd.model.group.Group;

/** The directory does not accept the group; also thrown when its name is taken. */
public class InvalidGroupException extends CrowdException {
  private static final long serialVersionUID = 1L;

  private final transient Group group;

  public InvalidGroupException(Group group, Throwable cause) {
    super(cause);
    this.group = group;
  }

  public InvalidGroupException(Group group, String message) {
    this(group, message, null);
  }

  public InvalidGroupException(Group group, String message, Throwable cause) {
    super(message, cause);
    this.group = group;
  }

  public Group getGroup() {
    return group;
  }
}
