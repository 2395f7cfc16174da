package org.oktasync.devkit.host.users;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.DirectoryType;
import com.atlassian.crowd.embedded.api.OperationType;
import com.atlassian.crowd.embedded.impl.IdentifierUtils;
import com.atlassian.crowd.embedded.impl.ImmutableDirectory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.oktasync.devkit.host.data.Ids;
import org.oktasync.devkit.host.data.Jdbc;

/** The directories, their attributes and allowed operations, in the order in which Jira asks. */
final class DirectoryTable {

  private static final String SELECT =
      "select id, directory_name, active, description, directory_type, impl_class,"
          + " encryption_type, created_date, updated_date from cwd_directory";

  private final Jdbc jdbc;
  private final Ids ids;
  private final Clock clock;

  DirectoryTable(Jdbc jdbc, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
  }

  /** Every directory, active or not, first asked first. */
  List<Directory> all() {
    return jdbc.query(SELECT + " order by directory_position", this::read);
  }

  Optional<Directory> byId(long id) {
    return jdbc.first(SELECT + " where id = ?", this::read, id);
  }

  Optional<Directory> byName(String name) {
    return all().stream()
        .filter(directory -> IdentifierUtils.equalsInLowerCase(directory.getName(), name))
        .findFirst();
  }

  /** Adds a directory behind all others and answers the id that it got. */
  long insert(Directory directory) {
    return insert(directory, ids.next("cwd_directory"));
  }

  /** Adds a directory of a given id behind all others. */
  long insert(Directory directory, long id) {
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.atomically(
        () -> {
          jdbc.update(
              "insert into cwd_directory (id, directory_name, lower_directory_name, created_date,"
                  + " updated_date, active, description, impl_class, directory_type,"
                  + " encryption_type, directory_position) values (?,?,?,?,?,?,?,?,?,?,?)",
              id,
              directory.getName(),
              IdentifierUtils.toLowerCase(directory.getName()),
              now,
              now,
              directory.isActive() ? 1 : 0,
              directory.getDescription(),
              directory.getImplementationClass(),
              directory.getType().name(),
              directory.getEncryptionType(),
              jdbc.count("select coalesce(max(directory_position), -1) + 1 from cwd_directory"));
          insertDetails(id, directory);
        });
    return id;
  }

  void update(Directory directory) {
    long id = directory.getId();
    jdbc.atomically(
        () -> {
          jdbc.update(
              "update cwd_directory set directory_name = ?, lower_directory_name = ?,"
                  + " updated_date = ?, active = ?, description = ?, encryption_type = ?"
                  + " where id = ?",
              directory.getName(),
              IdentifierUtils.toLowerCase(directory.getName()),
              Timestamp.from(clock.instant()),
              directory.isActive() ? 1 : 0,
              directory.getDescription(),
              directory.getEncryptionType(),
              id);
          deleteDetails(id);
          insertDetails(id, directory);
        });
  }

  /** Removes a directory with all its users, groups and memberships. */
  void delete(long id) {
    jdbc.atomically(
        () -> {
          for (String table :
              List.of("cwd_membership", "cwd_user_attributes", "cwd_user", "cwd_group")) {
            jdbc.update("delete from " + table + " where directory_id = ?", id);
          }
          deleteDetails(id);
          jdbc.update("delete from cwd_directory where id = ?", id);
        });
  }

  /** Puts a directory at a place, 0 being the first; the others keep their order. */
  void move(long id, int position) {
    List<Long> order = new ArrayList<>(all().stream().map(Directory::getId).toList());
    order.remove(id);
    order.add(Math.max(0, Math.min(position, order.size())), id);
    List<Object[]> places = new ArrayList<>();
    for (int place = 0; place < order.size(); place++) {
      places.add(new Object[] {place, order.get(place)});
    }
    jdbc.batch("update cwd_directory set directory_position = ? where id = ?", places);
  }

  private Directory read(ResultSet row) throws SQLException {
    ImmutableDirectory.Builder directory = ImmutableDirectory.newBuilder();
    long id = row.getLong(1);
    directory.setId(id);
    directory.setName(row.getString(2));
    directory.setActive(row.getInt(3) == 1);
    directory.setDescription(row.getString(4));
    directory.setType(DirectoryType.valueOf(row.getString(5)));
    directory.setImplementationClass(row.getString(6));
    directory.setEncryptionType(row.getString(7));
    directory.setCreatedDate(row.getTimestamp(8));
    directory.setUpdatedDate(row.getTimestamp(9));
    directory.setAttributes(attributes(id));
    directory.setAllowedOperations(operations(id));
    return directory.toDirectory();
  }

  private Map<String, String> attributes(long id) {
    Map<String, String> attributes = new HashMap<>();
    jdbc.query(
        "select attribute_name, attribute_value from cwd_directory_attribute"
            + " where directory_id = ?",
        row -> attributes.put(row.getString(1), row.getString(2)),
        id);
    return attributes;
  }

  private Set<OperationType> operations(long id) {
    Set<OperationType> operations = EnumSet.noneOf(OperationType.class);
    jdbc.query(
        "select operation_type from cwd_directory_operation where directory_id = ?",
        row -> operations.add(OperationType.valueOf(row.getString(1))),
        id);
    return operations;
  }

  private void insertDetails(long id, Directory directory) {
    jdbc.batch(
        "insert into cwd_directory_attribute (directory_id, attribute_name, attribute_value)"
            + " values (?,?,?)",
        directory.getAttributes().entrySet().stream()
            .map(attribute -> new Object[] {id, attribute.getKey(), attribute.getValue()})
            .toList());
    jdbc.batch(
        "insert into cwd_directory_operation (directory_id, operation_type) values (?,?)",
        directory.getAllowedOperations().stream()
            .map(operation -> new Object[] {id, operation.name()})
            .toList());
  }

  private void deleteDetails(long id) {
    jdbc.update("delete from cwd_directory_attribute where directory_id = ?", id);
    jdbc.update("delete from cwd_directory_operation where directory_id = ?", id);
  }
}
