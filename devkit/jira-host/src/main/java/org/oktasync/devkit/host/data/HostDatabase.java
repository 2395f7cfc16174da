package org.oktasync.devkit.host.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** The connection pool of one node. */
public final class HostDatabase implements AutoCloseable {
  private static final int CONNECTIONS = 20;
  private static final int IDLE_CONNECTIONS = 2;
  private static final long ALONE = 2990;

  private final HikariDataSource pool;

  private HostDatabase(HikariDataSource pool) {
    this.pool = pool;
  }

  /** Connects; fails at once when the database cannot be reached. */
  public static HostDatabase open(DatabaseSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(IDLE_CONNECTIONS);
    config.setPoolName("jira");
    return new HostDatabase(new HikariDataSource(config));
  }

  /** The pool, the same for the whole life of the host. */
  public DataSource source() {
    return pool;
  }

  /**
   * Does the work while no other node does such work: two nodes that create one table at the same
   * moment hinder each other.
   */
  public <T> T alone(Supplier<T> work) {
    if (!isPostgres()) {
      return work.get();
    }
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_lock(" + ALONE + ")");
      try {
        return work.get();
      } finally {
        statement.execute("select pg_advisory_unlock(" + ALONE + ")");
      }
    } catch (SQLException e) {
      throw new DataException("a lock for this node alone", e);
    }
  }

  private boolean isPostgres() {
    return pool.getJdbcUrl().startsWith("jdbc:postgresql:");
  }

  /** Name of the schema that holds the tables, in the database's own case. */
  public String schema() {
    return isPostgres() ? "public" : "PUBLIC";
  }

  @Override
  public void close() {
    pool.close();
  }
}
