package com.atlassian.jira.security.groups;

import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.crowd.exception.GroupNotFoundException;
import com.atlassian.crowd.exception.OperationFailedException;
import com.atlassian.crowd.exception.OperationNotPermittedException;
import com.atlassian.crowd.exception.UserNotFoundException;
import com.atlassian.crowd.exception.embedded.InvalidGroupException;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Collection;

/** Groups over all directories. */
public interface GroupManager {
  Group getGroup(String name);

  Group createGroup(String name) throws OperationNotPermittedException, InvalidGroupException;

  Group getGroupEvenWhenUnknown(String name);

  void addUserToGroup(ApplicationUser user, Group group)
      throws GroupNotFoundException,
          UserNotFoundException,
          OperationNotPermittedException,
          OperationFailedException;

  boolean isUserInGroup(ApplicationUser user, Group group);

  boolean isUserInGroup(ApplicationUser user, String group);

  Collection<ApplicationUser> getUsersInGroup(Group group);

  Collection<ApplicationUser> getDirectUsersInGroup(Group group);

  Collection<String> getGroupNamesForUser(String user);

  Collection<String> getGroupNamesForUser(ApplicationUser user);

  Collection<Group> getGroupsForUser(String user);

  Collection<Group> getGroupsForUser(ApplicationUser user);

  Collection<String> filterUsersInAllGroupsDirect(
      Collection<String> userNames, Collection<String> groupNames);

  Collection<String> getNamesOfDirectMembersOfGroups(Collection<String> groupNames, int limit);
}
