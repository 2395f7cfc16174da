package com.atlassian.audit.entity;

/** What part of the product an event concerns. */
public enum CoverageArea {
  AUDIT_LOG,
  GLOBAL_CONFIG_AND_ADMINISTRATION,
  USER_MANAGEMENT,
  PERMISSIONS,
  LOCAL_CONFIG_AND_ADMINISTRATION,
  SECURITY,
  END_USER_ACTIVITY,
  ECOSYSTEM
}
