package org.oktasync.devkit.host.data;

import java.sql.SQLException;

/** The database refused what the host asked for. */
public final class DataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String state;

  DataException(String sql, SQLException cause) {
    super("The database refused: " + sql + " (" + cause.getMessage() + ")", cause);
    state = cause.getSQLState();
  }

  /** Whether a unique key or another constraint stood in the way (SQL state class 23). */
  public boolean isDuplicate() {
    return state != null && state.startsWith("23");
  }
}
