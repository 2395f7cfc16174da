package com.atlassian.jira.security.roles;

/** A role that every project has. */
public interface ProjectRole {
  Long getId();

  String getName();
}
