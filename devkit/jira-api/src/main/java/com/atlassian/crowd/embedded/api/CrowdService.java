package com.atlassian.crowd.embedded.api;

import com.atlassian.crowd.exception.FailedAuthenticationException;
import com.atlassian.crowd.exception.InactiveAccountException;
import com.atlassian.crowd.exception.InvalidCredentialException;
import com.atlassian.crowd.exception.InvalidMembershipException;
import com.atlassian.crowd.exception.InvalidUserException;
import com.atlassian.crowd.exception.OperationNotPermittedException;
import com.atlassian.crowd.exception.embedded.InvalidGroupException;
import com.atlassian.crowd.exception.runtime.GroupNotFoundException;
import com.atlassian.crowd.exception.runtime.OperationFailedException;
import com.atlassian.crowd.exception.runtime.UserNotFoundException;
import java.util.Set;

/** Users and groups as the application sees them: over all active directories in their order. */
public interface CrowdService {
  User authenticate(String name, String password)
      throws FailedAuthenticationException, OperationFailedException;

  User getUser(String name);

  User getRemoteUser(String name);

  User userAuthenticated(String name)
      throws UserNotFoundException, OperationFailedException, InactiveAccountException;

  UserWithAttributes getUserWithAttributes(String name);

  Group getGroup(String name);

  GroupWithAttributes getGroupWithAttributes(String name);

  <T> Iterable<T> search(Query<T> query);

  boolean isUserMemberOfGroup(String user, String group);

  boolean isUserMemberOfGroup(User user, Group group);

  boolean isGroupMemberOfGroup(String child, String parent);

  boolean isGroupMemberOfGroup(Group child, Group parent);

  @Deprecated
  User addUser(User user, String password)
      throws InvalidUserException,
          InvalidCredentialException,
          OperationNotPermittedException,
          OperationFailedException;

  UserWithAttributes addUser(UserWithAttributes user, String password)
      throws InvalidUserException,
          InvalidCredentialException,
          OperationNotPermittedException,
          OperationFailedException;

  User updateUser(User user)
      throws UserNotFoundException,
          InvalidUserException,
          OperationNotPermittedException,
          OperationFailedException;

  User renameUser(User user, String newName)
      throws UserNotFoundException,
          InvalidUserException,
          OperationNotPermittedException,
          OperationFailedException;

  void updateUserCredential(User user, String password)
      throws UserNotFoundException,
          InvalidCredentialException,
          OperationNotPermittedException,
          OperationFailedException;

  void setUserAttribute(User user, String attributeName, String attributeValue)
      throws UserNotFoundException, OperationNotPermittedException, OperationFailedException;

  void setUserAttribute(User user, String attributeName, Set<String> attributeValue)
      throws UserNotFoundException, OperationNotPermittedException, OperationFailedException;

  void removeUserAttribute(User user, String attributeName)
      throws UserNotFoundException, OperationNotPermittedException, OperationFailedException;

  void removeAllUserAttributes(User user)
      throws UserNotFoundException, OperationNotPermittedException, OperationFailedException;

  boolean removeUser(User user) throws OperationNotPermittedException, OperationFailedException;

  Group addGroup(Group group)
      throws InvalidGroupException, OperationNotPermittedException, OperationFailedException;

  Group updateGroup(Group group)
      throws GroupNotFoundException,
          InvalidGroupException,
          OperationNotPermittedException,
          OperationFailedException;

  void setGroupAttribute(Group group, String attributeName, String attributeValue)
      throws GroupNotFoundException, OperationNotPermittedException, OperationFailedException;

  void setGroupAttribute(Group group, String attributeName, Set<String> attributeValue)
      throws GroupNotFoundException, OperationNotPermittedException, OperationFailedException;

  void removeGroupAttribute(Group group, String attributeName)
      throws GroupNotFoundException, OperationNotPermittedException, OperationFailedException;

  void removeAllGroupAttributes(Group group)
      throws GroupNotFoundException, OperationNotPermittedException, OperationFailedException;

  boolean removeGroup(Group group) throws OperationNotPermittedException, OperationFailedException;

  boolean addUserToGroup(User user, Group group)
      throws GroupNotFoundException,
          UserNotFoundException,
          OperationNotPermittedException,
          OperationFailedException;

  boolean addGroupToGroup(Group child, Group parent)
      throws GroupNotFoundException,
          OperationNotPermittedException,
          InvalidMembershipException,
          OperationFailedException;

  boolean removeUserFromGroup(User user, Group group)
      throws GroupNotFoundException,
          UserNotFoundException,
          OperationNotPermittedException,
          OperationFailedException;

  boolean removeGroupFromGroup(Group child, Group parent)
      throws GroupNotFoundException, OperationNotPermittedException, OperationFailedException;

  boolean isUserDirectGroupMember(User user, Group group) throws OperationFailedException;

  boolean isGroupDirectGroupMember(Group child, Group parent) throws OperationFailedException;

  UserCapabilities getCapabilitiesForNewUsers();
}
