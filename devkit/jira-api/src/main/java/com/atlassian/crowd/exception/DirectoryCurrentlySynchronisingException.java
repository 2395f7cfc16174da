package com.atlassian.crowd.exception;

/** The directory is being synchronised and refuses the operation. */
public class DirectoryCurrentlySynchronisingException extends CrowdException {
  private static final long serialVersionUID = 1L;

  private final long directoryId;

  public DirectoryCurrentlySynchronisingException(long directoryId) {
    this(directoryId, null);
  }

  public DirectoryCurrentlySynchronisingException(long directoryId, Throwable cause) {
    super("Directory " + directoryId + " is being synchronised", cause);
    this.directoryId = directoryId;
  }

  public long getDirectoryId() {
    return directoryId;
  }
}
