package com.atlassian.crowd.model.group;

/** Kind of group; roles are history. */
public enum GroupType {
  GROUP,
  LEGACY_ROLE
}
