package com.atlassian.jira.security.roles;

/** A user or a group in a role. */
public interface RoleActor {
  String getType();

  String getParameter();
}
