package com.atlassian.jira.bc.project.component;

import com.atlassian.jira.bc.EntityNotFoundException;
import java.util.Collection;

/** The components of all projects. */
public interface ProjectComponentManager {
  Collection<ProjectComponent> findComponentsByLead(String userName);

  ProjectComponent getProjectComponent(Long id);

  ProjectComponent update(MutableProjectComponent component) throws EntityNotFoundException;
}
