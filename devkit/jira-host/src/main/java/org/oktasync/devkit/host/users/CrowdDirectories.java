package org.oktasync.devkit.host.users;

import com.atlassian.crowd.embedded.api.CrowdDirectoryService;
import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.exception.DirectoryInstantiationException;
import com.atlassian.crowd.exception.DirectoryNotFoundException;
import com.atlassian.crowd.exception.runtime.OperationFailedException;
import java.util.List;

/** The methods of {@link CrowdDirectoryService}: directories and their order, unchecked errors. */
final class CrowdDirectories {

  private final Directories directories;
  private final DirectoryTable table;
  private final Everybody everybody;

  CrowdDirectories(Directories directories, DirectoryTable table, Everybody everybody) {
    this.directories = directories;
    this.table = table;
    this.everybody = everybody;
  }

  public Directory addDirectory(Directory directory) {
    if (directory.getName() != null && table.byName(directory.getName()).isPresent()) {
      throw new OperationFailedException(
          "There is already a directory named \"" + directory.getName() + "\"");
    }
    try {
      return directories.addDirectory(directory);
    } catch (DirectoryInstantiationException e) {
      throw new OperationFailedException(e);
    }
  }

  /** Null when there is none, as Jira answers. */
  public Directory findDirectoryById(long id) {
    return table.byId(id).orElse(null);
  }

  /** Null when there is none, as Jira answers. */
  public Directory findDirectoryByName(String name) {
    return table.byName(name).orElse(null);
  }

  public List<Directory> findAllDirectories() {
    return table.all();
  }

  public Directory updateDirectory(Directory directory) {
    if (!directory.isActive()) {
      keepOneActive(directory.getId(), "disabled");
    }
    try {
      return directories.updateDirectory(directory);
    } catch (DirectoryNotFoundException e) {
      throw new OperationFailedException(e);
    }
  }

  public void setDirectoryPosition(long id, int position) {
    if (table.byId(id).isEmpty()) {
      throw new OperationFailedException("There is no directory " + id);
    }
    table.move(id, position);
  }

  /** Removes a directory with all that it holds; user keys stay. */
  public boolean removeDirectory(long id) {
    keepOneActive(id, "removed");
    try {
      directories.removeDirectory(directories.findDirectoryById(id));
      return true;
    } catch (DirectoryNotFoundException e) {
      throw new OperationFailedException(e);
    }
  }

  public boolean supportsNestedGroups(long id) {
    try {
      return directories.supportsNestedGroups(id);
    } catch (DirectoryNotFoundException e) {
      throw new OperationFailedException(e);
    }
  }

  public boolean isDirectorySynchronisable(long id) {
    try {
      return directories.isSynchronisable(id);
    } catch (DirectoryNotFoundException e) {
      throw new OperationFailedException(e);
    }
  }

  public boolean isDirectorySynchronising(long id) {
    return false;
  }

  public boolean isMembershipAggregationEnabled() {
    return everybody.aggregates();
  }

  public void setMembershipAggregationEnabled(boolean enabled) {
    everybody.aggregate(enabled);
  }

  private void keepOneActive(long id, String verb) {
    boolean another =
        table.all().stream().anyMatch(other -> other.isActive() && other.getId() != id);
    if (!another) {
      throw new OperationFailedException(
          "Directory " + id + " is the last active one and cannot be " + verb);
    }
  }
}
