package org.oktasync.devkit.host.users;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.OperationType;
import com.atlassian.crowd.embedded.impl.IdentifierUtils;
import com.atlassian.crowd.exception.CrowdException;
import com.atlassian.crowd.exception.PermissionException;
import com.atlassian.crowd.exception.UserAlreadyExistsException;
import com.atlassian.crowd.exception.UserNotFoundException;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.model.user.UserTemplate;
import java.util.List;

/** {@link DirectoryManager#renameUser}, and what it does to user keys. */
final class DirectoryRenames {

  private final Directories directories;
  private final Tables tables;
  private final Events events;

  DirectoryRenames(Directories directories, Tables tables, Events events) {
    this.directories = directories;
    this.tables = tables;
    this.events = events;
  }

  public User renameUser(long directoryId, String oldName, String newName)
      throws CrowdException, PermissionException {
    DirectoryUsers.requireTrimmed(new UserTemplate(newName, directoryId), newName);
    Directory directory = directories.allowing(directoryId, OperationType.UPDATE_USER);
    User before =
        tables
            .users()
            .find(directoryId, oldName)
            .orElseThrow(() -> new UserNotFoundException(oldName));
    if (newName.equals(oldName)) {
      return before;
    }
    boolean sameFolded = IdentifierUtils.equalsInLowerCase(oldName, newName);
    if (!sameFolded && tables.users().find(directoryId, newName).isPresent()) {
      throw new UserAlreadyExistsException(directoryId, newName);
    }
    tables.jdbc().atomically(() -> rename(directoryId, oldName, newName, !sameFolded));
    User after = tables.users().find(directoryId, newName).orElseThrow();
    events.userRenamed(directory, after, oldName);
    return after;
  }

  private void rename(long directoryId, String oldName, String newName, boolean otherName) {
    boolean keyFollows = otherName && makeRoom(directoryId, newName);
    tables.users().rename(directoryId, oldName, newName);
    tables.memberships().renameUser(directoryId, oldName, newName);
    if (keyFollows) {
      moveKey(directoryId, oldName, newName);
    }
  }

  /** Frees the new name of another's key; false when an earlier directory holds the name. */
  private boolean makeRoom(long directoryId, String newName) {
    if (tables.keys().keyOf(newName).isEmpty()) {
      return true;
    }
    if (shadowed(directoryId, newName)) {
      return false;
    }
    tables.keys().evict(newName);
    return true;
  }

  private void moveKey(long directoryId, String oldName, String newName) {
    if (shadowed(directoryId, oldName)) {
      tables.keys().ensure(List.of(newName));
      return;
    }
    tables.keys().rename(oldName, newName);
    if (tables.users().existsAnywhere(oldName)) {
      tables.keys().ensure(List.of(oldName));
    }
  }

  private boolean shadowed(long directoryId, String name) {
    for (Directory directory : directories.findAllDirectories()) {
      if (directory.getId() == directoryId) {
        return false;
      }
      if (directory.isActive() && tables.users().find(directory.getId(), name).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
