package com.atlassian.crowd.exception;

/** The child is not a member of the parent. */
public class MembershipNotFoundException extends ObjectNotFoundException {
  private static final long serialVersionUID = 1L;

  private final String childName;
  private final String parentName;

  public MembershipNotFoundException(String childName, String parentName) {
    this(childName, parentName, null);
  }

  public MembershipNotFoundException(String childName, String parentName, Throwable cause) {
    super("<" + childName + "> is not a member of <" + parentName + ">", cause);
    this.childName = childName;
    this.parentName = parentName;
  }

  public String getChildName() {
    return childName;
  }

  public String getParentName() {
    return parentName;
  }
}
