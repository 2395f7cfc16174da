package com.atlassian.crowd.manager.directory;

import com.atlassian.crowd.exception.PermissionException;

/** The directory's configuration does not allow this kind of operation. */
public class DirectoryPermissionException extends PermissionException {
  private static final long serialVersionUID = 1L;

  public DirectoryPermissionException() {}

  public DirectoryPermissionException(String message) {
    super(message);
  }

  public DirectoryPermissionException(String message, Throwable cause) {
    super(message, cause);
  }

  public DirectoryPermissionException(Throwable cause) {
    super(cause);
  }
}
