package org.oktasync.devkit.host.users;

import com.atlassian.crowd.embedded.api.CrowdDirectoryService;
import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.DirectoryType;
import com.atlassian.crowd.embedded.api.OperationType;
import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.embedded.impl.ImmutableDirectory;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import com.atlassian.crowd.model.user.UserTemplateWithCredentialAndAttributes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.oktasync.devkit.host.MemoryDatabase;
import org.oktasync.devkit.host.data.DatabaseSettings;
import org.oktasync.devkit.host.data.HostDatabase;

/** A fresh stand-in on an empty database, with a second internal directory to write to. */
final class OpenJira implements AutoCloseable {

  static final Set<OperationType> EVERYTHING = EnumSet.allOf(OperationType.class);

  final List<Object> events = new ArrayList<>();
  final HostDatabase database;
  final JiraUsers jira;
  final DirectoryManager manager;
  final CrowdDirectoryService directories;
  final long okta;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  OpenJira(boolean strict) {
    this(MemoryDatabase.settings(), strict);
  }

  OpenJira(DatabaseSettings settings, boolean strict) {
    database = HostDatabase.open(settings);
    jira = open(database.source(), strict);
    manager = service(DirectoryManager.class);
    directories = service(CrowdDirectoryService.class);
    okta = add("Okta", DirectoryType.INTERNAL, EVERYTHING);
    events.clear();
  }

  private JiraUsers open(DataSource source, boolean strict) {
    InstantSource ticking = () -> now = now.plusSeconds(1);
    return JiraUsers.open(source, ticking.withZone(ZoneOffset.UTC), events::add, strict);
  }

  <T> T service(Class<T> type) {
    return type.cast(jira.services().get(type));
  }

  /** A new last directory of any type and rights, and its id. */
  long add(String name, DirectoryType type, Set<OperationType> allowed) {
    ImmutableDirectory.Builder directory = ImmutableDirectory.newBuilder();
    directory.setName(name);
    directory.setType(type);
    directory.setImplementationClass("com.atlassian.crowd.directory." + type);
    directory.setActive(true);
    directory.setAllowedOperations(allowed);
    return directories.addDirectory(directory.toDirectory()).getId();
  }

  void setActive(long id, boolean active) {
    ImmutableDirectory.Builder changed =
        ImmutableDirectory.newBuilder(directories.findDirectoryById(id));
    changed.setActive(active);
    directories.updateDirectory(changed.toDirectory());
  }

  List<String> order() {
    return directories.findAllDirectories().stream().map(Directory::getName).toList();
  }

  UserTemplateWithAttributes template(long directoryId, String name) {
    UserTemplateWithAttributes user = new UserTemplateWithAttributes(name, directoryId);
    user.setDisplayName("Person " + name);
    user.setEmailAddress(name + "@example.com");
    user.setActive(true);
    return user;
  }

  void addUser(long directoryId, String name) throws Exception {
    manager.addUser(directoryId, template(directoryId, name), PasswordCredential.NONE);
  }

  void addGroup(long directoryId, String name) throws Exception {
    manager.addGroup(directoryId, new GroupTemplate(name, directoryId));
  }

  UserTemplateWithCredentialAndAttributes bulk(String name) {
    UserTemplateWithCredentialAndAttributes user =
        new UserTemplateWithCredentialAndAttributes(name, okta, PasswordCredential.NONE);
    user.setActive(true);
    return user;
  }

  <T> List<T> events(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public void close() {
    database.close();
  }
}
