package org.oktasync.devkit.host.ao;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import net.java.ao.ActiveObjectsException;
import net.java.ao.DatabaseProvider;
import net.java.ao.DisposableDataSource;
import net.java.ao.db.H2DatabaseProvider;
import net.java.ao.db.PostgreSQLDatabaseProvider;
import org.oktasync.devkit.host.data.HostDatabase;

/** The host's database in the shape that Active Objects wants. */
public final class AoDatabase {
  private final HostDatabase database;

  /**
   * The pool stays the host's: Active Objects never closes it. Transactions are as Jira's: the
   * library's own default would be serializable.
   */
  public AoDatabase(HostDatabase database) {
    System.setProperty("ao.transaction.isolation.level", "TRANSACTION_READ_COMMITTED");
    this.database = database;
  }

  DatabaseProvider provider() {
    DisposableDataSource source = borrowed(database.source());
    try (Connection connection = source.getConnection()) {
      String product = connection.getMetaData().getDatabaseProductName();
      return switch (product) {
        case "H2" -> new H2DatabaseProvider(source, database.schema());
        case "PostgreSQL" -> new PostgreSQLDatabaseProvider(source, database.schema());
        default ->
            throw new IllegalArgumentException(
                "The stand-in runs on H2 and PostgreSQL, not on " + product);
      };
    } catch (SQLException e) {
      throw new ActiveObjectsException(e);
    }
  }

  /** Passes everything on, and does nothing when it is disposed of. */
  private static DisposableDataSource borrowed(DataSource source) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          try {
            return method.getName().equals("dispose") ? null : method.invoke(source, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        };
    return (DisposableDataSource)
        Proxy.newProxyInstance(
            AoDatabase.class.getClassLoader(),
            new Class<?>[] {DisposableDataSource.class},
            handler);
  }
}
