package org.oktasync.devkit.host.users;

import com.atlassian.crowd.embedded.impl.IdentifierUtils;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.model.user.UserTemplate;
import com.atlassian.crowd.search.Entity;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import com.atlassian.crowd.search.query.membership.MembershipQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.oktasync.devkit.host.data.Chunks;
import org.oktasync.devkit.host.data.Ids;
import org.oktasync.devkit.host.data.Jdbc;
import org.oktasync.devkit.host.users.Membership.Kind;
import org.oktasync.devkit.host.users.UserTable.Stored;

/** Who is a direct member of what, within one directory. */
final class MembershipTable {

  private final Jdbc jdbc;
  private final Ids ids;
  private final Reading reading;

  MembershipTable(Jdbc jdbc, Ids ids, Reading reading) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.reading = reading;
  }

  boolean exists(long directoryId, Kind type, String child, String parent) {
    return jdbc.count(
            "select count(*) from cwd_membership where directory_id = ? and membership_type = ?"
                + " and lower_child_name = ? and lower_parent_name = ?",
            directoryId,
            type.name(),
            IdentifierUtils.toLowerCase(child),
            IdentifierUtils.toLowerCase(parent))
        > 0;
  }

  /** The folded names of all users in a group. */
  Set<String> members(long directoryId, String group) {
    return new HashSet<>(
        jdbc.query(
            "select lower_child_name from cwd_membership where directory_id = ?"
                + " and membership_type = 'GROUP_USER' and lower_parent_name = ?",
            row -> row.getString(1),
            directoryId,
            IdentifierUtils.toLowerCase(group)));
  }

  /** Adds all children to a parent, or none. */
  void insert(long directoryId, Kind type, Collection<Stored> children, Stored parent) {
    long id = ids.block("cwd_membership", children.size());
    List<Object[]> rows = new ArrayList<>();
    for (Stored child : children) {
      rows.add(
          new Object[] {
            id++,
            parent.id(),
            child.id(),
            type.name(),
            parent.name(),
            IdentifierUtils.toLowerCase(parent.name()),
            child.name(),
            IdentifierUtils.toLowerCase(child.name()),
            directoryId
          });
    }
    jdbc.batch(
        "insert into cwd_membership (id, parent_id, child_id, membership_type, parent_name,"
            + " lower_parent_name, child_name, lower_child_name, directory_id)"
            + " values (?,?,?,?,?,?,?,?,?)",
        rows);
  }

  void delete(long directoryId, Kind type, String child, String parent) {
    jdbc.update(
        "delete from cwd_membership where directory_id = ? and membership_type = ?"
            + " and lower_child_name = ? and lower_parent_name = ?",
        directoryId,
        type.name(),
        IdentifierUtils.toLowerCase(child),
        IdentifierUtils.toLowerCase(parent));
  }

  void renameUser(long directoryId, String oldName, String newName) {
    jdbc.update(
        "update cwd_membership set child_name = ?, lower_child_name = ?"
            + " where directory_id = ? and membership_type = 'GROUP_USER' and lower_child_name = ?",
        newName,
        IdentifierUtils.toLowerCase(newName),
        directoryId,
        IdentifierUtils.toLowerCase(oldName));
  }

  /**
   * Direct children or parents. Names of an unlimited query come folded in the strict reading,
   * because Jira answers it from a cache of folded names.
   */
  <T> List<T> search(long directoryId, MembershipQuery<T> query) {
    Condition.none(query.getSearchRestriction());
    boolean users = query.getEntityToReturn().getEntityType() == Entity.USER;
    boolean userInvolved = users || query.getEntityToMatch().getEntityType() == Entity.USER;
    String matched = query.isFindChildren() ? "lower_parent_name" : "lower_child_name";
    String found = query.isFindChildren() ? "child" : "parent";
    List<Object> values = new ArrayList<>();
    values.add(userInvolved ? "GROUP_USER" : "GROUP_GROUP");
    query.getEntityNamesToMatch().forEach(name -> values.add(IdentifierUtils.toLowerCase(name)));
    String from =
        " from cwd_membership m join "
            + (users ? "cwd_user u on u.id" : "cwd_group g on g.id")
            + " = m."
            + found
            + "_id where m.directory_id = "
            + directoryId
            + " and m.membership_type = ? and m."
            + matched
            + " in "
            + Chunks.marks(query.getEntityNamesToMatch());
    String order =
        reading.order("m.id", users ? "u.lower_user_name" : "g.lower_group_name") + Page.sql(query);
    if (users && query.getReturnType() == String.class) {
      return jdbc.queryMany(
          "select u.user_name" + from + order,
          row -> query.getReturnType().cast(name(query, row.getString(1))),
          values.toArray());
    }
    return users
        ? jdbc.queryMany(
            "select " + UserTable.COLUMNS + from + order,
            ReturnType.of(query.getReturnType(), UserTable::read, user -> name(query, user)),
            values.toArray())
        : jdbc.queryMany(
            "select " + GroupTable.COLUMNS + from + order,
            ReturnType.of(query.getReturnType(), GroupTable::read, group -> name(query, group)),
            values.toArray());
  }

  private String name(MembershipQuery<?> query, UserTemplate user) {
    return name(query, user.getName());
  }

  private String name(MembershipQuery<?> query, GroupTemplate group) {
    return name(query, group.getName());
  }

  private String name(MembershipQuery<?> query, String name) {
    boolean unlimited =
        query.getStartIndex() == 0 && query.getMaxResults() == EntityQuery.ALL_RESULTS;
    return reading.strict() && unlimited ? IdentifierUtils.toLowerCase(name) : name;
  }
}
