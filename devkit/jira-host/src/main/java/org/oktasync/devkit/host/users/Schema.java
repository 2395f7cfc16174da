package org.oktasync.devkit.host.users;

import java.util.List;
import org.oktasync.devkit.host.data.Ids;
import org.oktasync.devkit.host.data.Jdbc;

/** The tables of directories, users, groups and rights, with Jira's names, on H2 and PostgreSQL. */
final class Schema {

  /**
   * The tables that hold people, with their properties, and groups; nothing but a write to a
   * directory changes them.
   */
  static final List<String> DIRECTORY_TABLES =
      List.of(
          "cwd_directory",
          "cwd_directory_attribute",
          "cwd_directory_operation",
          "cwd_user",
          "cwd_user_attributes",
          "cwd_group",
          "cwd_membership",
          "app_user",
          "propertyentry",
          "propertystring");

  private static final List<String> TABLES =
      List.of(
          """
          cwd_directory (id bigint primary key, directory_name varchar(255),
            lower_directory_name varchar(255) unique, created_date timestamp,
            updated_date timestamp, active int, description varchar(255),
            impl_class varchar(255), directory_type varchar(60), encryption_type varchar(60),
            directory_position int)\
          """,
          """
          cwd_directory_attribute (directory_id bigint, attribute_name varchar(255),
            attribute_value text, primary key (directory_id, attribute_name))\
          """,
          """
          cwd_directory_operation (directory_id bigint, operation_type varchar(60),
            primary key (directory_id, operation_type))\
          """,
          """
          cwd_user (id bigint primary key, directory_id bigint, user_name varchar(255),
            lower_user_name varchar(255), active int, created_date timestamp,
            updated_date timestamp, first_name varchar(255), lower_first_name varchar(255),
            last_name varchar(255), lower_last_name varchar(255), display_name varchar(255),
            lower_display_name varchar(255), email_address varchar(255),
            lower_email_address varchar(255), credential varchar(255), deleted_externally int,
            external_id varchar(255), unique (lower_user_name, directory_id))\
          """,
          """
          cwd_user_attributes (id bigint primary key, user_id bigint, directory_id bigint,
            attribute_name varchar(255), attribute_value varchar(255),
            lower_attribute_value varchar(255))\
          """,
          """
          cwd_group (id bigint primary key, group_name varchar(255),
            lower_group_name varchar(255), active int, local int, created_date timestamp,
            updated_date timestamp, description varchar(255), group_type varchar(60),
            directory_id bigint, external_id varchar(255),
            unique (lower_group_name, directory_id))\
          """,
          """
          cwd_membership (id bigint primary key, parent_id bigint, child_id bigint,
            membership_type varchar(60), parent_name varchar(255), lower_parent_name varchar(255),
            child_name varchar(255), lower_child_name varchar(255), directory_id bigint,
            unique (parent_id, child_id, membership_type))\
          """,
          """
          app_user (id bigint primary key, user_key varchar(255) unique,
            lower_user_name varchar(255) unique)\
          """,
          """
          globalpermissionentry (permission varchar(255), group_id varchar(255),
            primary key (permission, group_id))\
          """,
          """
          licenserolegroup (license_role_name varchar(255), group_id varchar(255),
            primary key (license_role_name, group_id))\
          """,
          "license_seats (license_role_name varchar(255) primary key, seats int)",
          """
          propertyentry (id bigint primary key, entity_name varchar(255), entity_id bigint,
            property_key varchar(255), propertytype int,
            unique (entity_id, property_key, entity_name))\
          """,
          "propertystring (id bigint primary key, propertyvalue text)",
          "sequence_value_item (seq_name varchar(60) primary key, seq_id bigint)");

  private static final List<String> INDEXES =
      List.of(
          "uk_user_attributes on cwd_user_attributes (user_id, attribute_name)",
          "idx_attribute_value on cwd_user_attributes (attribute_name, lower_attribute_value)",
          "idx_user_email on cwd_user (lower_email_address)",
          "idx_mem_parent on cwd_membership (lower_parent_name, directory_id)",
          "idx_mem_child on cwd_membership (lower_child_name, directory_id)",
          "idx_mem_child_id on cwd_membership (child_id)");

  private static final List<String> NUMBERED =
      List.of(
          "cwd_directory",
          "cwd_user",
          "cwd_user_attributes",
          "cwd_group",
          "cwd_membership",
          "app_user",
          "propertyentry");

  private static final long FIRST_ID = 10000;

  private final Jdbc jdbc;

  Schema(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** Creates what is missing and leaves what is there. */
  void create() {
    TABLES.forEach(table -> jdbc.update("create table if not exists " + table));
    INDEXES.forEach(index -> jdbc.update("create index if not exists " + index));
    Ids ids = new Ids(jdbc);
    NUMBERED.forEach(table -> ids.begin(table, FIRST_ID));
  }
}
