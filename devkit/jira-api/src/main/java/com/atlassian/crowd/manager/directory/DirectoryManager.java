package com.atlassian.crowd.manager.directory;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.exception.DirectoryCurrentlySynchronisingException;
import com.atlassian.crowd.exception.DirectoryInstantiationException;
import com.atlassian.crowd.exception.DirectoryNotFoundException;
import com.atlassian.crowd.exception.GroupNotFoundException;
import com.atlassian.crowd.exception.InactiveAccountException;
import com.atlassian.crowd.exception.InvalidCredentialException;
import com.atlassian.crowd.exception.InvalidGroupException;
import com.atlassian.crowd.exception.InvalidMembershipException;
import com.atlassian.crowd.exception.InvalidUserException;
import com.atlassian.crowd.exception.MembershipAlreadyExistsException;
import com.atlassian.crowd.exception.MembershipNotFoundException;
import com.atlassian.crowd.exception.NestedGroupsNotSupportedException;
import com.atlassian.crowd.exception.OperationFailedException;
import com.atlassian.crowd.exception.ReadOnlyGroupException;
import com.atlassian.crowd.exception.UserAlreadyExistsException;
import com.atlassian.crowd.exception.UserNotFoundException;
import com.atlassian.crowd.model.group.Group;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.model.group.GroupWithAttributes;
import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.model.user.UserTemplate;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import com.atlassian.crowd.model.user.UserTemplateWithCredentialAndAttributes;
import com.atlassian.crowd.model.user.UserWithAttributes;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import com.atlassian.crowd.search.query.membership.MembershipQuery;
import com.atlassian.crowd.util.BoundedCount;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Operations on one directory, named by its id in each call. */
public interface DirectoryManager {
  Directory addDirectory(Directory directory) throws DirectoryInstantiationException;

  Directory findDirectoryById(long directoryId) throws DirectoryNotFoundException;

  @Deprecated
  List<Directory> findAllDirectories();

  List<Directory> searchDirectories(EntityQuery<Directory> query);

  Directory findDirectoryByName(String name) throws DirectoryNotFoundException;

  Directory updateDirectory(Directory directory) throws DirectoryNotFoundException;

  void removeDirectory(Directory directory)
      throws DirectoryNotFoundException, DirectoryCurrentlySynchronisingException;

  User findUserByName(long directoryId, String name)
      throws DirectoryNotFoundException, UserNotFoundException, OperationFailedException;

  User findRemoteUserByName(Long id, String name)
      throws OperationFailedException, DirectoryNotFoundException, UserNotFoundException;

  UserWithAttributes findUserWithAttributesByName(long directoryId, String name)
      throws DirectoryNotFoundException, UserNotFoundException, OperationFailedException;

  User findUserByExternalId(long directoryId, String externalId)
      throws DirectoryNotFoundException, UserNotFoundException, OperationFailedException;

  UserWithAttributes findUserWithAttributesByExternalId(long directoryId, String externalId)
      throws DirectoryNotFoundException, UserNotFoundException, OperationFailedException;

  <T> List<T> searchUsers(long directoryId, EntityQuery<T> query)
      throws DirectoryNotFoundException, OperationFailedException;

  UserWithAttributes addUser(
      long directoryId, UserTemplateWithAttributes user, PasswordCredential credential)
      throws InvalidCredentialException,
          InvalidUserException,
          DirectoryPermissionException,
          DirectoryNotFoundException,
          OperationFailedException,
          UserAlreadyExistsException;

  @Deprecated
  User addUser(long directoryId, UserTemplate user, PasswordCredential credential)
      throws InvalidCredentialException,
          InvalidUserException,
          DirectoryPermissionException,
          DirectoryNotFoundException,
          OperationFailedException,
          UserAlreadyExistsException;

  User updateUser(long directoryId, UserTemplate user)
      throws DirectoryNotFoundException,
          UserNotFoundException,
          DirectoryPermissionException,
          InvalidUserException,
          OperationFailedException;

  User renameUser(long directoryId, String oldName, String newName)
      throws DirectoryNotFoundException,
          UserNotFoundException,
          OperationFailedException,
          DirectoryPermissionException,
          InvalidUserException,
          UserAlreadyExistsException;

  void storeUserAttributes(long directoryId, String name, Map<String, Set<String>> attributes)
      throws DirectoryPermissionException,
          DirectoryNotFoundException,
          UserNotFoundException,
          OperationFailedException;

  void removeUserAttributes(long directoryId, String name, String attributeName)
      throws DirectoryPermissionException,
          DirectoryNotFoundException,
          UserNotFoundException,
          OperationFailedException;

  void updateUserCredential(long directoryId, String name, PasswordCredential credential)
      throws DirectoryPermissionException,
          InvalidCredentialException,
          DirectoryNotFoundException,
          UserNotFoundException,
          OperationFailedException;

  void removeUser(long directoryId, String name)
      throws DirectoryNotFoundException,
          UserNotFoundException,
          DirectoryPermissionException,
          OperationFailedException;

  Group findGroupByName(long directoryId, String name)
      throws GroupNotFoundException, DirectoryNotFoundException, OperationFailedException;

  GroupWithAttributes findGroupWithAttributesByName(long directoryId, String name)
      throws GroupNotFoundException, DirectoryNotFoundException, OperationFailedException;

  <T> List<T> searchGroups(long directoryId, EntityQuery<T> query)
      throws DirectoryNotFoundException, OperationFailedException;

  Group addGroup(long directoryId, GroupTemplate group)
      throws InvalidGroupException,
          DirectoryPermissionException,
          DirectoryNotFoundException,
          OperationFailedException;

