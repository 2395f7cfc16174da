package org.oktasync.devkit.host.users;

import com.atlassian.crowd.embedded.impl.IdentifierUtils;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.model.user.UserTemplate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.oktasync.devkit.host.data.Chunks;
import org.oktasync.devkit.host.data.Jdbc;

/**
 * People and groups as Jira sees them over all active directories. Of accounts with one name the
 * one in the first directory counts and shadows the others; memberships of a name are added up,
 * unless that is switched off.
 */
final class Everybody {

  private static final String ACTIVE_USERS =
      " from cwd_user u join cwd_directory d on d.id = u.directory_id where d.active = 1";

  private static final String NOT_SHADOWED =
      " and not exists (select 1 from cwd_user s join cwd_directory e on e.id = s.directory_id"
          + " where e.active = 1 and s.lower_user_name = u.lower_user_name"
          + " and e.directory_position < d.directory_position)";

  private static final String ACTIVE_MEMBERSHIPS =
      " from cwd_membership m join cwd_directory d on d.id = m.directory_id"
          + " where d.active = 1 and m.membership_type = 'GROUP_USER'";

  private static final String OF_THE_FIRST_ACCOUNT =
      " and not exists (select 1 from cwd_user s join cwd_directory e on e.id = s.directory_id"
          + " where e.active = 1 and s.lower_user_name = m.lower_child_name"
          + " and e.directory_position < d.directory_position)";

  private final Jdbc jdbc;

  /** Jira keeps this in its database; here it lasts as long as the process. */
  private volatile boolean aggregates = true;

