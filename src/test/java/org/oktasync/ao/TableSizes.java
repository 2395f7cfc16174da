package org.oktasync.ao;

import java.sql.Connection;
import java.sql.SQLException;

/** What PostgreSQL says about the room that our tables and their indexes take. */
final class TableSizes {
  private static final String QUERY =
      """
      SELECT t.relname, i.relname, pg_relation_size(COALESCE(i.oid, t.oid)), t.reltuples
      FROM pg_class t LEFT JOIN pg_index x ON x.indrelid = t.oid LEFT JOIN pg_class i ON i.oid = x.indexrelid
      WHERE t.relkind = 'r' AND t.relname LIKE 'AO\\_%'
      UNION ALL SELECT relname, '', pg_table_size(oid), reltuples
      FROM pg_class WHERE relkind = 'r' AND relname LIKE 'AO\\_%'
      ORDER BY 1, 2
      """;

  private TableSizes() {}

  /** Prints each table and index that takes a megabyte or more. */
  static void print(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(QUERY)) {
      while (rows.next()) {
        if (rows.getLong(3) > 1 << 20) {
          System.out.printf(
              "%-30s %-34s %6d MB%n", rows.getString(1), rows.getString(2), rows.getLong(3) >> 20);
        }
      }
    }
  }
}
