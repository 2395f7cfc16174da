package org.oktasync.devkit.host.users;

import com.atlassian.crowd.embedded.api.DirectoryType;
import com.atlassian.crowd.embedded.api.OperationType;
import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.embedded.impl.ImmutableDirectory;
import com.atlassian.crowd.exception.CrowdException;
import com.atlassian.crowd.exception.PermissionException;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** What a fresh Jira holds: the internal directory, two groups with rights, and two people. */
final class FirstData {

  private static final long INTERNAL = 1;
  private static final String ADMINISTRATORS = "jira-administrators";
  private static final String SOFTWARE_USERS = "jira-software-users";

  private final DirectoryTable directories;
  private final DirectoryManager manager;
  private final Rights rights;

  FirstData(DirectoryTable directories, DirectoryManager manager, Rights rights) {
    this.directories = directories;
    this.manager = manager;
    this.rights = rights;
  }

  /** Writes it when there is no directory at all. */
  void writeWhenMissing() {
    if (!directories.all().isEmpty()) {
      return;
    }
    directories.insert(internal("Jira Internal Directory"), INTERNAL);
    try {
      addPeople();
    } catch (CrowdException | PermissionException e) {
      throw new IllegalStateException("The first users cannot be stored: " + e.getMessage(), e);
    }
    for (String permission : List.of(Rights.SYSTEM_ADMIN, Rights.ADMINISTER)) {
      rights.grant(permission, ADMINISTRATORS);
    }
    rights.addRoleGroup(Rights.SOFTWARE, SOFTWARE_USERS);
    rights.setSeats(Rights.SOFTWARE, Rights.UNLIMITED);
  }

  /** A writable internal directory as Jira's own page makes it. */
  static com.atlassian.crowd.embedded.api.Directory internal(String name) {
    ImmutableDirectory.Builder directory = ImmutableDirectory.newBuilder();
    directory.setName(name);
    directory.setType(DirectoryType.INTERNAL);
    directory.setImplementationClass("com.atlassian.crowd.directory.InternalDirectory");
    directory.setActive(true);
    directory.setAllowedOperations(EnumSet.allOf(OperationType.class));
    directory.setEncryptionType("atlassian-security");
    directory.setAttributes(
        Map.of("user_encryption_method", "atlassian-security", "useNestedGroups", "false"));
    return directory.toDirectory();
  }

  private void addPeople() throws CrowdException, PermissionException {
    manager.addGroup(INTERNAL, new GroupTemplate(ADMINISTRATORS, INTERNAL));
    manager.addGroup(INTERNAL, new GroupTemplate(SOFTWARE_USERS, INTERNAL));
    addPerson("admin", "Administrator");
    addPerson("fred", "Fred Normal");
    manager.addUserToGroup(INTERNAL, "admin", ADMINISTRATORS);
    manager.addUserToGroup(INTERNAL, "admin", SOFTWARE_USERS);
    manager.addUserToGroup(INTERNAL, "fred", SOFTWARE_USERS);
  }

  private void addPerson(String name, String displayName)
      throws CrowdException, PermissionException {
    UserTemplateWithAttributes user = new UserTemplateWithAttributes(name, INTERNAL);
    user.setDisplayName(displayName);
    user.setEmailAddress(name + "@example.com");
    user.setActive(true);
    manager.addUser(INTERNAL, user, PasswordCredential.unencrypted(name));
  }
}
