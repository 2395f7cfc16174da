package org.oktasync.jira;

import com.atlassian.crowd.embedded.api.CrowdDirectoryService;
import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.security.GlobalPermissionManager;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.oktasync.model.AccountName;
import org.oktasync.model.GroupName;
import org.oktasync.model.Message;
import org.oktasync.target.ProtectedAccounts;

/**
 * Administrators and administration groups of this Jira, as of the moment of {@link #read}: holders
 * of one of the global permissions to administer, over all directories. When that could not be
 * found out in full, everybody and every group counts as protected.
 */
public final class JiraProtectedAccounts implements ProtectedAccounts {
  private final Set<AccountName> administrators;
  private final Set<GroupName> groups;
  private final Message problem;

  private JiraProtectedAccounts(
      Set<AccountName> administrators, Set<GroupName> groups, Message problem) {
    this.administrators = administrators;
    this.groups = groups;
    this.problem = problem;
  }

  /** Reads who administers Jira now. Never fails: see {@link #problem}. */
  public static JiraProtectedAccounts read(
      GlobalPermissionManager permissions,
      CrowdDirectoryService directories,
      DirectoryManager crowd) {
    try {
      Set<GroupName> named = groupsWithPermission(permissions);
      List<Directory> all = directories.findAllDirectories();
      if (named.isEmpty() || all.isEmpty()) {
        return unknown(Message.of("administrators-none"));
      }
      GroupsEverywhere inside = new GroupsEverywhere(crowd, all);
      Set<GroupName> groups = inside.withChildren(named);
      return new JiraProtectedAccounts(inside.members(groups), groups, null);
    } catch (Exception | LinkageError e) {
      return unknown(Message.of("administrators-unknown", JiraFailures.detail(e)));
    }
  }

  @Override
  public boolean isAdministrator(AccountName name) {
    return problem != null || administrators.contains(name);
  }

  @Override
  public boolean givesAdministration(GroupName group) {
    return problem != null || groups.contains(group);
  }

  /** The administrators by name; nobody when rights could not be determined. */
  public Set<AccountName> administrators() {
    return Set.copyOf(administrators);
  }

  /** Why everything counts as protected; empty when rights could be determined. */
  public Optional<Message> problem() {
    return Optional.ofNullable(problem);
  }

  private static Set<GroupName> groupsWithPermission(GlobalPermissionManager permissions) {
    Set<GroupName> groups = new HashSet<>();
    for (GlobalPermissionKey permission :
        List.of(GlobalPermissionKey.ADMINISTER, GlobalPermissionKey.SYSTEM_ADMIN)) {
      for (String name : permissions.getGroupNamesWithPermission(permission)) {
        groups.add(new GroupName(name));
      }
    }
    return groups;
  }

  private static JiraProtectedAccounts unknown(Message problem) {
    return new JiraProtectedAccounts(Set.of(), Set.of(), problem);
  }
}
