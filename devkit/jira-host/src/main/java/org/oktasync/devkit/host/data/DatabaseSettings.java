package org.oktasync.devkit.host.data;

import java.nio.file.Path;

/**
 * Where the host's data live.
 *
 * @param url JDBC address of an H2 or PostgreSQL database
 * @param user account name
 * @param password its password, possibly empty
 */
public record DatabaseSettings(String url, String user, String password) {

  /** H2 in a file below the folder. The two words stay free because tables may call columns so. */
  public static DatabaseSettings fileIn(Path home) {
    String file = home.resolve("database").resolve("jira").toAbsolutePath().toString();
    return new DatabaseSettings(
        "jdbc:h2:file:" + file + ";NON_KEYWORDS=KEY,VALUE;DB_CLOSE_ON_EXIT=FALSE", "sa", "");
  }

  /** Hides the password. */
  @Override
  public String toString() {
    return "DatabaseSettings[url=" + url + ", user=" + user + "]";
  }
}
