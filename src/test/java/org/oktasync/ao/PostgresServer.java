package org.oktasync.ao;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * A PostgreSQL for the tests of this JVM: the one that the system property {@code
 * oktasync.test.jdbc} names, else one of its own, which is started with the first test that needs
 * it and ends with the JVM. Its schema {@code public} belongs to one test at a time.
 */
final class PostgresServer {
  private static final String GIVEN = System.getProperty("oktasync.test.jdbc", "");

  private PostgresServer() {}

  private static final class Started {
    static final HikariDataSource POOL = start();

    private static HikariDataSource start() {
      HikariConfig config = new HikariConfig();
      config.setMaximumPoolSize(12);
      if (GIVEN.isEmpty()) {
        config.setDataSource(embedded());
      } else {
        config.setJdbcUrl(GIVEN);
      }
      return new HikariDataSource(config);
    }

    /** It stops by itself when the JVM ends. */
    private static DataSource embedded() {
      try {
        return EmbeddedPostgres.start().getPostgresDatabase();
      } catch (IOException e) {
        throw new UncheckedIOException(
            "PostgreSQL does not start; -Doktasync.test.jdbc names another one", e);
      }
    }
  }

  /** The server's database. */
  static DataSource database() {
    return Started.POOL;
  }

  /** Takes away everything that a test before has left. */
  static void empty() throws SQLException {
    try (Connection connection = database().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA IF EXISTS public CASCADE");
      statement.execute("CREATE SCHEMA public");
    }
  }
}
