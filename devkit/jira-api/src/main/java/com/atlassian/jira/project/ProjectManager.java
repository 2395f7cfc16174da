package com.atlassian.jira.project;

import com.atlassian.jira.user.ApplicationUser;
import java.util.List;

/** The projects of Jira. */
public interface ProjectManager {
  List<Project> getProjects();

  Project getProjectObj(Long id);

  Project getProjectObjByKey(String key);

  List<Project> getProjectsLeadBy(ApplicationUser lead);

  Project updateProject(UpdateProjectParameters parameters);
}
