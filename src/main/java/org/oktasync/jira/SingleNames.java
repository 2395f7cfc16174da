package org.oktasync.jira;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.exception.GroupNotFoundException;
import com.atlassian.crowd.exception.UserNotFoundException;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import java.util.List;
import org.oktasync.model.AccountName;
import org.oktasync.model.GroupName;

/**
 * Asks the directories about one name at a time. Only plain names can be asked for so: Crowd folds
 * others in its own way, and would not find one that is spelled otherwise.
 */
final class SingleNames {
  /** So many single questions cost about as much as reading all names. */
  private static final int FEW = 500;

  private final DirectoryManager crowd;
  private final long target;
  private int asked;

  SingleNames(DirectoryManager crowd, long target) {
    this.crowd = crowd;
    this.target = target;
  }

  /** Whether one more name may be asked for by itself. */
  boolean mayBeAsked(String name) {
    return isPlain(name) && ++asked <= FEW;
  }

  /** Whether Crowd's lower case of a name is ours: nothing but ASCII. */
  static boolean isPlain(String name) {
    return name.chars().allMatch(c -> c < 0x80);
  }

  boolean inTarget(AccountName name, List<Directory> directories) {
    return directories.stream().anyMatch(one -> one.getId() == target && holds(one, name));
  }

  boolean elsewhere(AccountName name, List<Directory> directories) {
    return directories.stream().anyMatch(one -> one.getId() != target && holds(one, name));
  }

  boolean inTarget(GroupName name, List<Directory> directories) {
    return directories.stream().anyMatch(one -> one.getId() == target && holds(one, name));
  }

  boolean elsewhere(GroupName name, List<Directory> directories) {
    return directories.stream().anyMatch(one -> one.getId() != target && holds(one, name));
  }

  private boolean holds(Directory directory, AccountName name) {
    return JiraCalls.ask(
        directory.getName(),
        () -> {
          try {
            return crowd.findUserByName(directory.getId(), name.value()) != null;
          } catch (UserNotFoundException e) {
            return false;
          }
        });
  }

  private boolean holds(Directory directory, GroupName name) {
    return JiraCalls.ask(
        directory.getName(),
        () -> {
          try {
            return crowd.findGroupByName(directory.getId(), name.value()) != null;
          } catch (GroupNotFoundException e) {
            return false;
          }
        });
  }
}
