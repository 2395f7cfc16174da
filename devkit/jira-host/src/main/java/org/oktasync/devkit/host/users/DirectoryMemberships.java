package org.oktasync.devkit.host.users;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.OperationType;
import com.atlassian.crowd.exception.CrowdException;
import com.atlassian.crowd.exception.GroupNotFoundException;
import com.atlassian.crowd.exception.InvalidMembershipException;
import com.atlassian.crowd.exception.MembershipAlreadyExistsException;
import com.atlassian.crowd.exception.MembershipNotFoundException;
import com.atlassian.crowd.exception.NestedGroupsNotSupportedException;
import com.atlassian.crowd.exception.PermissionException;
import com.atlassian.crowd.exception.UserNotFoundException;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.search.query.membership.MembershipQuery;
import com.atlassian.crowd.util.BoundedCount;
import java.util.List;
import org.oktasync.devkit.host.users.Membership.Kind;
import org.oktasync.devkit.host.users.UserTable.Stored;

/** The methods of {@link DirectoryManager} on single memberships, direct ones only. */
final class DirectoryMemberships {

  private final Directories directories;
  private final Tables tables;
  private final Events events;

  DirectoryMemberships(Directories directories, Tables tables, Events events) {
    this.directories = directories;
    this.tables = tables;
    this.events = events;
  }

  public boolean isUserDirectGroupMember(long directoryId, String user, String group)
      throws CrowdException, PermissionException {
    directories.findDirectoryById(directoryId);
    return tables.memberships().exists(directoryId, Kind.GROUP_USER, user, group);
  }

  public boolean isGroupDirectGroupMember(long directoryId, String child, String parent)
      throws CrowdException, PermissionException {
    directories.findDirectoryById(directoryId);
    return tables.memberships().exists(directoryId, Kind.GROUP_GROUP, child, parent);
  }

  public void addUserToGroup(long directoryId, String user, String group)
      throws CrowdException, PermissionException {
    Directory directory = directories.findDirectoryById(directoryId);
    Stored parent = group(directoryId, group);
    Directories.allow(directory, OperationType.UPDATE_GROUP);
    Stored child = user(directoryId, user);
    if (tables.memberships().exists(directoryId, Kind.GROUP_USER, user, group)) {
      throw new MembershipAlreadyExistsException(directoryId, user, group);
    }
    tables.memberships().insert(directoryId, Kind.GROUP_USER, List.of(child), parent);
    events.membersAdded(directory, List.of(user), group, Kind.GROUP_USER);
  }

  public void removeUserFromGroup(long directoryId, String user, String group)
      throws CrowdException, PermissionException {
    Directory directory = directories.findDirectoryById(directoryId);
    group(directoryId, group);
    Directories.allow(directory, OperationType.UPDATE_GROUP);
    user(directoryId, user);
    if (!tables.memberships().exists(directoryId, Kind.GROUP_USER, user, group)) {
      throw new MembershipNotFoundException(user, group);
    }
    tables.memberships().delete(directoryId, Kind.GROUP_USER, user, group);
    events.memberRemoved(directory, user, group);
  }

  /** Makes a group a child of another; only directories with nested groups allow it. */
  public void addGroupToGroup(long directoryId, String child, String parent)
      throws CrowdException, PermissionException {
    if (!directories.supportsNestedGroups(directoryId)) {
      throw new NestedGroupsNotSupportedException(directoryId);
    }
    Directory directory = directories.allowing(directoryId, OperationType.UPDATE_GROUP);
    if (child.equals(parent)) {
      throw new InvalidMembershipException("A group cannot be a member of itself");
    }
    Stored childGroup = group(directoryId, child);
    Stored parentGroup = group(directoryId, parent);
    if (tables.memberships().exists(directoryId, Kind.GROUP_GROUP, child, parent)) {
      throw new MembershipAlreadyExistsException(directoryId, child, parent);
    }
    tables.memberships().insert(directoryId, Kind.GROUP_GROUP, List.of(childGroup), parentGroup);
    events.membersAdded(directory, List.of(child), parent, Kind.GROUP_GROUP);
  }

  public <T> List<T> searchDirectGroupRelationships(long directoryId, MembershipQuery<T> query)
      throws CrowdException, PermissionException {
    directories.findDirectoryById(directoryId);
    return tables.memberships().search(directoryId, query);
  }

  public BoundedCount countDirectMembersOfGroup(long directoryId, String group, int sizeHint)
      throws CrowdException, PermissionException {
    directories.findDirectoryById(directoryId);
    return BoundedCount.exactly(tables.memberships().members(directoryId, group).size());
  }

  private Stored user(long directoryId, String name) throws CrowdException {
    return tables.users().stored(directoryId, List.of(name)).values().stream()
        .findFirst()
        .orElseThrow(() -> new UserNotFoundException(name));
  }

  private Stored group(long directoryId, String name) throws CrowdException {
    return tables
        .groups()
        .stored(directoryId, name)
        .orElseThrow(() -> new GroupNotFoundException(name));
  }
}
