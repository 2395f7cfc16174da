package org.oktasync.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.UUID;
import java.util.logging.Logger;
import net.java.ao.DatabaseProvider;
import net.java.ao.DisposableDataSource;
import net.java.ao.EntityManager;
import net.java.ao.EntityManagerConfiguration;
import net.java.ao.SchemaConfiguration;
import net.java.ao.atlassian.AtlassianFieldNameConverter;
import net.java.ao.atlassian.AtlassianIndexNameConverter;
import net.java.ao.atlassian.AtlassianSequenceNameConverter;
import net.java.ao.atlassian.AtlassianTableNameConverter;
import net.java.ao.atlassian.AtlassianTriggerNameConverter;
import net.java.ao.atlassian.AtlassianUniqueNameConverter;
import net.java.ao.db.H2DatabaseProvider;
import net.java.ao.db.PostgreSQLDatabaseProvider;
import net.java.ao.schema.FieldNameConverter;
import net.java.ao.schema.IndexNameConverter;
import net.java.ao.schema.NameConverters;
import net.java.ao.schema.SequenceNameConverter;
import net.java.ao.schema.TableNameConverter;
import net.java.ao.schema.TriggerNameConverter;
import net.java.ao.schema.UniqueNameConverter;
import net.java.ao.schema.info.CachingEntityInfoResolverFactory;
import net.java.ao.schema.info.EntityInfoResolverFactory;
import org.junit.rules.ExternalResource;

/**
 * An empty database with our tables for each test: H2 in memory, or the one that the system
 * property {@code oktasync.test.jdbc} names, whose schema {@code public} is emptied.
 */
public final class TestDatabase extends ExternalResource {
  private static final String PREFIX = "AO_0C7A5E";

  private final String url;
  private final boolean postgres;
  private Connection keptOpen;

  public TestDatabase() {
    this("");
  }

  /**
   * @param h2Options appended to the address of an H2 database, for example {@code
   *     ;IGNORECASE=TRUE}
   */
  TestDatabase(String h2Options) {
    String given = System.getProperty("oktasync.test.jdbc", "");
    postgres = !given.isEmpty() && h2Options.isEmpty();
    url = postgres ? given : "jdbc:h2:mem:" + UUID.randomUUID() + h2Options;
  }

  @Override
  protected void before() throws SQLException {
    keptOpen = DriverManager.getConnection(url);
    if (postgres) {
      try (Statement statement = keptOpen.createStatement()) {
        statement.execute("DROP SCHEMA public CASCADE");
        statement.execute("CREATE SCHEMA public");
      }
    }
    ActiveObjects ao = node();
    ao.migrate(
        AoConnection.class,
        AoLink.class,
        AoAddedMember.class,
        AoSyncRun.class,
        AoSchedule.class,
        AoPlannedChange.class,
        AoChangeResult.class,
        AoFinding.class,
        AoSyncState.class);
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
    return new TestActiveObjects(new EntityManager(provider(), new Configuration()));
  }

  /** Rows in a table, by the name behind the prefix. */
  long rows(String table) {
    String name = "\"" + PREFIX + "_" + table + "\"";
    try (Statement statement = keptOpen.createStatement();
        var rows = statement.executeQuery("SELECT COUNT(*) FROM " + name)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private DatabaseProvider provider() {
    DisposableDataSource source = new Source(url);
    return postgres
        ? new PostgreSQLDatabaseProvider(source, "public")
        : new H2DatabaseProvider(source, "PUBLIC");
  }

  private static final class Configuration implements EntityManagerConfiguration {
    @Override
    public boolean useWeakCache() {
      return true;
    }

    @Override
    public NameConverters getNameConverters() {
      return new Names();
    }

    @Override
    public SchemaConfiguration getSchemaConfiguration() {
      return (table, caseSensitive) -> table.toUpperCase(Locale.ROOT).startsWith(PREFIX + "_");
    }

    @Override
    public EntityInfoResolverFactory getEntityInfoResolverFactory() {
      return new CachingEntityInfoResolverFactory();
    }
  }

  private static final class Names implements NameConverters {
    private final TableNameConverter tables =
        new AtlassianTableNameConverter(name -> PREFIX + "_" + name);
    private final FieldNameConverter fields = new AtlassianFieldNameConverter();

    @Override
    public TableNameConverter getTableNameConverter() {
      return tables;
    }

    @Override
    public FieldNameConverter getFieldNameConverter() {
      return fields;
    }

    @Override
    public SequenceNameConverter getSequenceNameConverter() {
      return new AtlassianSequenceNameConverter();
    }

    @Override
    public TriggerNameConverter getTriggerNameConverter() {
      return new AtlassianTriggerNameConverter();
    }

    @Override
    public IndexNameConverter getIndexNameConverter() {
      return new AtlassianIndexNameConverter();
    }

    @Override
    public UniqueNameConverter getUniqueNameConverter() {
      return new AtlassianUniqueNameConverter();
    }
  }

  private record Source(String url) implements DisposableDataSource {
    @Override
    public Connection getConnection() throws SQLException {
      return DriverManager.getConnection(url);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      return DriverManager.getConnection(url, user, password);
    }

    @Override
    public void dispose() {}

    @Override
    public PrintWriter getLogWriter() {
      return DriverManager.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) {
      throw new UnsupportedOperationException("tests do not log statements");
    }

    @Override
    public void setLoginTimeout(int seconds) {
      throw new UnsupportedOperationException("tests connect to this machine alone");
    }

    @Override
    public int getLoginTimeout() {
      return 0;
    }

    @Override
    public Logger getParentLogger() {
      return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
      throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
      return false;
    }
  }
}
