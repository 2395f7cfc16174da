package org.oktasync.devkit.host.users;

import com.atlassian.crowd.embedded.impl.IdentifierUtils;
import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.model.user.UserTemplate;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.oktasync.devkit.host.data.Chunks;
import org.oktasync.devkit.host.data.Ids;
import org.oktasync.devkit.host.data.Jdbc;

/** The accounts of all directories. Names are looked up folded. */
final class UserTable {

  /** The columns that {@link #read} takes, of a table named {@code u}. */
  static final String COLUMNS =
      "u.directory_id, u.user_name, u.active, u.first_name, u.last_name, u.display_name,"
          + " u.email_address, u.external_id";

  private final Jdbc jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Reading reading;

  UserTable(Jdbc jdbc, Ids ids, Clock clock, Reading reading) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.reading = reading;
  }

  /**
   * An account to be added.
   *
   * @param user its values, names filled
   * @param credential the stored form of its password; null for none
   */
  record NewUser(User user, String credential) {}

  /** The id and the spelling under which an entity is stored. */
  record Stored(long id, String name) {}

  static UserTemplate read(ResultSet row) throws SQLException {
    UserTemplate user = new UserTemplate(row.getString(2), row.getLong(1));
    user.setActive(row.getInt(3) == 1);
    user.setFirstName(row.getString(4));
    user.setLastName(row.getString(5));
    user.setDisplayName(row.getString(6));
    user.setEmailAddress(row.getString(7));
    user.setExternalId(row.getString(8));
    return user;
  }

  Optional<UserTemplate> find(long directoryId, String name) {
    return jdbc.first(
        "select " + COLUMNS + " from cwd_user u where u.directory_id = ? and u.lower_user_name = ?",
        UserTable::read,
        directoryId,
        IdentifierUtils.toLowerCase(name));
  }

  /** Those of the names that the directory holds, by folded name. */
  Map<String, Stored> stored(long directoryId, Collection<String> names) {
    Map<String, Stored> found = new HashMap<>();
    for (List<String> chunk : Chunks.of(names)) {
      List<Object> values = new ArrayList<>(chunk);
      values.replaceAll(name -> IdentifierUtils.toLowerCase((String) name));
      values.add(0, directoryId);
      jdbc.query(
          "select lower_user_name, id, user_name from cwd_user where directory_id = ?"
              + " and lower_user_name in "
              + Chunks.marks(chunk),
          row -> found.put(row.getString(1), new Stored(row.getLong(2), row.getString(3))),
          values.toArray());
    }
    return found;
  }

  boolean existsAnywhere(String name) {
    return jdbc.count(
            "select count(*) from cwd_user where lower_user_name = ?",
            IdentifierUtils.toLowerCase(name))
        > 0;
  }

  /** The stored password of an account; empty when it has none. */
  Optional<String> credential(User user) {
    return jdbc.first(
            "select credential from cwd_user where directory_id = ? and lower_user_name = ?",
            row -> Optional.ofNullable(row.getString(1)),
            user.getDirectoryId(),
            IdentifierUtils.toLowerCase(user.getName()))
        .flatMap(credential -> credential);
  }

  /** Adds all of them or none. */
  void insert(List<NewUser> users) {
    long id = ids.block("cwd_user", users.size());
    Timestamp now = Timestamp.from(clock.instant());
    List<Object[]> rows = new ArrayList<>();
    for (NewUser added : users) {
      rows.add(row(id++, added, now));
    }
    jdbc.batch(
        "insert into cwd_user (active, first_name, lower_first_name, last_name, lower_last_name,"
            + " display_name, lower_display_name, email_address, lower_email_address, external_id,"
            + " updated_date, id, directory_id, user_name, lower_user_name, created_date,"
            + " credential, deleted_externally) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,0)",
        rows);
  }

  /** Replaces every value of a stored account but its name. */
  void update(User user) {
    List<Object> values = new ArrayList<>(details(user, Timestamp.from(clock.instant())));
    values.add(user.getDirectoryId());
    values.add(IdentifierUtils.toLowerCase(user.getName()));
    jdbc.update(
        "update cwd_user set active = ?, first_name = ?, lower_first_name = ?, last_name = ?,"
            + " lower_last_name = ?, display_name = ?, lower_display_name = ?, email_address = ?,"
            + " lower_email_address = ?, external_id = ?, updated_date = ?, deleted_externally = 0"
            + " where directory_id = ? and lower_user_name = ?",
        values.toArray());
  }

  void rename(long directoryId, String oldName, String newName) {
    jdbc.update(
        "update cwd_user set user_name = ?, lower_user_name = ?, updated_date = ?"
            + " where directory_id = ? and lower_user_name = ?",
        reading.fit(newName),
        reading.fit(IdentifierUtils.toLowerCase(newName)),
        Timestamp.from(clock.instant()),
        directoryId,
        IdentifierUtils.toLowerCase(oldName));
  }

  /** Moves the date of the last change, as a write of attributes does. */
  void touch(long userId) {
    jdbc.update(
        "update cwd_user set updated_date = ? where id = ?",
        Timestamp.from(clock.instant()),
        userId);
  }

  /** Removes an account with its attributes and memberships; its user key stays. */
  void delete(long userId) {
    jdbc.atomically(
        () -> {
          jdbc.update(
              "delete from cwd_membership where child_id = ? and membership_type = 'GROUP_USER'",
              userId);
          jdbc.update("delete from cwd_user_attributes where user_id = ?", userId);
          jdbc.update("delete from cwd_user where id = ?", userId);
        });
  }

  /** The accounts of one directory that a query asks for, in its return type. */
  <T> List<T> search(long directoryId, EntityQuery<T> query) {
    Condition where = Condition.onUsers(query.getSearchRestriction());
    return jdbc.queryMany(
        "select "
            + COLUMNS
            + " from cwd_user u where u.directory_id = "
            + directoryId
            + where.andSql()
            + reading.order("u.id", "u.lower_user_name")
            + Page.sql(query),
        ReturnType.of(query.getReturnType(), UserTable::read, UserTemplate::getName),
        where.values());
  }

  private Object[] row(long id, NewUser added, Timestamp now) {
    User user = added.user();
    List<Object> values = new ArrayList<>(details(user, now));
    values.add(id);
    values.add(user.getDirectoryId());
    values.add(reading.fit(user.getName()));
    values.add(reading.fit(IdentifierUtils.toLowerCase(user.getName())));
    values.add(now);
    values.add(added.credential());
    return values.toArray();
  }

  private List<Object> details(User user, Timestamp now) {
    List<Object> values = new ArrayList<>();
    values.add(user.isActive() ? 1 : 0);
    for (String value :
        new String[] {
          user.getFirstName(), user.getLastName(), user.getDisplayName(), user.getEmailAddress()
        }) {
      values.add(reading.fit(value));
      values.add(value == null ? null : reading.fit(IdentifierUtils.toLowerCase(value)));
    }
    values.add(user.getExternalId());
    values.add(now);
    return values;
  }
}
