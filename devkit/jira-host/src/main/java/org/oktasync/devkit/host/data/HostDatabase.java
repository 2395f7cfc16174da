package org.oktasync.devkit.host.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/** The connection pool of one node. */
public final class HostDatabase implements AutoCloseable {
  private static final int CONNECTIONS = 20;

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
    config.setPoolName("jira");
    return new HostDatabase(new HikariDataSource(config));
  }

  /** The pool, the same for the whole life of the host. */
  public DataSource source() {
    return pool;
  }

  /** Name of the schema that holds the tables, in the database's own case. */
  public String schema() {
    return pool.getJdbcUrl().startsWith("jdbc:postgresql:") ? "public" : "PUBLIC";
  }

  @Override
  public void close() {
    pool.close();
  }
}
