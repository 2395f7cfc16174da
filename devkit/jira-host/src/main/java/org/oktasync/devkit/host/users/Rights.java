package org.oktasync.devkit.host.users;

import com.atlassian.crowd.embedded.impl.IdentifierUtils;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.oktasync.devkit.host.data.Jdbc;

/**
 * Which groups hold which global permission and which application role. Jira keeps group names
 * here, of no directory: a group of that name in any directory has the right.
 */
final class Rights {

  static final String ADMINISTER = "ADMINISTER";
  static final String SYSTEM_ADMIN = "SYSTEM_ADMIN";
  static final String SOFTWARE = "jira-software";

  /** The names of the products, by their keys. */
  static final Map<String, String> APPLICATIONS =
      new TreeMap<>(
          Map.of(SOFTWARE, "Jira Software", "jira-servicedesk", "Jira Service Management"));

  /** The number of seats of a licence that counts none. */
  static final int UNLIMITED = -1;

  private final Jdbc jdbc;

  Rights(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  List<String> groupsWith(String permission) {
    return jdbc.query(
        "select group_id from globalpermissionentry where permission = ? order by group_id",
        row -> row.getString(1),
        permission);
  }

  void grant(String permission, String group) {
    if (!holds(groupsWith(permission), group)) {
      jdbc.update(
          "insert into globalpermissionentry (permission, group_id) values (?,?)",
          permission,
          group);
    }
  }

  void revoke(String permission, String group) {
    jdbc.update(
        "delete from globalpermissionentry where permission = ? and group_id = ?",
        permission,
        group);
  }

  Set<String> roleGroups(String role) {
    return Set.copyOf(
        jdbc.query(
            "select group_id from licenserolegroup where license_role_name = ?",
            row -> row.getString(1),
            role));
  }

  void addRoleGroup(String role, String group) {
    if (!holds(roleGroups(role), group)) {
      jdbc.update(
          "insert into licenserolegroup (license_role_name, group_id) values (?,?)", role, group);
    }
  }

  void removeRoleGroup(String role, String group) {
    jdbc.update(
        "delete from licenserolegroup where license_role_name = ? and group_id = ?", role, group);
  }

  int seats(String role) {
    Optional<Integer> seats =
        jdbc.first(
            "select seats from license_seats where license_role_name = ?",
            row -> row.getInt(1),
            role);
    return seats.orElse(UNLIMITED);
  }

  /**
   * Sets what the licence of a product allows.
   *
   * @throws IllegalArgumentException when there is no such product
   */
  void setSeats(String role, int seats) {
    if (!APPLICATIONS.containsKey(role)) {
      throw new IllegalArgumentException("No application " + role + " is installed");
    }
    jdbc.atomically(
        () -> {
          jdbc.update("delete from license_seats where license_role_name = ?", role);
          jdbc.update(
              "insert into license_seats (license_role_name, seats) values (?,?)", role, seats);
        });
  }

  private static boolean holds(Iterable<String> groups, String group) {
    for (String held : groups) {
      if (IdentifierUtils.equalsInLowerCase(held, group)) {
        return true;
      }
    }
    return false;
  }
}
