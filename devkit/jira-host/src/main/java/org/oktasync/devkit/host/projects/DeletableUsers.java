package org.oktasync.devkit.host.projects;

import com.atlassian.jira.bc.project.component.ProjectComponentManager;
import com.atlassian.jira.bc.user.UserService;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.user.ApplicationUser;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Who may be deleted: nobody who leads something, and only by an administrator. */
final class DeletableUsers implements UserService {
  private final ProjectManager projects;
  private final ProjectComponentManager components;
  private final Predicate<String> isAdmin;

  DeletableUsers(
      ProjectManager projects, ProjectComponentManager components, Predicate<String> isAdmin) {
    this.projects = projects;
    this.components = components;
    this.isAdmin = isAdmin;
  }

  @Override
  public DeleteUserValidationResult validateDeleteUser(
      ApplicationUser loggedInUser, ApplicationUser userForDelete) {
    if (loggedInUser == null || !isAdmin.test(loggedInUser.getUsername())) {
      return new DeleteUserValidationResult(List.of("You may not delete users."));
    } else if (userForDelete == null) {
      return new DeleteUserValidationResult(List.of("There is no such user."));
    }
    return new DeleteUserValidationResult(against(loggedInUser, userForDelete));
  }

  private List<String> against(ApplicationUser asking, ApplicationUser user) {
    List<String> against = new ArrayList<>();
    if (asking.getKey().equals(user.getKey())) {
      against.add("You may not delete yourself.");
    }
    int led = projects.getProjectsLeadBy(user).size();
    if (led > 0) {
      against.add("The user leads projects: " + led);
    }
    int parts = components.findComponentsByLead(user.getUsername()).size();
    if (parts > 0) {
      against.add("The user leads components: " + parts);
    }
    return against;
  }
}
