package org.oktasync.devkit.host.users;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.OperationType;
import com.atlassian.crowd.embedded.api.SearchRestriction;
import com.atlassian.crowd.exception.DirectoryInstantiationException;
import com.atlassian.crowd.exception.DirectoryNotFoundException;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.manager.directory.DirectoryPermissionException;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import com.atlassian.crowd.search.query.entity.restriction.NullRestriction;
import com.atlassian.crowd.search.query.entity.restriction.PropertyRestriction;
import com.atlassian.crowd.search.query.entity.restriction.constants.DirectoryTermKeys;
import java.util.List;

/** The methods of {@link DirectoryManager} on directories themselves. */
final class Directories {

  private static final String NESTED = "useNestedGroups";

  private final DirectoryTable table;
  private final Events events;
  private final Reading reading;

  Directories(Tables tables, Events events) {
    this.table = tables.directories();
    this.events = events;
    this.reading = tables.reading();
  }

  public Directory addDirectory(Directory directory) throws DirectoryInstantiationException {
    if (directory.getName() == null || directory.getType() == null) {
      throw new DirectoryInstantiationException("A directory needs a name and a type");
    }
    if (directory.getImplementationClass() == null) {
      throw new DirectoryInstantiationException("A directory needs an implementation class");
    }
    long id = table.insert(directory);
    return table.byId(id).orElseThrow();
  }

  public Directory findDirectoryById(long id) throws DirectoryNotFoundException {
    return table.byId(id).orElseThrow(() -> new DirectoryNotFoundException(id));
  }

  public Directory findDirectoryByName(String name) throws DirectoryNotFoundException {
    return table.byName(name).orElseThrow(() -> new DirectoryNotFoundException(name));
  }

  public List<Directory> findAllDirectories() {
    return table.all();
  }

  /** Finds all, or by one simple property; Jira's tables refuse combined restrictions. */
  public List<Directory> searchDirectories(EntityQuery<Directory> query) {
    return table.all().stream()
        .filter(directory -> matches(directory, query.getSearchRestriction()))
        .toList();
  }

  public Directory updateDirectory(Directory directory) throws DirectoryNotFoundException {
    Directory before = findDirectoryById(directory.getId());
    table.update(directory);
    Directory after = findDirectoryById(directory.getId());
    events.directoryUpdated(before, after);
    return after;
  }

  public void removeDirectory(Directory directory) throws DirectoryNotFoundException {
    Directory before = findDirectoryById(directory.getId());
    table.delete(directory.getId());
    events.directoryDeleted(before);
  }

  public boolean supportsNestedGroups(long id) throws DirectoryNotFoundException {
    return Boolean.parseBoolean(findDirectoryById(id).getValue(NESTED));
  }

  public boolean isSynchronisable(long id) throws DirectoryNotFoundException {
    return switch (findDirectoryById(id).getType()) {
      case CONNECTOR, CROWD, AZURE_AD -> true;
      default -> false;
    };
  }

  public boolean isSynchronising(long id) throws DirectoryNotFoundException {
    findDirectoryById(id);
    return false;
  }

  /** The directory, when it allows the operation. */
  Directory allowing(long id, OperationType operation)
      throws DirectoryNotFoundException, DirectoryPermissionException {
    Directory directory = findDirectoryById(id);
    allow(directory, operation);
    return directory;
  }

  /** Refuses an operation that the directory does not allow. */
  static void allow(Directory directory, OperationType operation)
      throws DirectoryPermissionException {
    if (!directory.getAllowedOperations().contains(operation)) {
      throw new DirectoryPermissionException(
          "Directory \"" + directory.getName() + "\" does not allow " + operation);
    }
  }

  /** Crowd's check that a template was made for the directory that it is handed to. */
  static void sameDirectory(long templateDirectoryId, long directoryId) {
    if (templateDirectoryId != directoryId) {
      throw new IllegalArgumentException(
          "The template names directory " + templateDirectoryId + ", the call " + directoryId);
    }
  }

  private boolean matches(Directory directory, SearchRestriction restriction) {
    if (restriction instanceof NullRestriction) {
      return true;
    }
    if (reading.strict() || !(restriction instanceof PropertyRestriction<?> property)) {
      throw new UnsupportedOperationException(
          "Directory search knows no restriction " + restriction + "; list all and filter");
    }
    String name = property.getProperty().getPropertyName();
    if (name.equals(DirectoryTermKeys.NAME.getPropertyName())) {
      return directory.getName().equals(property.getValue());
    }
    if (name.equals(DirectoryTermKeys.TYPE.getPropertyName())) {
      return directory.getType() == property.getValue();
    }
    throw new UnsupportedOperationException("Directories are not searched by " + name);
  }
}
