package com.atlassian.jira.permission;

/** Names a global permission. */
public final class GlobalPermissionKey {
  public static final GlobalPermissionKey ADMINISTER = new GlobalPermissionKey("ADMINISTER");
  public static final GlobalPermissionKey SYSTEM_ADMIN = new GlobalPermissionKey("SYSTEM_ADMIN");
  public static final GlobalPermissionKey USER_PICKER = new GlobalPermissionKey("USER_PICKER");
  public static final GlobalPermissionKey CREATE_SHARED_OBJECTS =
      new GlobalPermissionKey("CREATE_SHARED_OBJECTS");
  public static final GlobalPermissionKey MANAGE_GROUP_FILTER_SUBSCRIPTIONS =
      new GlobalPermissionKey("MANAGE_GROUP_FILTER_SUBSCRIPTIONS");
  public static final GlobalPermissionKey BULK_CHANGE = new GlobalPermissionKey("BULK_CHANGE");

  private final String name;

  private GlobalPermissionKey(String name) {
    this.name = name;
  }

  @Override
  public String toString() {
    return name;
  }
}
