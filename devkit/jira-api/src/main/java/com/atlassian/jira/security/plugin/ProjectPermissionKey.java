package com.atlassian.jira.security.plugin;

/** Names a permission of projects. */
public final class ProjectPermissionKey {
  private final String key;

  public ProjectPermissionKey(String key) {
    this.key = key;
  }

  public String permissionKey() {
    return key;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ProjectPermissionKey permission && permission.key.equals(key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public String toString() {
    return key;
  }
}
