package com.atlassian.jira.bc.project.component;

import com.atlassian.jira.bc.EntityNotFoundException;
import java.util.Collection;

/** The components of all projects. */
public interface ProjectComponentManager {
  Collection<ProjectComponent> findComponentsByLead(String userName);

  Collection<ProjectComponent> findAllForProject(Long projectId);

  ProjectComponent find(Long id) throws EntityNotFoundException;

  ProjectComponent update(MutableProjectComponent component) throws EntityNotFoundException;
}
