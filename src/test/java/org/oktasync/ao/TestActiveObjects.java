package org.oktasync.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsModuleMetaData;
import com.atlassian.sal.api.transaction.TransactionCallback;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import net.java.ao.ActiveObjectsException;
import net.java.ao.DBParam;
import net.java.ao.EntityManager;
import net.java.ao.EntityStreamCallback;
import net.java.ao.Query;
import net.java.ao.RawEntity;
import net.java.ao.Transaction;

/** The real Active Objects library behind the interface that Jira gives to add-ons. */
final class TestActiveObjects implements ActiveObjects {
  private final EntityManager manager;
  private final ThreadLocal<Boolean> inTransaction = new ThreadLocal<>();

  TestActiveObjects(EntityManager manager) {
    this.manager = manager;
  }

  private interface Sql<T> {
    T call() throws SQLException;
  }

  private static <T> T sql(Sql<T> statement) {
    try {
      return statement.call();
    } catch (SQLException e) {
      throw new ActiveObjectsException(e);
    }
  }

  @SafeVarargs
  @Override
  public final void migrate(Class<? extends RawEntity<?>>... entities) {
    sql(
        () -> {
          manager.migrate(entities);
          return null;
        });
  }

  @SafeVarargs
  @Override
  public final void migrateDestructively(Class<? extends RawEntity<?>>... entities) {
    throw new UnsupportedOperationException("the product never drops a column");
  }

  @Override
  public void flushAll() {
    manager.flushAll();
  }

  @Override
  public void flush(RawEntity<?>... entities) {
    manager.flush(entities);
  }

  @SafeVarargs
  @Override
  public final <T extends RawEntity<K>, K> T[] get(Class<T> type, K... keys) {
    return sql(() -> manager.get(type, keys));
  }

  @Override
  public <T extends RawEntity<K>, K> T get(Class<T> type, K key) {
    return sql(() -> manager.get(type, key));
  }

  @Override
  public <T extends RawEntity<K>, K> T create(Class<T> type, DBParam... values) {
    return sql(() -> manager.create(type, values));
  }

  @Override
  public <T extends RawEntity<K>, K> T create(Class<T> type, Map<String, Object> values) {
    return sql(() -> manager.create(type, values));
  }

  @Override
  public <T extends RawEntity<K>, K> void create(Class<T> type, List<Map<String, Object>> rows) {
    sql(
        () -> {
          manager.create(type, rows);
          return null;
        });
  }

  @Override
  public void delete(RawEntity<?>... entities) {
    sql(
        () -> {
          manager.delete(entities);
          return null;
        });
  }

  @Override
  public <K> int deleteWithSQL(
      Class<? extends RawEntity<K>> type, String criteria, Object... parameters) {
    return sql(() -> manager.deleteWithSQL(type, criteria, parameters));
  }

  @Override
  public <T extends RawEntity<K>, K> T[] find(Class<T> type) {
    return sql(() -> manager.find(type));
  }

  @Override
  public <T extends RawEntity<K>, K> T[] find(
      Class<T> type, String criteria, Object... parameters) {
    return sql(() -> manager.find(type, criteria, parameters));
  }

  @Override
  public <T extends RawEntity<K>, K> T[] find(Class<T> type, Query query) {
    return sql(() -> manager.find(type, query));
  }

  @Override
  public <T extends RawEntity<K>, K> T[] find(Class<T> type, String field, Query query) {
    return sql(() -> manager.find(type, field, query));
  }

  @Override
  public <T extends RawEntity<K>, K> T[] findWithSQL(
      Class<T> type, String keyField, String text, Object... parameters) {
    return sql(() -> manager.findWithSQL(type, keyField, text, parameters));
  }

  @Override
  public <T extends RawEntity<K>, K> void stream(
      Class<T> type, EntityStreamCallback<T, K> callback) {
    sql(
        () -> {
          manager.stream(type, callback);
          return null;
        });
  }

  @Override
  public <T extends RawEntity<K>, K> void stream(
      Class<T> type, Query query, EntityStreamCallback<T, K> callback) {
    sql(
        () -> {
          manager.stream(type, query, callback);
          return null;
        });
  }

  @Override
  public <K> int count(Class<? extends RawEntity<K>> type) {
    return sql(() -> manager.count(type));
  }

  @Override
  public <K> int count(Class<? extends RawEntity<K>> type, String criteria, Object... parameters) {
    return sql(() -> manager.count(type, criteria, parameters));
  }

  @Override
  public <K> int count(Class<? extends RawEntity<K>> type, Query query) {
    return sql(() -> manager.count(type, query));
  }

  @Override
  public <K> int getFastCountEstimate(Class<? extends RawEntity<K>> type) {
    throw new UnsupportedOperationException("totals must be exact");
  }

  /**
   * Joins a transaction that this thread is in already, and sees what others have committed: both
   * as Jira's transaction template does, and not as the library does by itself.
   */
  @Override
  public <T> T executeInTransaction(TransactionCallback<T> callback) {
    if (inTransaction.get() != null) {
      return callback.doInTransaction();
    }
    inTransaction.set(true);
    try {
      return sql(
          () ->
              new Transaction<T>(manager) {
                @Override
                protected T run() throws SQLException {
                  manager
                      .getProvider()
                      .getConnection()
                      .setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                  return callback.doInTransaction();
                }
              }.execute());
    } finally {
      inTransaction.remove();
    }
  }

  @Override
  public ActiveObjectsModuleMetaData moduleMetaData() {
    throw new UnsupportedOperationException("stores are used after the tables exist");
  }
}
