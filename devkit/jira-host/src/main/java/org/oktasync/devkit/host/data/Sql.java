package org.oktasync.devkit.host.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Runs single statements, each in a transaction of its own. */
public final class Sql {
  private final DataSource source;

  /** Statements go to this source. */
  public Sql(DataSource source) {
    this.source = source;
  }

  /** Makes one value of the current row. */
  public interface RowReader<T> {
    /** Reads the row that the cursor stands on. */
    T read(ResultSet row) throws SQLException;
  }

  /**
   * Runs a statement that changes rows or tables.
   *
   * @return how many rows it changed
   * @throws DataException when the database refuses it
   */
  public int update(String sql, Object... values) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new DataException(sql, e);
    }
  }

  /**
   * Runs a query.
   *
   * @return one value per row, in the order of the query
   * @throws DataException when the database refuses it
   */
  public <T> List<T> query(String sql, RowReader<T> reader, Object... values) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      List<T> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(reader.read(result));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new DataException(sql, e);
    }
  }

  /**
   * Inserts a row unless its key exists.
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

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
