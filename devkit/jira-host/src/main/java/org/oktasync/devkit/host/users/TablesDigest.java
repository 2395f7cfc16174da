package org.oktasync.devkit.host.users;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import org.oktasync.devkit.host.data.Jdbc;

/** A fingerprint of every value in the directory tables. */
final class TablesDigest {

  private final Jdbc jdbc;

  TablesDigest(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** SHA-256 in hexadecimal; equal texts mean that no row was added, changed or removed. */
  String hex() {
    MessageDigest digest = sha256();
    for (String table : Schema.DIRECTORY_TABLES) {
      add(digest, table);
      jdbc.query("select * from " + table + " order by 1, 2", row -> addRow(digest, row));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static Object addRow(MessageDigest digest, ResultSet row) throws SQLException {
    int columns = row.getMetaData().getColumnCount();
    for (int column = 1; column <= columns; column++) {
      add(digest, row.getString(column));
    }
    return row;
  }

  private static void add(MessageDigest digest, String value) {
    digest.update((value == null ? "\u0001" : value).getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }
}
