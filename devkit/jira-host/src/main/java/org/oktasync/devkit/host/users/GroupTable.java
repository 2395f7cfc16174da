package org.oktasync.devkit.host.users;

import com.atlassian.crowd.embedded.impl.IdentifierUtils;
import com.atlassian.crowd.model.group.Group;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oktasync.devkit.host.data.Ids;
import org.oktasync.devkit.host.data.Jdbc;
import org.oktasync.devkit.host.users.UserTable.Stored;

/** The groups of all directories. Names are looked up folded. */
final class GroupTable {

  /** The columns that {@link #read} takes, of a table named {@code g}. */
  static final String COLUMNS =
      "g.directory_id, g.group_name, g.active, g.description, g.external_id";

  private final Jdbc jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Reading reading;

  GroupTable(Jdbc jdbc, Ids ids, Clock clock, Reading reading) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.reading = reading;
  }

  static GroupTemplate read(ResultSet row) throws SQLException {
    GroupTemplate group = new GroupTemplate(row.getString(2), row.getLong(1));
    group.setActive(row.getInt(3) == 1);
    group.setDescription(row.getString(4));
    group.setExternalId(row.getString(5));
    return group;
  }

  Optional<GroupTemplate> find(long directoryId, String name) {
    return jdbc.first(
        "select "
            + COLUMNS
            + " from cwd_group g where g.directory_id = ? and g.lower_group_name = ?",
        GroupTable::read,
        directoryId,
        IdentifierUtils.toLowerCase(name));
  }

  Optional<Stored> stored(long directoryId, String name) {
    return jdbc.first(
        "select id, group_name from cwd_group where directory_id = ? and lower_group_name = ?",
        row -> new Stored(row.getLong(1), row.getString(2)),
        directoryId,
        IdentifierUtils.toLowerCase(name));
  }

  /** Adds all of them or none. */
  void insert(List<? extends Group> groups) {
    long id = ids.block("cwd_group", groups.size());
    Timestamp now = Timestamp.from(clock.instant());
    List<Object[]> rows = new ArrayList<>();
    for (Group group : groups) {
      rows.add(
          new Object[] {
            id++,
            reading.fit(group.getName()),
            reading.fit(IdentifierUtils.toLowerCase(group.getName())),
            group.isActive() ? 1 : 0,
            now,
            now,
            reading.fit(group.getDescription()),
            group.getDirectoryId(),
            group.getExternalId()
          });
    }
    jdbc.batch(
        "insert into cwd_group (id, group_name, lower_group_name, active, created_date,"
            + " updated_date, description, directory_id, external_id, local, group_type)"
            + " values (?,?,?,?,?,?,?,?,?,0,'GROUP')",
        rows);
  }

  /** Replaces description and state; the name stays. */
  void update(Group group) {
    jdbc.update(
        "update cwd_group set active = ?, description = ?, updated_date = ?"
            + " where directory_id = ? and lower_group_name = ?",
        group.isActive() ? 1 : 0,
        reading.fit(group.getDescription()),
        Timestamp.from(clock.instant()),
        group.getDirectoryId(),
        IdentifierUtils.toLowerCase(group.getName()));
  }

  void rename(long groupId, String newName) {
    String folded = IdentifierUtils.toLowerCase(newName);
    jdbc.atomically(
        () -> {
          jdbc.update(
              "update cwd_group set group_name = ?, lower_group_name = ?, updated_date = ?"
                  + " where id = ?",
              newName,
              folded,
              Timestamp.from(clock.instant()),
              groupId);
          jdbc.update(
              "update cwd_membership set parent_name = ?, lower_parent_name = ?"
                  + " where parent_id = ?",
              newName,
              folded,
              groupId);
        });
  }

  /** Removes a group with all memberships in it and of it. */
  void delete(long groupId) {
    jdbc.atomically(
        () -> {
          jdbc.update("delete from cwd_membership where parent_id = ?", groupId);
          jdbc.update(
              "delete from cwd_membership where child_id = ? and membership_type = 'GROUP_GROUP'",
              groupId);
          jdbc.update("delete from cwd_group where id = ?", groupId);
        });
  }

  /** The groups of one directory that a query asks for, in its return type. */
  <T> List<T> search(long directoryId, EntityQuery<T> query) {
    Condition where = Condition.onGroups(query.getSearchRestriction());
    return jdbc.query(
        "select "
            + COLUMNS
            + " from cwd_group g where g.directory_id = "
            + directoryId
            + where.andSql()
            + reading.order("g.id", "g.lower_group_name")
            + Page.sql(query),
        ReturnType.of(query.getReturnType(), GroupTable::read, GroupTemplate::getName),
        where.values());
  }
}
