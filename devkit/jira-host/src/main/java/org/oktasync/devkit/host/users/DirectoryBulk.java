package org.oktasync.devkit.host.users;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.OperationType;
import com.atlassian.crowd.embedded.impl.IdentifierUtils;
import com.atlassian.crowd.exception.CrowdException;
import com.atlassian.crowd.exception.GroupNotFoundException;
import com.atlassian.crowd.exception.InvalidUserException;
import com.atlassian.crowd.exception.PermissionException;
import com.atlassian.crowd.manager.directory.BulkAddResult;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.model.user.UserTemplateWithCredentialAndAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.oktasync.devkit.host.data.Chunks;
import org.oktasync.devkit.host.data.DataException;
import org.oktasync.devkit.host.users.Membership.Kind;
import org.oktasync.devkit.host.users.UserTable.NewUser;
import org.oktasync.devkit.host.users.UserTable.Stored;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The methods of {@link DirectoryManager} that add many at once. One bad entry stops no other. */
final class DirectoryBulk {

  private static final Logger LOG = LoggerFactory.getLogger(DirectoryBulk.class);

  private final Directories directories;
  private final DirectoryUsers users;
  private final Tables tables;
  private final Passwords passwords;
  private final Events events;

  DirectoryBulk(
      Directories directories,
      DirectoryUsers users,
      Tables tables,
      Passwords passwords,
      Events events) {
    this.directories = directories;
    this.users = users;
    this.tables = tables;
    this.passwords = passwords;
    this.events = events;
  }

  /**
   * Adds users without their attributes. With overwrite, users that exist are removed first.
   *
   * @throws NullPointerException when one has no credential; then none is added
   */
  public BulkAddResult<User> addAllUsers(
      long directoryId,
      Collection<UserTemplateWithCredentialAndAttributes> templates,
      boolean overwrite)
      throws CrowdException, PermissionException {
    Directory directory = directories.allowing(directoryId, OperationType.CREATE_USER);
    BulkAddResult.Builder<User> result = BulkAddResult.builder(templates.size());
    result.setOverwrite(overwrite);
    Map<String, UserTemplateWithCredentialAndAttributes> wanted = new LinkedHashMap<>();
    templates.forEach(user -> wanted.putIfAbsent(folded(user.getName()), user));
    Map<String, Stored> existing = tables.users().stored(directoryId, wanted.keySet());
    if (overwrite) {
      directories.allowing(directoryId, OperationType.DELETE_USER);
      existing.values().forEach(stored -> remove(directory, stored));
    } else {
      existing.forEach(
          (name, stored) -> {
            wanted.remove(name);
            result.addExistingEntity(tables.users().find(directoryId, name).orElseThrow());
          });
    }
    addPrepared(directory, prepare(directory, wanted.values(), result), result);
    return result.build();
  }

  /** Adds users to a group: present members are existing entities, unknown users failed ones. */
  public BulkAddResult<String> addAllUsersToGroup(
      long directoryId, Collection<String> names, String groupName)
      throws CrowdException, PermissionException {
    Directory directory = directories.findDirectoryById(directoryId);
    Stored group =
        tables
            .groups()
            .stored(directoryId, groupName)
            .orElseThrow(() -> new GroupNotFoundException(groupName));
    Directories.allow(directory, OperationType.UPDATE_GROUP);
    BulkAddResult.Builder<String> result = BulkAddResult.builder(names.size());
    Map<String, Stored> accounts = tables.users().stored(directoryId, names);
    Set<String> present = tables.memberships().members(directoryId, groupName);
    Map<String, Stored> added = new LinkedHashMap<>();
    for (String name : new TreeSet<>(names)) {
      String folded = folded(name);
      if (present.contains(folded) || added.containsKey(folded)) {
        result.addExistingEntity(name);
      } else if (accounts.containsKey(folded)) {
        added.put(folded, accounts.get(folded));
      } else {
        result.addFailedEntity(name);
      }
    }
    if (!added.isEmpty()) {
      tables.memberships().insert(directoryId, Kind.GROUP_USER, added.values(), group);
      List<String> members = added.values().stream().map(Stored::name).toList();
      events.membersAdded(directory, members, groupName, Kind.GROUP_USER);
    }
    return result.build();
  }

  private void remove(Directory directory, Stored stored) {
    tables.users().delete(stored.id());
    events.userDeleted(directory, stored.name());
  }

  /** All credentials are looked at before the first row is written. */
  private List<NewUser> prepare(
      Directory directory,
      Collection<UserTemplateWithCredentialAndAttributes> wanted,
      BulkAddResult.Builder<User> result) {
    List<NewUser> prepared = new ArrayList<>();
    for (UserTemplateWithCredentialAndAttributes user : wanted) {
      try {
        User complete = users.prepared(directory, user);
        Directories.sameDirectory(user.getDirectoryId(), directory.getId());
        DirectoryUsers.requireTrimmed(user, user.getName());
        if (user.getCredential() == null) {
          throw new NullPointerException("The credential of " + user.getName() + " is null");
        }
        prepared.add(new NewUser(complete, passwords.stored(user.getCredential())));
      } catch (InvalidUserException | IllegalArgumentException e) {
        LOG.error("Cannot add the user {}: {}", user.getName(), e.getMessage());
        result.addFailedEntity(user);
      }
    }
    return prepared;
  }

  private void addPrepared(
      Directory directory, List<NewUser> prepared, BulkAddResult.Builder<User> result) {
    for (List<NewUser> chunk : Chunks.of(prepared)) {
      for (NewUser user : inserted(chunk, failed -> result.addFailedEntity(failed.user()))) {
        events.userCreated(directory, user.user());
      }
    }
  }

  /** Inserts a chunk at once, or one by one when the database refuses some of it. */
  private List<NewUser> inserted(List<NewUser> chunk, Consumer<NewUser> failed) {
    try {
      insert(chunk);
      return chunk;
    } catch (DataException refused) {
      LOG.debug("Adding {} users one by one", chunk.size(), refused);
    }
    List<NewUser> added = new ArrayList<>();
    for (NewUser user : chunk) {
      try {
        insert(List.of(user));
        added.add(user);
      } catch (DataException e) {
        LOG.error("Cannot add the user {}: {}", user.user().getName(), e.getMessage());
        failed.accept(user);
      }
    }
    return added;
  }

  private void insert(List<NewUser> chunk) {
    tables.keys().ensure(chunk.stream().map(user -> user.user().getName()).toList());
    tables.users().insert(chunk);
  }

  private static String folded(String name) {
    return IdentifierUtils.toLowerCase(name);
  }
}
