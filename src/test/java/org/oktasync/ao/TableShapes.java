package org.oktasync.ao;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;

/** The columns and indexes of our tables, on H2. */
final class TableShapes {
  private static final String QUERY =
      """
      SELECT TABLE_NAME || '.' || COLUMN_NAME || ' ' || DATA_TYPE || ' '
          || COALESCE(CHARACTER_MAXIMUM_LENGTH, 0) || ' ' || IS_NULLABLE || ' '
          || COALESCE(COLUMN_DEFAULT, '')
      FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_NAME LIKE 'AO\\_%'
      UNION SELECT 'index ' || TABLE_NAME || '('
          || LISTAGG(COLUMN_NAME, ',') WITHIN GROUP (ORDER BY ORDINAL_POSITION) || ')'
      FROM INFORMATION_SCHEMA.INDEX_COLUMNS WHERE TABLE_NAME LIKE 'AO\\_%'
      GROUP BY TABLE_NAME, INDEX_NAME
      """;

  private TableShapes() {}

  /** A line for each column and each index; names of indexes are left out. */
  static Set<String> of(Connection connection) throws SQLException {
    Set<String> lines = new TreeSet<>();
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(QUERY)) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    }
    return lines;
  }
}
