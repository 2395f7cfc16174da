package org.oktasync.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.logging.Logger;
import javax.sql.DataSource;
import net.java.ao.DatabaseProvider;
import net.java.ao.DisposableDataSource;
import net.java.ao.EntityManager;
import net.java.ao.db.H2DatabaseProvider;
import net.java.ao.db.PostgreSQLDatabaseProvider;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.rules.ExternalResource;

/** A database for each test, with our tables empty in it unless the test makes them itself. */
public class TestDatabase extends ExternalResource {
  private final DataSource source;
  private final boolean postgres;
  private final boolean withTables;
  private Connection keptOpen;

  /** H2 in memory. */
  public TestDatabase() {
    this(h2(""), false, true);
  }

  /**
   * H2 in memory.
   *
   * @param options appended to its address, for example {@code ;IGNORECASE=TRUE}
   */
  TestDatabase(String options) {
    this(h2(options), false, true);
  }

  private TestDatabase(DataSource source, boolean postgres, boolean withTables) {
    this.source = source;
    this.postgres = postgres;
    this.withTables = withTables;
  }

  /** PostgreSQL; see {@link PostgresServer}. */
  static TestDatabase onPostgres() {
    return new TestDatabase(PostgresServer.database(), true, true);
  }

  /** H2 in memory without any table. */
  static TestDatabase bare() {
    return new TestDatabase(h2(""), false, false);
  }

  /** PostgreSQL without any table. */
  static TestDatabase bareOnPostgres() {
    return new TestDatabase(PostgresServer.database(), true, false);
  }

  boolean isPostgres() {
    return postgres;
  }

  private static DataSource h2(String options) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + options);
    return source;
  }

  @Override
  protected void before() throws SQLException {
    if (postgres) {
      PostgresServer.empty();
    }
    keptOpen = source.getConnection();
    if (withTables) {
      node().migrate(OurTables.entities());
    }
  }

  @Override
  protected void after() {
    try {
      keptOpen.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Active Objects as one node of a cluster has it: nothing cached is shared with another one. */
  public ActiveObjects node() {
    return new TestActiveObjects(new EntityManager(provider(), new OurTables()));
  }

  /** Rows in a table, by the name behind the prefix. */
  long rows(String table) {
    String name = "\"" + OurTables.PREFIX + "_" + table + "\"";
    try (Statement statement = keptOpen.createStatement();
        var rows = statement.executeQuery("SELECT COUNT(*) FROM " + name)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A connection that is open as long as the test. */
  Connection connection() {
    return keptOpen;
  }

  private DatabaseProvider provider() {
    DisposableDataSource lent = new Lent(source);
    return postgres
        ? new PostgreSQLDatabaseProvider(lent, "public")
        : new H2DatabaseProvider(lent, "PUBLIC");
  }

  /** The data source, which outlives whoever disposes of it. */
  private record Lent(DataSource source) implements DisposableDataSource {
    @Override
    public Connection getConnection() throws SQLException {
      return source.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      return source.getConnection(user, password);
    }

    @Override
    public void dispose() {}

    @Override
    public PrintWriter getLogWriter() throws SQLException {
      return source.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
      source.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
      source.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
      return source.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
      return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
      return source.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
      return source.isWrapperFor(type);
    }
  }
}
