package org.oktasync.devkit.host.projects;

import com.atlassian.jira.bc.EntityNotFoundException;
import com.atlassian.jira.bc.project.component.MutableProjectComponent;
import com.atlassian.jira.bc.project.component.ProjectComponent;
import com.atlassian.jira.bc.project.component.ProjectComponentManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import java.util.Collection;
import java.util.List;
import org.oktasync.devkit.host.projects.ProjectTables.ComponentRow;

/** The components of Jira's projects, for add-ons. */
final class JiraComponents implements ProjectComponentManager {
  private final ProjectTables tables;
  private final UserManager users;

  JiraComponents(ProjectTables tables, UserManager users) {
    this.tables = tables;
    this.users = users;
  }

  private record One(ComponentRow row) implements ProjectComponent {
    @Override
    public Long getId() {
      return row.id();
    }

    @Override
    public String getName() {
      return row.name();
    }

    @Override
    public String getLead() {
      return row.lead();
    }

    @Override
    public Long getProjectId() {
      return row.project();
    }
  }

  /** The name is a user name, although leads are kept as keys. */
  @Override
  public Collection<ProjectComponent> findComponentsByLead(String userName) {
    ApplicationUser user = users.getUserByName(userName);
    return user == null ? List.of() : all("where lead = ?", user.getKey());
  }

  private List<ProjectComponent> all(String condition, Object value) {
    return tables.components(condition, value).stream().<ProjectComponent>map(One::new).toList();
  }

  @Override
  public ProjectComponent getProjectComponent(Long id) {
    return all("where id = ?", id).stream().findFirst().orElse(null);
  }

  @Override
  public ProjectComponent update(MutableProjectComponent component) throws EntityNotFoundException {
    if (!tables.setComponentLead(component.getId(), component.getLead())) {
      throw new EntityNotFoundException();
    }
    return getProjectComponent(component.getId());
  }
}
