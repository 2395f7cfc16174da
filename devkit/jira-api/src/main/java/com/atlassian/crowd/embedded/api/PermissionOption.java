package com.atlassian.crowd.embedded.api;

/** The usual bundles of allowed operations. */
public enum PermissionOption {
  READ_ONLY,
  READ_ONLY_LOCAL_GROUPS,
  READ_WRITE
}
