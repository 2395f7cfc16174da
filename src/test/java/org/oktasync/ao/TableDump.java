package org.oktasync.ao;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Everything that stands in any of our tables, as text. */
final class TableDump {
  private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

  private TableDump() {}

  /** Each value, as {@code TABLE id.COLUMN=value}, sorted; what JSON escapes is written out. */
  static List<String> of(Connection connection) throws SQLException {
    List<String> values = new ArrayList<>();
    for (String table : tables(connection)) {
      try (var statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
        while (rows.next()) {
          addRow(table, rows, values);
        }
      }
    }
    values.sort(null);
    return values;
  }

  private static void addRow(String table, ResultSet rows, List<String> values)
      throws SQLException {
    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
      String column = table + " " + rows.getLong("ID") + "." + rows.getMetaData().getColumnName(i);
      values.add(column + "=" + unescaped(String.valueOf(rows.getString(i))));
    }
  }

  private static String unescaped(String json) {
    return ESCAPED
        .matcher(json)
        .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
  }

  /** The names of our tables. */
  static List<String> tables(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet found =
        connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (found.next()) {
        String name = found.getString("TABLE_NAME");
        if (name.startsWith(OurTables.PREFIX + "_")) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /** The values in which a text stands, in upper or lower case, or as the key of a search. */
  static List<String> with(String text, List<String> values) {
    String lower = text.toLowerCase(Locale.ROOT);
    String key = SearchKey.of(text);
    return values.stream()
        .filter(value -> value.toLowerCase(Locale.ROOT).contains(lower) || value.contains(key))
        .toList();
  }
}
