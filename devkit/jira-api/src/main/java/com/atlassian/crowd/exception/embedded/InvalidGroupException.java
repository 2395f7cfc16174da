package com.atlassian.crowd.exception.embedded;

import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.crowd.exception.CrowdException;

/** The application's default directory does not accept the group. */
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
