package com.atlassian.jira.project;

import com.atlassian.jira.user.ApplicationUser;

/** A project. */
public interface Project {
  Long getId();

  String getKey();

  String getName();

  ApplicationUser getProjectLead();
}