  Everybody(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether memberships of a name add up; else those of the account that counts are all. */
  boolean aggregates() {
    return aggregates;
  }

  void aggregate(boolean enabled) {
    aggregates = enabled;
  }

  private String memberships() {
    return aggregates ? ACTIVE_MEMBERSHIPS : ACTIVE_MEMBERSHIPS + OF_THE_FIRST_ACCOUNT;
  }

  /**
   * Which people to list.
   *
   * @param text the beginning of a word of login, display name or e-mail; null for no such limit
   * @param group only members of this group; null for no such limit
   * @param active whether accounts in use are listed
   * @param inactive whether disabled accounts are listed
   */
  record Filter(String text, String group, boolean active, boolean inactive) {

    static final Filter ALL = new Filter(null, null, true, true);

    static Filter membersOf(String group) {
      return new Filter(null, group, true, true);
    }
  }

  /** The account that counts for a name. */
  Optional<UserTemplate> user(String name) {
    if (name == null) {
      return Optional.empty();
    }
    return jdbc.first(
        "select "
            + UserTable.COLUMNS
            + ACTIVE_USERS
            + " and u.lower_user_name = ? order by d.directory_position limit 1",
        UserTable::read,
        IdentifierUtils.toLowerCase(name));
  }

  /** The group of a name in the first active directory that has it. */
  Optional<GroupTemplate> group(String name) {
    if (name == null) {
      return Optional.empty();
    }
    return jdbc.first(
        "select "
            + GroupTable.COLUMNS
            + " from cwd_group g join cwd_directory d on d.id = g.directory_id where d.active = 1"
            + " and g.lower_group_name = ? order by d.directory_position limit 1",
        GroupTable::read,
        IdentifierUtils.toLowerCase(name));
  }

  /** People by login, from a start that is counted from 0. */
  List<UserTemplate> users(Filter filter, int start, int maximum) {
    List<Object> values = new ArrayList<>();
    String sql =
        "select "
            + UserTable.COLUMNS
            + ACTIVE_USERS
            + NOT_SHADOWED
            + conditions(filter, values)
            + " order by u.lower_user_name"
            + Page.sql(start, maximum);
    return jdbc.query(sql, UserTable::read, values.toArray());
  }

  int count(Filter filter) {
    List<Object> values = new ArrayList<>();
    String sql = "select count(*)" + ACTIVE_USERS + NOT_SHADOWED + conditions(filter, values);
    return jdbc.count(sql, values.toArray());
  }

  /** People by user key; a key that no account has is left out. */
  Map<String, Person> people(Collection<String> keys) {
    Map<String, Person> found = new HashMap<>();
    for (List<String> chunk : Chunks.of(keys)) {
      jdbc.query(
          "select k.user_key, u.user_name, u.display_name, u.active from app_user k"
              + " join cwd_user u on u.lower_user_name = k.lower_user_name"
              + " join cwd_directory d on d.id = u.directory_id where d.active = 1"
              + NOT_SHADOWED
              + " and k.user_key in "
              + Chunks.marks(chunk),
          row -> {
            boolean active = row.getInt(4) == 1;
            Person person =
                new Person(row.getString(1), row.getString(2), row.getString(3), active);
            return found.put(person.key(), person);
          },
          chunk.toArray());
    }
    return found;
  }

  /** Names of groups that contain the text, by name, each spelled as one directory has it. */
  List<String> groupNames(String text, int start, int maximum) {
    return jdbc.query(
        "select min(g.group_name)"
            + activeGroups()
            + " order by g.lower_group_name"
            + Page.sql(start, maximum),
        row -> row.getString(1),
        contains(text));
  }

  int groupCount(String text) {
    return jdbc.count(
        "select count(*) from (select g.lower_group_name" + activeGroups() + ") names",
        contains(text));
  }

  /** Names of all groups that anyone of this name is in, in any active directory. */
  List<String> groupNamesOf(String user) {
    return jdbc.query(
        "select min(m.parent_name)"
            + memberships()
            + " and m.lower_child_name = ? group by m.lower_parent_name"
            + " order by m.lower_parent_name",
        row -> row.getString(1),
        IdentifierUtils.toLowerCase(user));
  }

  /** Whether anyone of this name is in one of the groups, in any active directory. */
  boolean inAny(String user, Collection<String> groups) {
    if (groups.isEmpty()) {
      return false;
    }
    List<Object> values = new ArrayList<>();
    values.add(IdentifierUtils.toLowerCase(user));
    groups.forEach(group -> values.add(IdentifierUtils.toLowerCase(group)));
    return jdbc.count(
            "select count(*)"
                + memberships()
                + " and m.lower_child_name = ? and m.lower_parent_name in "
                + Chunks.marks(groups),
            values.toArray())
        > 0;
  }

  /** How many names are in a group, in any active directory. */
  int memberCount(String group) {
    return jdbc.count(
        "select count(distinct m.lower_child_name)"
            + memberships()
            + " and m.lower_parent_name = ?",
        IdentifierUtils.toLowerCase(group));
  }

  /** How many accounts a directory holds, shadowed and disabled ones included. */
  int usersIn(long directoryId) {
    return jdbc.count("select count(*) from cwd_user where directory_id = ?", directoryId);
  }

  /** How many groups a directory holds. */
  int groupsIn(long directoryId) {
    return jdbc.count("select count(*) from cwd_group where directory_id = ?", directoryId);
  }

  /** How many enabled people are in at least one of the groups. */
  int countActiveIn(Collection<String> groups) {
    if (groups.isEmpty()) {
      return 0;
    }
    Object[] values = groups.stream().map(IdentifierUtils::toLowerCase).toArray();
    return jdbc.count(
        "select count(*)"
            + ACTIVE_USERS
            + NOT_SHADOWED
            + " and u.active = 1 and u.lower_user_name in (select m.lower_child_name"
            + memberships()
            + " and m.lower_parent_name in "
            + Chunks.marks(groups)
            + ")",
        values);
  }

  private String conditions(Filter filter, List<Object> values) {
    StringBuilder sql = new StringBuilder();
    if (!filter.active()) {
      sql.append(" and u.active = 0");
    }
    if (!filter.inactive()) {
      sql.append(" and u.active = 1");
    }
    if (filter.group() != null) {
      sql.append(" and u.lower_user_name in (select m.lower_child_name")
          .append(memberships())
          .append(" and m.lower_parent_name = ?)");
      values.add(IdentifierUtils.toLowerCase(filter.group()));
    }
    if (filter.text() != null) {
      String start = Condition.literal(IdentifierUtils.toLowerCase(filter.text())) + "%";
      sql.append(" and (");
      String joint = "";
      for (String column : List.of("user_name", "display_name", "email_address")) {
        sql.append(joint).append("u.lower_").append(column).append(" like ? escape '!'");
        joint = " or ";
        values.add(start);
      }
      sql.append(" or u.lower_display_name like ? escape '!')");
      values.add("% " + start);
    }
    return sql.toString();
  }

  private static String activeGroups() {
    return " from cwd_group g join cwd_directory d on d.id = g.directory_id where d.active = 1"
        + " and g.lower_group_name like ? escape '!' group by g.lower_group_name";
  }

  private static String contains(String text) {
    return "%" + Condition.literal(text == null ? "" : IdentifierUtils.toLowerCase(text)) + "%";
  }
}