  Group updateGroup(long directoryId, GroupTemplate group)
      throws GroupNotFoundException,
          DirectoryNotFoundException,
          DirectoryPermissionException,
          InvalidGroupException,
          OperationFailedException,
          ReadOnlyGroupException;

  Group renameGroup(long directoryId, String oldName, String newName)
      throws GroupNotFoundException,
          DirectoryNotFoundException,
          DirectoryPermissionException,
          InvalidGroupException,
          OperationFailedException;

  void storeGroupAttributes(long directoryId, String name, Map<String, Set<String>> attributes)
      throws DirectoryPermissionException,
          GroupNotFoundException,
          DirectoryNotFoundException,
          OperationFailedException;

  void removeGroupAttributes(long directoryId, String name, String attributeName)
      throws DirectoryPermissionException,
          GroupNotFoundException,
          DirectoryNotFoundException,
          OperationFailedException;

  void removeGroup(long directoryId, String name)
      throws GroupNotFoundException,
          DirectoryNotFoundException,
          DirectoryPermissionException,
          OperationFailedException,
          ReadOnlyGroupException;

  boolean isUserDirectGroupMember(long directoryId, String userName, String groupName)
      throws DirectoryNotFoundException, OperationFailedException;

  boolean isGroupDirectGroupMember(long directoryId, String childName, String parentName)
      throws DirectoryNotFoundException, OperationFailedException;

  void addUserToGroup(long directoryId, String userName, String groupName)
      throws DirectoryPermissionException,
          DirectoryNotFoundException,
          UserNotFoundException,
          GroupNotFoundException,
          OperationFailedException,
          ReadOnlyGroupException,
          MembershipAlreadyExistsException;

  void addGroupToGroup(long directoryId, String childName, String parentName)
      throws DirectoryPermissionException,
          DirectoryNotFoundException,
          GroupNotFoundException,
          InvalidMembershipException,
          NestedGroupsNotSupportedException,
          OperationFailedException,
          ReadOnlyGroupException,
          MembershipAlreadyExistsException;

  void removeUserFromGroup(long directoryId, String userName, String groupName)
      throws DirectoryPermissionException,
          DirectoryNotFoundException,
          UserNotFoundException,
          GroupNotFoundException,
          MembershipNotFoundException,
          OperationFailedException,
          ReadOnlyGroupException;

  void removeGroupFromGroup(long directoryId, String childName, String parentName)
      throws DirectoryPermissionException,
          GroupNotFoundException,
          DirectoryNotFoundException,
          InvalidMembershipException,
          MembershipNotFoundException,
          OperationFailedException,
          ReadOnlyGroupException;

  <T> List<T> searchDirectGroupRelationships(long directoryId, MembershipQuery<T> query)
      throws DirectoryNotFoundException, OperationFailedException;

  boolean isUserNestedGroupMember(long directoryId, String userName, String groups)
      throws DirectoryNotFoundException, OperationFailedException;

  boolean isUserNestedGroupMember(long directoryId, String userName, Set<String> groups)
      throws DirectoryNotFoundException, OperationFailedException;

  Set<String> filterNestedUserMembersOfGroups(
      long directoryId, Set<String> userNames, Set<String> groupNames)
      throws OperationFailedException, DirectoryNotFoundException;

  boolean isGroupNestedGroupMember(long directoryId, String childName, String parentName)
      throws DirectoryNotFoundException, OperationFailedException;

  BoundedCount countDirectMembersOfGroup(long directoryId, String groupName, int limit)
      throws DirectoryNotFoundException, OperationFailedException;

  <T> List<T> searchNestedGroupRelationships(long directoryId, MembershipQuery<T> query)
      throws DirectoryNotFoundException, OperationFailedException;

  BulkAddResult<User> addAllUsers(
      long directoryId,
      Collection<UserTemplateWithCredentialAndAttributes> users,
      boolean overwrite)
      throws DirectoryPermissionException, DirectoryNotFoundException, OperationFailedException;

  BulkAddResult<Group> addAllGroups(
      long directoryId, Collection<GroupTemplate> groups, boolean overwrite)
      throws DirectoryPermissionException,
          DirectoryNotFoundException,
          OperationFailedException,
          InvalidGroupException;

  BulkAddResult<String> addAllUsersToGroup(
      long directoryId, Collection<String> userNames, String groupName)
      throws DirectoryPermissionException,
          DirectoryNotFoundException,
          GroupNotFoundException,
          OperationFailedException;

  boolean supportsNestedGroups(long directoryId)
      throws DirectoryInstantiationException, DirectoryNotFoundException;

  boolean isSynchronisable(long directoryId)
      throws DirectoryInstantiationException, DirectoryNotFoundException;

  SynchronisationMode getSynchronisationMode(long directoryId)
      throws DirectoryInstantiationException, DirectoryNotFoundException;

  void synchroniseCache(long directoryId, SynchronisationMode mode)
      throws OperationFailedException, DirectoryNotFoundException;

  void synchroniseCache(long directoryId, SynchronisationMode mode, boolean inBackground)
      throws OperationFailedException, DirectoryNotFoundException;

  boolean isSynchronising(long directoryId)
      throws DirectoryInstantiationException, DirectoryNotFoundException;

  boolean supportsExpireAllPasswords(long directoryId)
      throws DirectoryInstantiationException, DirectoryNotFoundException;

  void expireAllPasswords(long directoryId)
      throws OperationFailedException, DirectoryNotFoundException;

  User updateUserFromRemoteDirectory(User user)
      throws OperationFailedException, DirectoryNotFoundException, UserNotFoundException;

  User userAuthenticated(long directoryId, String name)
      throws OperationFailedException,
          DirectoryNotFoundException,
          UserNotFoundException,
          InactiveAccountException;
}
