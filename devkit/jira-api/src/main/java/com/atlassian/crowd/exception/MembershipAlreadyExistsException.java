package com.atlassian.crowd.exception;

/** The child is a member of the parent already. */
public class MembershipAlreadyExistsException extends ObjectAlreadyExistsException {
  private static final long serialVersionUID = 1L;

  private final String childEntity;
  private final String parentEntity;

  public MembershipAlreadyExistsException(long directoryId, String child, String parent) {
    super("Directory " + directoryId + ": <" + child + "> is a member of <" + parent + "> already");
    this.childEntity = child;
    this.parentEntity = parent;
  }

  public MembershipAlreadyExistsException(String child, String parent) {
    super("<" + child + "> is a member of <" + parent + "> already");
    this.childEntity = child;
    this.parentEntity = parent;
  }

  public String getChildEntity() {
    return childEntity;
  }

  public String getParentEntity() {
    return parentEntity;
  }
}
