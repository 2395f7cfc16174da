package org.oktasync.jira;

import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

import com.atlassian.crowd.embedded.api.CrowdDirectoryService;
import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.DirectoryType;
import com.atlassian.crowd.embedded.api.OperationType;
import com.atlassian.crowd.embedded.impl.ImmutableDirectory;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Jira's list of directories in memory. Methods that are not written out refuse to be called. */
abstract class FakeDirectoryService implements CrowdDirectoryService {
  final List<Directory> directories = new ArrayList<>();
  boolean newOnesGoFirst;
  boolean orderIsFixed;
  private BooleanSupplier aggregates = () -> false;

  /** With no directories. */
  static FakeDirectoryService empty() {
    return mock(
        FakeDirectoryService.class,
        withSettings().useConstructor().defaultAnswer(CALLS_REAL_METHODS).stubOnly());
  }

  /** With internal, active directories of these ids that allow everything. */
  static FakeDirectoryService with(long... ids) {
    FakeDirectoryService service = empty();
    for (long id : ids) {
      service.directories.add(internal(id, "Directory " + id));
    }
    return service;
  }

  static Directory internal(long id, String name) {
    return directory(id, name, DirectoryType.INTERNAL, true, EnumSet.allOf(OperationType.class));
  }

  static Directory directory(
      long id, String name, DirectoryType type, boolean active, Set<OperationType> operations) {
    ImmutableDirectory.Builder builder = ImmutableDirectory.newBuilder();
    builder.setId(id);
    builder.setName(name);
    builder.setType(type);
    builder.setActive(active);
    builder.setAllowedOperations(operations);
    return builder.toDirectory();
  }

  /** What is answered about memberships of accounts of one name from now on. */
  void aggregates(BooleanSupplier answer) {
    aggregates = answer;
  }

  @Override
  public boolean isMembershipAggregationEnabled() {
    return aggregates.getAsBoolean();
  }

  @Override
  public List<Directory> findAllDirectories() {
    return List.copyOf(directories);
  }

  @Override
  public Directory addDirectory(Directory directory) {
    ImmutableDirectory.Builder builder = ImmutableDirectory.newBuilder(directory);
    builder.setId(100L + directories.size());
    Directory stored = builder.toDirectory();
    directories.add(newOnesGoFirst ? 0 : directories.size(), stored);
    return stored;
  }

  @Override
  public void setDirectoryPosition(long id, int position) {
    if (!orderIsFixed) {
      Directory moved =
          directories.stream().filter(directory -> directory.getId() == id).findFirst().get();
      directories.remove(moved);
      directories.add(position, moved);
    }
  }

  @Override
  public boolean removeDirectory(long id) {
    return directories.removeIf(directory -> directory.getId() == id);
  }
}
