package org.oktasync.jira;

import com.atlassian.crowd.embedded.api.CrowdDirectoryService;
import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.impl.IdentifierUtils;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.builder.QueryBuilder;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.oktasync.model.AccountName;
import org.oktasync.model.GroupName;
import org.oktasync.model.Message;
import org.oktasync.rows.TextHashes;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/**
 * The names that the directories hold, switched-off directories included: a switched-off directory
 * can be switched on again, and its people come back with their names. The first questions are
 * asked one by one; once they are many, all names are read by one query per directory. Kept up to
 * date with what is written through this add-on's target, but not with what others write.
 */
final class NameIndex {
  private final CrowdDirectoryService directories;
  private final DirectoryManager crowd;
  private final long target;
  private final SingleNames single;
  private Names accounts;
  private Names groups;

  /** The folded names of the target, with their spellings where Crowd would not find them else. */
  private static final class Names {
    private final TextHashes inTarget = new TextHashes();
    private final Map<String, String> spellings = new HashMap<>();
    private final TextHashes elsewhere = new TextHashes();

    void add(String key, String spelling) {
      inTarget.add(key);
      if (!key.equals(IdentifierUtils.toLowerCase(spelling))) {
        spellings.put(key, spelling);
      }
    }

    Held held(String key) {
      return new Held(inTarget.contains(key), elsewhere.contains(key));
    }

    void remove(String key) {
      inTarget.remove(key);
      spellings.remove(key);
    }
  }

  NameIndex(CrowdDirectoryService directories, DirectoryManager crowd, long target) {
    this.directories = directories;
    this.crowd = crowd;
    this.target = target;
    this.single = new SingleNames(crowd, target);
  }

  /** Where a name is held: by the target, by another directory, by both or by none. */
  record Held(boolean inTarget, boolean elsewhere) {}

  /** Where an account name was held when it was first asked for, or is since written here. */
  synchronized Held held(AccountName name) {
    return accounts == null && single.mayBeAsked(name.value())
        ? single.held(name, allDirectories())
        : accounts().held(name.key());
  }

  /** Where a group name was held when it was first asked for, or is since written here. */
  synchronized Held held(GroupName name) {
    return groups == null && single.mayBeAsked(name.value())
        ? single.held(name, allDirectories())
        : groups().held(name.key());
  }

  /** The name as the target must be asked for it. */
  synchronized String spelling(AccountName name) {
    return SingleNames.isPlain(name.value())
        ? name.value()
        : accounts().spellings.getOrDefault(name.key(), name.value());
  }

  /** The name as the target must be asked for it. */
  synchronized String spelling(GroupName name) {
    return SingleNames.isPlain(name.value())
        ? name.value()
        : groups().spellings.getOrDefault(name.key(), name.value());
  }

  synchronized void made(AccountName name) {
    single.forget(name);
    if (accounts != null) {
      accounts.add(name.key(), name.value());
    }
  }

  synchronized void made(GroupName name) {
    single.forget(name);
    if (groups != null) {
      groups.add(name.key(), name.value());
    }
  }

  synchronized void renamed(AccountName from, AccountName to) {
    single.forget(from);
    single.forget(to);
    if (accounts != null) {
      accounts.remove(from.key());
      accounts.add(to.key(), to.value());
    }
  }

  synchronized void deleted(AccountName name) {
    accounts().remove(name.key());
  }

  synchronized void deleted(GroupName name) {
    groups().remove(name.key());
  }

  private Names accounts() {
    if (accounts == null) {
      accounts = new Names();
      for (Directory directory : allDirectories()) {
        for (String name : names(directory, EntityDescriptor.user(), crowd::searchUsers)) {
          put(accounts, directory, new AccountName(name).key(), name);
        }
      }
    }
    return accounts;
  }

  private Names groups() {
    if (groups == null) {
      groups = new Names();
      for (Directory directory : allDirectories()) {
        for (String name : names(directory, EntityDescriptor.group(), crowd::searchGroups)) {
          put(groups, directory, new GroupName(name).key(), name);
        }
      }
    }
    return groups;
  }

  private void put(Names names, Directory directory, String key, String spelling) {
    if (directory.getId() == target) {
      names.add(key, spelling);
    } else {
      names.elsewhere.add(key);
    }
  }

  /** A list without the target itself is not the whole truth, and would make every name free. */
  private List<Directory> allDirectories() {
    List<Directory> all = JiraCalls.ask("", directories::findAllDirectories);
    if (all.stream().noneMatch(directory -> directory.getId() == target)) {
      throw new TargetException(Kind.FATAL, Message.of("directory-gone", target, ""), null);
    }
    return all;
  }

  private interface Search {
    List<String> names(long directory, EntityQuery<String> query) throws Exception;
  }

  private List<String> names(Directory directory, EntityDescriptor entity, Search search) {
    EntityQuery<String> query =
        QueryBuilder.queryFor(String.class, entity).returningAtMost(EntityQuery.ALL_RESULTS);
    try {
      return search.names(directory.getId(), query);
    } catch (Exception | LinkageError e) {
      String detail = JiraFailures.detail(e);
      Message problem = Message.of("directory-unreadable", directory.getName(), detail);
      throw new TargetException(Kind.FATAL, problem, e);
    }
  }
}
