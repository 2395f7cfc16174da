package com.atlassian.crowd.exception;

/** The directory holds no groups within groups. */
public class NestedGroupsNotSupportedException extends CrowdException {
  private static final long serialVersionUID = 1L;

  public NestedGroupsNotSupportedException(long directoryId) {
    super("Directory " + directoryId + " does not support nested groups");
  }
}
