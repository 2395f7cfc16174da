package org.oktasync.devkit.host.users;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.DirectoryType;
import com.atlassian.crowd.embedded.api.OperationType;
import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.embedded.impl.IdentifierUtils;
import com.atlassian.crowd.exception.CrowdException;
import com.atlassian.crowd.exception.InvalidUserException;
import com.atlassian.crowd.exception.OperationFailedException;
import com.atlassian.crowd.exception.PermissionException;
import com.atlassian.crowd.exception.UserAlreadyExistsException;
import com.atlassian.crowd.exception.UserNotFoundException;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.model.user.UserTemplate;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import com.atlassian.crowd.model.user.UserWithAttributes;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.oktasync.devkit.host.data.DataException;
import org.oktasync.devkit.host.users.UserTable.NewUser;

/** The methods of {@link DirectoryManager} on single users of one directory. */
final class DirectoryUsers {

  private final Directories directories;
  private final Tables tables;
  private final Passwords passwords;
  private final Events events;

  DirectoryUsers(Directories directories, Tables tables, Passwords passwords, Events events) {
    this.directories = directories;
    this.tables = tables;
    this.passwords = passwords;
    this.events = events;
  }

  public User findUserByName(long directoryId, String name)
      throws CrowdException, PermissionException {
    directories.findDirectoryById(directoryId);
    return tables
        .users()
        .find(directoryId, Objects.requireNonNull(name, "name"))
        .orElseThrow(() -> new UserNotFoundException(name));
  }

  public UserWithAttributes findUserWithAttributesByName(long directoryId, String name)
      throws CrowdException, PermissionException {
    User user = findUserByName(directoryId, name);
    UserTemplateWithAttributes full = UserTemplateWithAttributes.toUserWithNoAttributes(user);
    tables.attributes().of(idOf(user)).forEach(full::setAttribute);
    return full;
  }

  public <T> List<T> searchUsers(long directoryId, EntityQuery<T> query)
      throws CrowdException, PermissionException {
    directories.findDirectoryById(directoryId);
    return tables.users().search(directoryId, query);
  }

  public UserWithAttributes addUser(
      long directoryId, UserTemplateWithAttributes user, PasswordCredential credential)
      throws CrowdException, PermissionException {
    Directory directory = directories.findDirectoryById(directoryId);
    if (tables.users().find(directoryId, user.getName()).isPresent()) {
      throw new UserAlreadyExistsException(directoryId, user.getName());
    }
    requireTrimmed(user, user.getName());
    Directories.allow(directory, OperationType.CREATE_USER);
    Directories.sameDirectory(user.getDirectoryId(), directoryId);
    UserTemplate complete = prepared(directory, user);
    tables.keys().ensure(List.of(user.getName()));
    tables.users().insert(List.of(new NewUser(complete, passwords.stored(credential))));
    Map<String, Set<String>> stored = new HashMap<>(user.getAttributes());
    stored.put("requiresPasswordChange", Set.of("false"));
    stored.put("passwordLastChanged", Set.of(Long.toString(tables.clock().millis())));
    tables.attributes().store(directoryId, idOf(complete), stored);
    UserWithAttributes created = findUserWithAttributesByName(directoryId, user.getName());
    events.userCreated(directory, created);
    return created;
  }

  /** Replaces the whole record but the name. */
  public User updateUser(long directoryId, UserTemplate user)
      throws CrowdException, PermissionException {
    Directory directory = directories.allowing(directoryId, OperationType.UPDATE_USER);
    User before = findUserByName(directoryId, user.getName());
    Directories.sameDirectory(user.getDirectoryId(), directoryId);
    UserTemplate complete = Names.populated(user);
    if (internal(directory)) {
      if (user.getExternalId() != null && !user.getExternalId().equals(before.getExternalId())) {
        throw new InvalidUserException(user, "The external id of a user cannot be changed");
      }
      complete.setExternalId(before.getExternalId());
    }
    tables.users().update(complete);
    User after = findUserByName(directoryId, user.getName());
    events.userEdited(directory, before, after);
    return after;
  }

  public void storeUserAttributes(long directoryId, String name, Map<String, Set<String>> values)
      throws CrowdException, PermissionException {
    directories.allowing(directoryId, OperationType.UPDATE_USER_ATTRIBUTE);
    long userId = idOf(findUserByName(directoryId, name));
    try {
      tables.attributes().store(directoryId, userId, values);
    } catch (DataException e) {
      throw new OperationFailedException(e);
    }
    tables.users().touch(userId);
  }

  public void removeUserAttributes(long directoryId, String name, String attribute)
      throws CrowdException, PermissionException {
    directories.allowing(directoryId, OperationType.UPDATE_USER_ATTRIBUTE);
    long userId = idOf(findUserByName(directoryId, name));
    tables.attributes().remove(userId, attribute);
    tables.users().touch(userId);
  }

  /** Removes the account with its attributes and memberships; the user key stays. */
  public void removeUser(long directoryId, String name) throws CrowdException, PermissionException {
    Directory directory = directories.allowing(directoryId, OperationType.DELETE_USER);
    tables.users().delete(idOf(findUserByName(directoryId, name)));
    events.userDeleted(directory, name);
  }

  /**
   * The record that an add stores: names filled, and in an internal directory an external id of the
   * directory's own.
   */
  UserTemplate prepared(Directory directory, User user) throws InvalidUserException {
    if (user.getName() == null || user.getName().isBlank()) {
      throw new IllegalArgumentException("A user name must not be blank");
    }
    if (!tables.reading().strict() && user.getName().length() > Reading.WIDTH) {
      throw new InvalidUserException(user, "The user name is longer than 255 characters");
    }
    UserTemplate complete = Names.populated(user);
    if (internal(directory)) {
      if (user.getExternalId() != null && !user.getExternalId().isBlank()) {
        throw new InvalidUserException(user, "An internal directory gives its own external ids");
      }
      complete.setExternalId(UUID.randomUUID().toString());
    }
    return complete;
  }

  static void requireTrimmed(User user, String name) throws InvalidUserException {
    if (IdentifierUtils.hasLeadingOrTrailingWhitespace(name)) {
      throw new InvalidUserException(user, "A user name must not begin or end with white space");
    }
  }

  private long idOf(User user) {
    return tables
        .users()
        .stored(user.getDirectoryId(), List.of(user.getName()))
        .get(IdentifierUtils.toLowerCase(user.getName()))
        .id();
  }

  private static boolean internal(Directory directory) {
    return directory.getType() == DirectoryType.INTERNAL;
  }
}
