package org.oktasync.devkit.host.users;

import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.crowd.embedded.impl.ImmutableGroup;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import com.atlassian.jira.security.groups.GroupManager;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Collection;
import java.util.List;
import org.oktasync.devkit.host.users.Everybody.Filter;

/** The methods of {@link GroupManager}: groups by name over all active directories, read only. */
final class JiraGroupManager {

  private final Everybody everybody;
  private final JiraUserManager users;

  JiraGroupManager(Everybody everybody, JiraUserManager users) {
    this.everybody = everybody;
    this.users = users;
  }

  /** Null when no active directory has the group. */
  public Group getGroup(String name) {
    return everybody.group(name).map(group -> new ImmutableGroup(group.getName())).orElse(null);
  }

  public boolean isUserInGroup(ApplicationUser user, Group group) {
    return user != null && group != null && isUserInGroup(user, group.getName());
  }

  public boolean isUserInGroup(ApplicationUser user, String group) {
    return user != null && group != null && everybody.inAny(user.getName(), List.of(group));
  }

  public Collection<ApplicationUser> getUsersInGroup(Group group) {
    return getDirectUsersInGroup(group);
  }

  public Collection<ApplicationUser> getDirectUsersInGroup(Group group) {
    return users.asApplicationUsers(
        everybody.users(Filter.membersOf(group.getName()), 0, EntityQuery.ALL_RESULTS));
  }

  public Collection<String> getGroupNamesForUser(String user) {
    return everybody.groupNamesOf(user);
  }

  public Collection<String> getGroupNamesForUser(ApplicationUser user) {
    return everybody.groupNamesOf(user.getName());
  }

  public Collection<Group> getGroupsForUser(String user) {
    return everybody.groupNamesOf(user).stream().<Group>map(ImmutableGroup::new).toList();
  }

  public Collection<Group> getGroupsForUser(ApplicationUser user) {
    return getGroupsForUser(user.getName());
  }
}
