package org.oktasync.jira;

import com.atlassian.jira.bc.project.component.MutableProjectComponent;
import com.atlassian.jira.bc.project.component.ProjectComponent;
import com.atlassian.jira.bc.project.component.ProjectComponentManager;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.oktasync.model.AccountName;
import org.oktasync.model.Lead;
import org.oktasync.model.Message;
import org.oktasync.target.LeadTarget;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/**
 * The leads of Jira's projects and components. Jira looks components up by the user name of their
 * lead, and stores the user key of a new one.
 */
public final class JiraLeads implements LeadTarget {
  private static final ProjectPermissionKey ASSIGNABLE =
      new ProjectPermissionKey("ASSIGNABLE_USER");

  private final UserManager users;
  private final Function<Class<?>, Object> components;
  private final ReflectiveProjectUpdate projectUpdate;

  /**
   * @param components finds a component of Jira by its type; may answer null or throw when there is
   *     none. Asked at each use
   */
  public JiraLeads(UserManager users, Function<Class<?>, Object> components) {
    this.users = users;
    this.components = components;
    this.projectUpdate = new ReflectiveProjectUpdate();
  }

  /** What is missing in this Jira, with what follows from it; empty when nothing is. */
  public Optional<Message> problem() {
    try {
      projectUpdate.find();
      component(ProjectManager.class);
      component(ProjectComponentManager.class);
      component(PermissionManager.class);
      return Optional.empty();
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      return Optional.of(Message.of("leads-unavailable", JiraFailures.detail(e)));
    }
  }

  private <T> T component(Class<T> type) {
    Object found = components.apply(type);
    if (found == null) {
      throw new IllegalStateException("Jira offers no " + type.getName());
    }
    return type.cast(found);
  }

  @Override
  public List<Lead> ledBy(AccountName account) {
    return JiraCalls.ask(account.value(), () -> new ArrayList<>(led(account).keySet()));
  }

  /** What somebody leads, with Jira's own object for each: a project or a component. */
  private TreeMap<Lead, Object> led(AccountName account) {
    TreeMap<Lead, Object> led = new TreeMap<>();
    ApplicationUser user = users.getUserByName(account.value());
    if (user == null) {
      return led;
    }
    ProjectManager projects = component(ProjectManager.class);
    for (Project project : projects.getProjectsLeadBy(user)) {
      led.put(Lead.ofProject(project.getKey()), project);
    }
    for (ProjectComponent each :
        component(ProjectComponentManager.class).findComponentsByLead(user.getUsername())) {
      Project project = projects.getProjectObj(each.getProjectId());
      if (project != null) {
        led.put(new Lead(project.getKey(), each.getName()), each);
      }
    }
    return led;
  }

  @Override
  public Optional<Message> obstacle(AccountName account) {
    return JiraCalls.ask(account.value(), () -> obstacle(account, user(account)));
  }

  private ApplicationUser user(AccountName account) {
    return users.getUserByName(account.value());
  }

  private static Optional<Message> obstacle(AccountName account, ApplicationUser user) {
    if (user == null) {
      return Optional.of(Message.of("lead-unknown", account));
    }
    return user.isActive() ? Optional.empty() : Optional.of(Message.of("lead-inactive", account));
  }

  @Override
  public Optional<Message> obstacle(AccountName account, Lead lead) {
    return JiraCalls.ask(
        account.value(),
        () -> {
          ApplicationUser user = user(account);
          if (user == null) {
            return Optional.of(Message.of("lead-replacement-unknown", lead.label()));
          } else if (!user.isActive()) {
            return Optional.of(Message.of("lead-replacement-inactive", lead.label()));
          }
          Project project = component(ProjectManager.class).getProjectObjByKey(lead.project());
          boolean assignable =
              project != null
                  && component(PermissionManager.class).hasPermission(ASSIGNABLE, project, user);
          return assignable
              ? Optional.empty()
              : Optional.of(Message.of("lead-replacement-not-assignable", lead.label()));
        });
  }

  @Override
  public void replace(Lead lead, AccountName from, AccountName to) {
    JiraCalls.order(
        lead.label(),
        () -> {
          Object found = led(from).get(lead);
          ApplicationUser user = user(to);
          if (found == null || user == null) {
            throw new TargetException(Kind.CHANGED_SINCE, Message.of("changed-since"), null);
          } else if (found instanceof Project project) {
            projectUpdate.setLead(component(ProjectManager.class), project, user.getKey());
          } else {
            MutableProjectComponent changed =
                MutableProjectComponent.copy((ProjectComponent) found);
            changed.setLead(user.getKey());
            component(ProjectComponentManager.class).update(changed);
          }
        });
  }
}
