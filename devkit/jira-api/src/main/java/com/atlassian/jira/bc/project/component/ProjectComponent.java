package com.atlassian.jira.bc.project.component;

/** A component of a project. */
public interface ProjectComponent {
  Long getId();

  String getName();

  String getLead();

  Long getProjectId();
}
