package org.oktasync.devkit.it;

import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.oktasync.devkit.host.data.DatabaseSettings;
import org.oktasync.devkit.host.data.HostDatabase;
import org.oktasync.devkit.host.data.Jdbc;
import org.oktasync.devkit.host.users.JiraUsers;

/**
 * Accounts and groups beside those of a connection, in its directory and elsewhere, made by an
 * administrator and looked after by nobody but them; and the eye on every row of the directories.
 */
final class Foreigners implements AutoCloseable {
  /** The names, accounts and groups, that no sync may touch. */
  static final Set<String> NAMES =
      Set.of(
          "admin",
          "fred",
          "local-0",
          "local-1",
          "local-2",
          "locals",
          "jira-administrators",
          "jira-software-users");

  private static final String DIRECTORY = "okta users";

  private final HostDatabase database;
  private final JiraUsers users;
  private final Jdbc jdbc;

  /** Looks at a database that a host has filled. */
  Foreigners(DatabaseSettings settings) {
    database = HostDatabase.open(settings);
    users = JiraUsers.open(database.source(), Clock.systemUTC(), event -> {}, true);
    jdbc = new Jdbc(database.source());
  }

  /** Makes the local accounts and their group in the directory of the connection. */
  void settle() throws Exception {
    long directory =
        jdbc.count("select id from cwd_directory where lower_directory_name = ?", DIRECTORY);
    DirectoryManager crowd = (DirectoryManager) users.services().get(DirectoryManager.class);
    crowd.addGroup(directory, new GroupTemplate("locals", directory));
    for (int i = 0; i < 3; i++) {
      UserTemplateWithAttributes local = new UserTemplateWithAttributes("local-" + i, directory);
      local.setActive(true);
      local.setDisplayName("Local " + i);
      local.setEmailAddress("local" + i + "@elsewhere.example");
      crowd.addUser(directory, local, PasswordCredential.NONE);
      crowd.addUserToGroup(directory, "local-" + i, "locals");
    }
  }

  /** Lets a local account join a group of the connection. */
  void join(String group) throws Exception {
    long directory =
        jdbc.count("select id from cwd_directory where lower_directory_name = ?", DIRECTORY);
    DirectoryManager crowd = (DirectoryManager) users.services().get(DirectoryManager.class);
    crowd.addUserToGroup(directory, "local-1", group);
  }

  /** All that Jira says of them: accounts, members of their groups, groups of theirs. */
  Map<String, String> seenBy(JiraView jira, List<String> groupsOfOthers) {
    Map<String, String> seen = new TreeMap<>();
    jira.users().forEach((name, user) -> seen.put(name, user.toString()));
    jira.groups().forEach(group -> seen.put(group, jira.members(group).toString()));
    seen.keySet().retainAll(NAMES);
    List<String> homes = new ArrayList<>(groupsOfOthers);
    homes.removeIf(group -> !jira.members(group).contains("local-1"));
    seen.put("groups with a local member", homes.toString());
    return seen;
  }

  /** Names of accounts and of groups that more than one row has, in any directory. */
  List<String> duplicates() {
    return jdbc.query(
        "select lower_user_name from cwd_user group by lower_user_name having count(*) > 1"
            + " union all select lower_group_name from cwd_group group by lower_group_name"
            + " having count(*) > 1 union all select lower_child_name || ' in ' ||"
            + " lower_parent_name from cwd_membership group by lower_child_name,"
            + " lower_parent_name having count(*) > 1",
        row -> row.getString(1));
  }

  /** Equal texts mean that no row of the directories was written in between. */
  String tablesDigest() {
    return users.tablesDigest();
  }

  @Override
  public void close() {
    database.close();
  }
}
