package org.oktasync.devkit.host.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Statements over one data source; every failure is a {@link DataException}. */
public final class Jdbc {

  private static final int ROWS_PER_BATCH = 1000;
  private static final int ROWS_PER_PORTION = 1000;

  private final DataSource dataSource;
  private final ThreadLocal<Connection> transaction = new ThreadLocal<>();

  /** Each statement is a transaction of its own, but within {@link #atomically}. */
  public Jdbc(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Reads one row; called once per row, must not move the result set. */
  public interface Row<T> {
    /** Makes a value of the row that the result set stands on. */
    T read(ResultSet row) throws SQLException;
  }

  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** All rows in the statement's order. */
  public <T> List<T> query(String sql, Row<T> row, Object... values) {
    return run(
        sql,
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql, values);
              ResultSet rows = portions(statement)) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
              found.add(row.read(rows));
            }
            return found;
          }
        });
  }

  /**
   * As {@link #query}, where there may be very many rows: PostgreSQL's driver, which else holds all
   * of them beside the answer, gets them in portions within a transaction.
   */
  public <T> List<T> queryMany(String sql, Row<T> row, Object... values) {
    List<T> found = new ArrayList<>();
    atomically(() -> found.addAll(query(sql, row, values)));
    return found;
  }

  /** The first row, if there is one. */
  public <T> Optional<T> first(String sql, Row<T> row, Object... values) {
    return query(sql, row, values).stream().findFirst();
  }

  /** The number in the first column of the only row, as {@code count(*)} gives it. */
  public int count(String sql, Object... values) {
    return query(sql, row -> row.getInt(1), values).get(0);
  }

  /** Runs one change and answers the number of rows that it met. */
  public int update(String sql, Object... values) {
    return run(
        sql,
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
          }
        });
  }

  /**
   * Inserts a row unless its key exists. Not within {@link #atomically}: some databases end a
   * transaction at the first refusal.
   *
   * @return false when a row with this key was there before
   */
  public boolean insertIfAbsent(String sql, Object... values) {
    try {
      return update(sql, values) == 1;
    } catch (DataException e) {
      if (e.isDuplicate()) {
        return false;
      }
      throw e;
    }
  }

  /** Runs one change for each list of values, all or none of them. */
  public void batch(String sql, List<Object[]> rows) {
    atomically(
        () ->
            run(
                sql,
                connection -> {
                  try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    fill(statement, rows);
                  }
                  return null;
                }));
  }

  /** Runs the work in one transaction, or in the one that this thread has already begun. */
  public void atomically(Runnable work) {
    if (transaction.get() != null) {
      work.run();
      return;
    }
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      transaction.set(connection);
      commitAfter(work, connection);
    } catch (SQLException e) {
      throw new DataException("a transaction", e);
    } finally {
      transaction.remove();
    }
  }

  private static void commitAfter(Runnable work, Connection connection) throws SQLException {
    boolean done = false;
    try {
      work.run();
      connection.commit();
      done = true;
    } finally {
      if (!done) {
        connection.rollback();
      }
      connection.setAutoCommit(true);
    }
  }

  private static void fill(PreparedStatement statement, List<Object[]> rows) throws SQLException {
    int waiting = 0;
    for (Object[] values : rows) {
      bind(statement, values);
      statement.addBatch();
      if (++waiting == ROWS_PER_BATCH) {
        statement.executeBatch();
        waiting = 0;
      }
    }
    if (waiting > 0) {
      statement.executeBatch();
    }
  }

  private <T> T run(String sql, Work<T> work) {
    Connection joined = transaction.get();
    try {
      if (joined != null) {
        return work.on(joined);
      }
      try (Connection connection = dataSource.getConnection()) {
        return work.on(connection);
      }
    } catch (SQLException e) {
      throw new DataException(sql, e);
    }
  }

  private static ResultSet portions(PreparedStatement statement) throws SQLException {
    statement.setFetchSize(ROWS_PER_PORTION);
    return statement.executeQuery();
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    bind(statement, values);
    return statement;
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
