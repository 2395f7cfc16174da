package com.atlassian.jira.bc.project.component;

/** A component whose values may be set before it is stored. */
public class MutableProjectComponent implements ProjectComponent {
  private final Long id;
  private final Long projectId;
  private final String name;
  private String lead;

  private MutableProjectComponent(ProjectComponent original) {
    id = original.getId();
    projectId = original.getProjectId();
    name = original.getName();
    lead = original.getLead();
  }

  public static MutableProjectComponent copy(ProjectComponent original) {
    return new MutableProjectComponent(original);
  }

  public void setLead(String userKey) {
    lead = userKey;
  }

  @Override
  public Long getId() {
    return id;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public String getLead() {
    return lead;
  }

  @Override
  public Long getProjectId() {
    return projectId;
  }
}
