package org.oktasync.devkit.host.projects;

import java.util.List;
import java.util.Map;
import org.oktasync.devkit.host.data.Ids;
import org.oktasync.devkit.host.data.Jdbc;

/** The tables of permission schemes and project roles, with Jira's names. */
final class GrantTables {
  /** The scheme that every Jira has. */
  static final long DEFAULT_SCHEME = 0;

  static final String DEFAULT_SCHEME_NAME = "Default Permission Scheme";
  static final String GROUP_ACTOR = "atlassian-group-role-actor";

  /** Every project has these roles, by id. */
  static final Map<Long, String> ROLES = Map.of(10002L, "Administrators", 10001L, "Developers");

  private static final long FIRST_ID = 10000;

  private final Jdbc jdbc;
  private final Ids ids;

  /** A permission in the default scheme, and who has it. */
  record Grant(String permission, String type, String parameter) {}

  /** Somebody in a role of a project. */
  record Actor(long project, long role, String type, String parameter) {}

  GrantTables(Jdbc jdbc) {
    this.jdbc = jdbc;
    this.ids = new Ids(jdbc);
    jdbc.update(
        "create table if not exists schemepermissions (id bigint primary key, scheme bigint, "
            + "permission_key varchar(255), perm_type varchar(255), perm_parameter varchar(255))");
    jdbc.update(
        "create table if not exists projectroleactor (id bigint primary key, pid bigint, "
            + "projectroleid bigint, roletype varchar(255), roletypeparameter varchar(255))");
    ids.begin("schemepermissions", FIRST_ID);
    ids.begin("projectroleactor", FIRST_ID);
  }

  List<Grant> grants() {
    return jdbc.query(
        "select permission_key, perm_type, perm_parameter from schemepermissions order by id",
        row -> new Grant(row.getString(1), row.getString(2), row.getString(3)));
  }

  void grant(Grant grant) {
    jdbc.update(
        "insert into schemepermissions values (?, ?, ?, ?, ?)",
        ids.next("schemepermissions"),
        DEFAULT_SCHEME,
        grant.permission(),
        grant.type(),
        grant.parameter());
  }

  List<Actor> actors(String condition, Object... values) {
    return jdbc.query(
        "select pid, projectroleid, roletype, roletypeparameter from projectroleactor "
            + condition
            + " order by id",
        row -> new Actor(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4)),
        values);
  }

  void add(Actor actor) {
    jdbc.update(
        "insert into projectroleactor values (?, ?, ?, ?, ?)",
        ids.next("projectroleactor"),
        actor.project(),
        actor.role(),
        actor.type(),
        actor.parameter());
  }
}
