package org.oktasync.jira;

import com.atlassian.crowd.embedded.api.CrowdDirectoryService;
import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.exception.UserNotFoundException;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import java.util.Optional;
import org.oktasync.model.AccountName;
import org.oktasync.model.Message;
import org.oktasync.target.AccountFacts;
import org.oktasync.target.TargetException;

/** What Jira says about single accounts. */
public final class JiraAccountFacts implements AccountFacts {
  private final CrowdDirectoryService directories;
  private final DirectoryManager crowd;
  private final ApplicationAccess access;
  private final ReflectiveUserDeletion deletion;

  public JiraAccountFacts(
      CrowdDirectoryService directories,
      DirectoryManager crowd,
      ApplicationAccess access,
      ReflectiveUserDeletion deletion) {
    this.directories = directories;
    this.crowd = crowd;
    this.access = access;
    this.deletion = deletion;
  }

  @Override
  public boolean isShadowed(long directoryId, AccountName name) {
    for (Directory directory : JiraCalls.ask("", directories::findAllDirectories)) {
      if (directory.getId() == directoryId) {
        return false;
      }
      if (directory.isActive() && holds(directory, name)) {
        return true;
      }
    }
    return false;
  }

  private boolean holds(Directory directory, AccountName name) {
    return JiraCalls.ask(
        name.value(),
        () -> {
          try {
            return crowd.findUserByName(directory.getId(), name.value()) != null;
          } catch (UserNotFoundException e) {
            return false;
          }
        });
  }

  @Override
  public boolean hasApplicationAccess(AccountName name) {
    try {
      return access.opensAnyApplication(name);
    } catch (TargetException e) {
      // Jira cannot tell; the contract asks for the answer that raises no false alarm.
      return true;
    }
  }

  @Override
  public Optional<Message> obstacleToDeletion(AccountName name) {
    return deletion.obstacle(name);
  }

  @Override
  public Optional<Message> deletionProblem() {
    return deletion.problem();
  }
}
