package com.atlassian.sal.api.user;

/** The rank a page asks of its visitor. */
public enum UserRole {
  USER,
  ADMIN,
  SYSADMIN
}
