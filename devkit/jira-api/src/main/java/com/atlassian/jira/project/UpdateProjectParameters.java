package com.atlassian.jira.project;

/**
 * What changes of a project; each setter answers this. No public source shows how Jira reads it, so
 * that the host reads the fields.
 */
public class UpdateProjectParameters {
  private final long projectId;
  private String leadUserKey;

  private UpdateProjectParameters(long projectId) {
    this.projectId = projectId;
  }

  public static UpdateProjectParameters forProject(Long projectId) {
    return new UpdateProjectParameters(projectId);
  }

  public UpdateProjectParameters leadUserKey(String userKey) {
    leadUserKey = userKey;
    return this;
  }
}
