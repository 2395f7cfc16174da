package org.oktasync.devkit.host.projects;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.project.UpdateProjectParameters;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import java.util.List;
import org.oktasync.devkit.host.projects.ProjectTables.ProjectRow;
import org.oktasync.devkit.jiraapi.HostSeams;

/** Jira's projects, for add-ons. */
final class JiraProjects implements ProjectManager {
  private final ProjectTables tables;
  private final UserManager users;

  JiraProjects(ProjectTables tables, UserManager users) {
    this.tables = tables;
    this.users = users;
  }

  private record One(ProjectRow row, UserManager users) implements Project {
    @Override
    public Long getId() {
      return row.id();
    }

    @Override
    public String getKey() {
      return row.key();
    }

    @Override
    public String getName() {
      return row.name();
    }

    @Override
    public ApplicationUser getProjectLead() {
      return users.getUserByKey(row.lead());
    }
  }

  private Project of(ProjectRow row) {
    return new One(row, users);
  }

  @Override
  public List<Project> getProjects() {
    return tables.projects("").stream().map(this::of).toList();
  }

  @Override
  public Project getProjectObj(Long id) {
    return tables.project("where id = ?", id).map(this::of).orElse(null);
  }

  @Override
  public Project getProjectObjByKey(String key) {
    return tables.project("where pkey = ?", key).map(this::of).orElse(null);
  }

  @Override
  public List<Project> getProjectsLeadBy(ApplicationUser lead) {
    return lead == null
        ? List.of()
        : tables.projects("where lead = ?", lead.getKey()).stream().map(this::of).toList();
  }

  @Override
  public Project updateProject(UpdateProjectParameters parameters) {
    long id = HostSeams.projectId(parameters);
    String lead = HostSeams.leadUserKey(parameters);
    if (lead != null && users.getUserByKey(lead) == null) {
      throw new IllegalArgumentException("there is no user with the key " + lead);
    }
    tables.setProjectLead(id, lead);
    return getProjectObj(id);
  }
}
