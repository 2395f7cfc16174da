package org.oktasync.ao;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The columns and indexes of our tables, on any database. */
final class TableShapes {
  private TableShapes() {}

  /** A line for each column and each index; names of indexes are left out. */
  static Set<String> of(Connection connection) throws SQLException {
    DatabaseMetaData database = connection.getMetaData();
    Set<String> lines = new TreeSet<>();
    for (String table : TableDump.tables(connection)) {
      addColumns(database, table, lines);
      addIndexes(database, table, lines);
    }
    return lines;
  }

  private static void addColumns(DatabaseMetaData database, String table, Set<String> lines)
      throws SQLException {
    try (ResultSet columns = database.getColumns(null, null, table, "%")) {
      while (columns.next()) {
        lines.add(
            String.join(
                " ",
                table + "." + columns.getString("COLUMN_NAME"),
                columns.getString("TYPE_NAME"),
                columns.getString("COLUMN_SIZE"),
                columns.getString("IS_NULLABLE"),
                String.valueOf(columns.getString("COLUMN_DEF"))));
      }
    }
  }

  private static void addIndexes(DatabaseMetaData database, String table, Set<String> lines)
      throws SQLException {
    Map<String, List<String>> indexes = new TreeMap<>();
    try (ResultSet parts = database.getIndexInfo(null, null, table, false, false)) {
      while (parts.next()) {
        indexes
            .computeIfAbsent(parts.getString("INDEX_NAME"), any -> new ArrayList<>())
            .add(parts.getString("COLUMN_NAME").replace("\"", ""));
      }
    }
    indexes.values().forEach(names -> lines.add(index(table, names)));
  }

  private static String index(String table, List<String> columns) {
    return "index " + table + "(" + String.join(",", columns) + ")";
  }
}
