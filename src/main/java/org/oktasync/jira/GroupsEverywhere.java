package org.oktasync.jira;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.builder.QueryBuilder;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import com.atlassian.crowd.search.query.membership.MembershipQuery;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.oktasync.model.AccountName;
import org.oktasync.model.GroupName;

/**
 * Finds who is in a set of groups, over all directories. Jira decides by group name, whichever
 * directory a group or a membership is in; a child group counts where its directory nests groups,
 * and then its name counts everywhere.
 */
final class GroupsEverywhere {
  private final DirectoryManager crowd;
  private final List<Directory> directories;

  GroupsEverywhere(DirectoryManager crowd, List<Directory> directories) {
    this.crowd = crowd;
    this.directories = directories;
  }

  /** The groups themselves and all groups below them. */
  Set<GroupName> withChildren(Collection<GroupName> groups) throws Exception {
    Set<GroupName> found = new HashSet<>(groups);
    Deque<GroupName> open = new ArrayDeque<>(found);
    while (!open.isEmpty()) {
      GroupName group = open.remove();
      for (Directory directory : directories) {
        if (crowd.supportsNestedGroups(directory.getId())) {
          for (String child : inside(directory, group, EntityDescriptor.group())) {
            GroupName name = new GroupName(child);
            if (found.add(name)) {
              open.add(name);
            }
          }
        }
      }
    }
    return found;
  }

  /** Everybody who is a direct member of one of the groups in some directory. */
  Set<AccountName> members(Collection<GroupName> groups) throws Exception {
    Set<AccountName> people = new HashSet<>();
    for (GroupName group : groups) {
      for (Directory directory : directories) {
        for (String name : inside(directory, group, EntityDescriptor.user())) {
          people.add(new AccountName(name));
        }
      }
    }
    return people;
  }

  private List<String> inside(Directory directory, GroupName group, EntityDescriptor wanted)
      throws Exception {
    MembershipQuery<String> query =
        QueryBuilder.queryFor(String.class, wanted)
            .childrenOf(EntityDescriptor.group())
            .withName(group.value())
            .returningAtMost(EntityQuery.ALL_RESULTS);
    return crowd.searchDirectGroupRelationships(directory.getId(), query);
  }
}
