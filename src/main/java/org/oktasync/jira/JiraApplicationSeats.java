package org.oktasync.jira;

import com.atlassian.crowd.embedded.api.CrowdDirectoryService;
import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.jira.application.ApplicationRole;
import com.atlassian.jira.application.ApplicationRoleManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.oktasync.model.AccountName;
import org.oktasync.model.GroupName;
import org.oktasync.model.Message;
import org.oktasync.target.ApplicationSeats;

/**
 * The applications of this Jira and their seats, as of the moment of {@link #read}. When that could
 * not be found out, no application is known, and no plan is held for its seats.
 */
public final class JiraApplicationSeats implements ApplicationSeats {
  private final List<Application> applications;
  private final GroupsEverywhere groups;
  private final Message problem;

  private JiraApplicationSeats(
      List<Application> applications, GroupsEverywhere groups, Message problem) {
    this.applications = applications;
    this.groups = groups;
    this.problem = problem;
  }

  /** Reads which applications there are now. Never fails: see {@link #problem}. */
  public static JiraApplicationSeats read(
      ApplicationRoleManager roles, CrowdDirectoryService directories, DirectoryManager crowd) {
    try {
      GroupsEverywhere groups = new GroupsEverywhere(crowd, directories.findAllDirectories());
      List<Application> applications = new ArrayList<>();
      for (ApplicationRole role : roles.getRoles()) {
        applications.add(application(role, roles, groups));
      }
      applications.sort(Comparator.comparing(Application::name));
      return new JiraApplicationSeats(List.copyOf(applications), groups, null);
    } catch (Exception | LinkageError e) {
      Message problem = Message.of("seats-unknown", JiraFailures.detail(e));
      return new JiraApplicationSeats(List.of(), null, problem);
    }
  }

  /** A number that is not positive stands for a licence without a limit. */
  private static Application application(
      ApplicationRole role, ApplicationRoleManager roles, GroupsEverywhere groups)
      throws Exception {
    Set<GroupName> opening = new HashSet<>();
    for (Group group : role.getGroups()) {
      opening.add(new GroupName(group.getName()));
    }
    int seats = Math.max(0, role.getNumberOfSeats());
    int used = seats == 0 ? 0 : Math.max(0, roles.getUserCount(role.getKey()));
    return new Application(
        role.getName(), seats, used, role.isPlatform(), groups.withChildren(opening));
  }

  @Override
  public List<Application> applications() {
    return applications;
  }

  @Override
  public Set<AccountName> members(GroupName group) {
    return JiraCalls.ask(group.value(), () -> groups.members(Set.of(group)));
  }

  /** Why no application is known; empty when they could be read. */
  public Optional<Message> problem() {
    return Optional.ofNullable(problem);
  }
}
