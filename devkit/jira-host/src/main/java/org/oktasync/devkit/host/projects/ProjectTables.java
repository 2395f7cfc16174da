package org.oktasync.devkit.host.projects;

import java.util.List;
import java.util.Optional;
import org.oktasync.devkit.host.data.Ids;
import org.oktasync.devkit.host.data.Jdbc;

/** The tables of projects and components, with Jira's names; a lead is kept as a user key. */
final class ProjectTables {
  private static final long FIRST_ID = 10000;
  private static final String PROJECT = "select id, pkey, pname, lead from project ";
  private static final String COMPONENT = "select id, project, cname, lead from component ";

  private final Jdbc jdbc;
  private final Ids ids;

  /** A row of the table of projects. */
  record ProjectRow(long id, String key, String name, String lead) {}

  /** A row of the table of components; the lead may be null. */
  record ComponentRow(long id, long project, String name, String lead) {}

  ProjectTables(Jdbc jdbc) {
    this.jdbc = jdbc;
    this.ids = new Ids(jdbc);
    jdbc.update(
        "create table if not exists project (id bigint primary key, pkey varchar(255) unique, "
            + "pname varchar(255), lead varchar(255))");
    jdbc.update(
        "create table if not exists component (id bigint primary key, project bigint, "
            + "cname varchar(255), lead varchar(255), unique (project, cname))");
    ids.begin("project", FIRST_ID);
    ids.begin("component", FIRST_ID);
  }

  List<ProjectRow> projects(String condition, Object... values) {
    return jdbc.query(
        PROJECT + condition + " order by pkey",
        row -> new ProjectRow(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)),
        values);
  }

  Optional<ProjectRow> project(String condition, Object value) {
    return projects(condition, value).stream().findFirst();
  }

  List<ComponentRow> components(String condition, Object... values) {
    return jdbc.query(
        COMPONENT + condition + " order by cname",
        row -> new ComponentRow(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4)),
        values);
  }

  long addProject(String key, String name, String lead) {
    long id = ids.next("project");
    jdbc.update("insert into project values (?, ?, ?, ?)", id, key, name, lead);
    return id;
  }

  long addComponent(long project, String name, String lead) {
    long id = ids.next("component");
    jdbc.update("insert into component values (?, ?, ?, ?)", id, project, name, lead);
    return id;
  }

  void setProjectLead(long id, String lead) {
    jdbc.update("update project set lead = ? where id = ?", lead, id);
  }

  /** False when there is no such component. */
  boolean setComponentLead(long id, String lead) {
    return jdbc.update("update component set lead = ? where id = ?", lead, id) == 1;
  }
}
