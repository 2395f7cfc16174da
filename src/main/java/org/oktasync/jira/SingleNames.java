package org.oktasync.jira;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.exception.GroupNotFoundException;
import com.atlassian.crowd.exception.UserNotFoundException;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.oktasync.model.AccountName;
import org.oktasync.model.GroupName;
import org.oktasync.model.Message;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/**
 * Asks the directories about one name at a time, once. Only plain names can be asked for so: Crowd
 * folds others in its own way, and would not find one that is spelled otherwise.
 */
final class SingleNames {
  /** So many single questions cost about as much as reading all names. */
  private static final int FEW = 500;

  private final DirectoryManager crowd;
  private final long target;
  private final Map<Object, NameIndex.Held> answers = new HashMap<>();

  SingleNames(DirectoryManager crowd, long target) {
    this.crowd = crowd;
    this.target = target;
  }

  /** Whether one more name may be asked for by itself. */
  boolean mayBeAsked(String name) {
    return isPlain(name) && answers.size() < FEW;
  }

  /** Whether Crowd's lower case of a name is ours: nothing but ASCII. */
  static boolean isPlain(String name) {
    return name.chars().allMatch(c -> c < 0x80);
  }

  /** Where an account name is held. */
  NameIndex.Held held(AccountName name, List<Directory> directories) {
    return answers.computeIfAbsent(name, any -> ask(directories, one -> holds(one, name)));
  }

  /** Where a group name is held. */
  NameIndex.Held held(GroupName name, List<Directory> directories) {
    return answers.computeIfAbsent(name, any -> ask(directories, one -> holds(one, name)));
  }

  /** What is written from here on is known without asking. */
  void forget(Object name) {
    answers.remove(name);
  }

  private interface Question {
    boolean of(Directory directory) throws Exception;
  }

  private NameIndex.Held ask(List<Directory> directories, Question question) {
    boolean inTarget = false;
    boolean elsewhere = false;
    for (Directory directory : directories) {
      if (ask(directory, question)) {
        inTarget |= directory.getId() == target;
        elsewhere |= directory.getId() != target;
      }
    }
    return new NameIndex.Held(inTarget, elsewhere);
  }

  private static boolean ask(Directory directory, Question question) {
    try {
      return question.of(directory);
    } catch (Exception | LinkageError e) {
      String detail = JiraFailures.detail(e);
      Message problem = Message.of("directory-unreadable", directory.getName(), detail);
      throw new TargetException(Kind.FATAL, problem, e);
    }
  }

  private boolean holds(Directory directory, AccountName name) throws Exception {
    try {
      return crowd.findUserByName(directory.getId(), name.value()) != null;
    } catch (UserNotFoundException e) {
      return false;
    }
  }

  private boolean holds(Directory directory, GroupName name) throws Exception {
    try {
      return crowd.findGroupByName(directory.getId(), name.value()) != null;
    } catch (GroupNotFoundException e) {
      return false;
    }
  }
}
