package org.oktasync.devkit.host.users;

/**
 * A statement that the database refused. Jira's directory tables let such errors through unchecked,
 * and so do these.
 */
public final class DataAccessException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DataAccessException(String message, Throwable cause) {
    super(message, cause);
  }
}
