package org.oktasync.jira;

import com.atlassian.crowd.exception.GroupNotFoundException;
import com.atlassian.crowd.exception.MembershipAlreadyExistsException;
import com.atlassian.crowd.exception.MembershipNotFoundException;
import com.atlassian.crowd.exception.UserNotFoundException;
import com.atlassian.crowd.manager.directory.BulkAddResult;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.builder.QueryBuilder;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import com.atlassian.crowd.search.query.membership.MembershipQuery;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.GroupName;
import org.oktasync.model.Message;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/** Reads and changes the groups of one directory and their direct members. */
final class GroupEditor {
  static final int CHUNK = 500;

  private final DirectoryManager crowd;
  private final long directory;
  private final NameIndex names;

  GroupEditor(DirectoryManager crowd, long directory, NameIndex names) {
    this.crowd = crowd;
    this.directory = directory;
    this.names = names;
  }

  List<GroupName> all() {
    EntityQuery<String> query =
        QueryBuilder.queryFor(String.class, EntityDescriptor.group())
            .returningAtMost(EntityQuery.ALL_RESULTS);
    return JiraCalls.ask(String.valueOf(directory), () -> crowd.searchGroups(directory, query))
        .stream()
        .map(GroupName::new)
        .toList();
  }

  /** Direct members that are people, ascending by folded name. */
  Cursor<AccountName> members(GroupName group) {
    return new SortedNames(inside(group, EntityDescriptor.user()));
  }

  private List<String> inside(GroupName group, EntityDescriptor wanted) {
    MembershipQuery<String> query =
        QueryBuilder.queryFor(String.class, wanted)
            .childrenOf(EntityDescriptor.group())
            .withName(names.spelling(group))
            .returningAtMost(EntityQuery.ALL_RESULTS);
    try {
      return JiraCalls.ask(
          group.value(), () -> crowd.searchDirectGroupRelationships(directory, query));
    } catch (TargetException e) {
      if (e.kind() != Kind.NOT_FOUND) {
        throw e;
      }
      return List.of();
    }
  }

  /** The groups that somebody is a direct member of, ascending by folded name. */
  List<GroupName> of(AccountName account) {
    MembershipQuery<String> query =
        QueryBuilder.queryFor(String.class, EntityDescriptor.group())
            .parentsOf(EntityDescriptor.user())
            .withName(names.spelling(account))
            .returningAtMost(EntityQuery.ALL_RESULTS);
    return JiraCalls.ask(
            account.value(), () -> crowd.searchDirectGroupRelationships(directory, query))
        .stream()
        .map(GroupName::new)
        .sorted()
        .toList();
  }

  /** Whether somebody is a direct member. */
  boolean isMember(GroupName group, AccountName account) {
    return JiraCalls.ask(
        account.value(),
        () ->
            crowd.isUserDirectGroupMember(
                directory, names.spelling(account), names.spelling(group)));
  }

  void create(GroupName group) {
    // Crowd reports a group that exists as an invalid one
    if (exists(group)) {
      throw new TargetException(Kind.CONFLICT, Message.of("name-exists", group, ""), null);
    }
    JiraCalls.ask(
        group.value(),
        () -> crowd.addGroup(directory, new GroupTemplate(group.value(), directory)));
    names.made(group);
  }

  /** Adds members; answers why it failed, for those for whom it did. */
  Map<AccountName, TargetException> add(GroupName group, List<AccountName> accounts) {
    Map<AccountName, TargetException> failed = new LinkedHashMap<>();
    for (int start = 0; start < accounts.size(); start += CHUNK) {
      List<AccountName> chunk = accounts.subList(start, Math.min(start + CHUNK, accounts.size()));
      addChunk(group, chunk, failed);
    }
    return failed;
  }

  void remove(GroupName group, AccountName account) {
    JiraCalls.order(
        account.value(),
        () -> {
          try {
            crowd.removeUserFromGroup(directory, names.spelling(account), names.spelling(group));
          } catch (MembershipNotFoundException | UserNotFoundException | GroupNotFoundException e) {
            return; // no longer a member: done
          }
        });
  }

  void delete(GroupName group) {
    if (!inside(group, EntityDescriptor.group()).isEmpty()) {
      throw new TargetException(Kind.DENIED, Message.of("group-holds-groups", group), null);
    }
    JiraCalls.order(
        group.value(),
        () -> {
          try {
            crowd.removeGroup(directory, names.spelling(group));
          } catch (GroupNotFoundException e) {
            return; // gone: done
          }
        });
    names.deleted(group);
  }

  private boolean exists(GroupName group) {
    return JiraCalls.ask(
        group.value(),
        () -> {
          try {
            return crowd.findGroupByName(directory, names.spelling(group)) != null;
          } catch (GroupNotFoundException e) {
            return false;
          }
        });
  }

  private void addChunk(
      GroupName group, List<AccountName> accounts, Map<AccountName, TargetException> failed) {
    List<String> users = accounts.stream().map(names::spelling).toList();
    BulkAddResult<String> result;
    try {
      result =
          JiraCalls.ask(
              group.value(),
              () -> crowd.addAllUsersToGroup(directory, users, names.spelling(group)));
    } catch (TargetException e) {
      switch (e.kind()) {
        case FATAL -> throw e;
        case NOT_FOUND, DENIED -> accounts.forEach(account -> failed.put(account, e));
        default -> accounts.forEach(account -> addSingly(group, account, failed));
      }
      return;
    }
    // "existing" ones are members already: done
    Set<AccountName> refused = new HashSet<>();
    result.getFailedEntities().forEach(name -> refused.add(new AccountName(name)));
    accounts.stream()
        .filter(refused::contains)
        .forEach(account -> addSingly(group, account, failed));
  }

  /** A bulk call says that it failed, but only a single call says why. */
  private void addSingly(
      GroupName group, AccountName account, Map<AccountName, TargetException> failed) {
    try {
      JiraCalls.order(
          account.value(),
          () -> {
            try {
              crowd.addUserToGroup(directory, names.spelling(account), names.spelling(group));
            } catch (MembershipAlreadyExistsException e) {
              return; // a member already: done
            }
          });
    } catch (TargetException e) {
      if (e.kind() == Kind.FATAL) {
        throw e;
      }
      failed.put(account, e);
    }
  }
}
