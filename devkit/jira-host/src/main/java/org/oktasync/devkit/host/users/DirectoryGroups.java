package org.oktasync.devkit.host.users;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.OperationType;
import com.atlassian.crowd.embedded.impl.IdentifierUtils;
import com.atlassian.crowd.exception.CrowdException;
import com.atlassian.crowd.exception.GroupNotFoundException;
import com.atlassian.crowd.exception.InvalidGroupException;
import com.atlassian.crowd.exception.PermissionException;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.model.group.Group;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import java.util.List;
import java.util.Objects;
import org.oktasync.devkit.host.users.UserTable.Stored;

/** The methods of {@link DirectoryManager} on single groups of one directory. */
final class DirectoryGroups {

  private final Directories directories;
  private final Tables tables;
  private final Events events;

  DirectoryGroups(Directories directories, Tables tables, Events events) {
    this.directories = directories;
    this.tables = tables;
    this.events = events;
  }

  public Group findGroupByName(long directoryId, String name)
      throws CrowdException, PermissionException {
    directories.findDirectoryById(directoryId);
    return tables
        .groups()
        .find(directoryId, Objects.requireNonNull(name, "name"))
        .orElseThrow(() -> new GroupNotFoundException(name));
  }

  public <T> List<T> searchGroups(long directoryId, EntityQuery<T> query)
      throws CrowdException, PermissionException {
    directories.findDirectoryById(directoryId);
    return tables.groups().search(directoryId, query);
  }

  /** Adds a group; an existing one is an {@link InvalidGroupException}, as Crowd has it. */
  public Group addGroup(long directoryId, GroupTemplate group)
      throws CrowdException, PermissionException {
    Directory directory = directories.findDirectoryById(directoryId);
    if (tables.groups().find(directoryId, group.getName()).isPresent()) {
      throw new InvalidGroupException(
          group, "Directory " + directoryId + " already has the group \"" + group.getName() + "\"");
    }
    requireTrimmed(group, group.getName());
    Directories.allow(directory, OperationType.CREATE_GROUP);
    requireStorable(directoryId, group);
    tables.groups().insert(List.of(group));
    Group created = tables.groups().find(directoryId, group.getName()).orElseThrow();
    events.groupCreated(directory, created);
    return created;
  }

  public Group updateGroup(long directoryId, GroupTemplate group)
      throws CrowdException, PermissionException {
    directories.allowing(directoryId, OperationType.UPDATE_GROUP);
    Directories.sameDirectory(group.getDirectoryId(), directoryId);
    findGroupByName(directoryId, group.getName());
    tables.groups().update(group);
    return findGroupByName(directoryId, group.getName());
  }

  /** Jira's tables cannot rename a group; Crowd's can, which the lenient reading follows. */
  public Group renameGroup(long directoryId, String oldName, String newName)
      throws CrowdException, PermissionException {
    requireTrimmed(new GroupTemplate(newName, directoryId), newName);
    directories.allowing(directoryId, OperationType.UPDATE_GROUP);
    findGroupByName(directoryId, oldName);
    if (tables.reading().strict()) {
      throw new UnsupportedOperationException("Jira cannot rename groups");
    }
    Stored stored = tables.groups().stored(directoryId, oldName).orElseThrow();
    tables.groups().rename(stored.id(), newName);
    return findGroupByName(directoryId, newName);
  }

  public void removeGroup(long directoryId, String name)
      throws CrowdException, PermissionException {
    findGroupByName(directoryId, name);
    Directory directory = directories.allowing(directoryId, OperationType.DELETE_GROUP);
    tables.groups().delete(tables.groups().stored(directoryId, name).orElseThrow().id());
    events.groupDeleted(directory, name);
  }

  /** Crowd's checks of a template that is about to be stored. */
  void requireStorable(long directoryId, GroupTemplate group) throws InvalidGroupException {
    Directories.sameDirectory(group.getDirectoryId(), directoryId);
    if (group.getName() == null || group.getName().isBlank()) {
      throw new IllegalArgumentException("A group name must not be blank");
    }
    if (!tables.reading().strict() && group.getName().length() > Reading.WIDTH) {
      throw new InvalidGroupException(group, "The group name is longer than 255 characters");
    }
  }

  static void requireTrimmed(Group group, String name) throws InvalidGroupException {
    if (IdentifierUtils.hasLeadingOrTrailingWhitespace(name)) {
      throw new InvalidGroupException(group, "A group name must not begin or end with white space");
    }
  }
}
