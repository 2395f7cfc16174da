package com.atlassian.crowd.exception;

/** No directory has this id or name. */
public class DirectoryNotFoundException extends CrowdException {
  private static final long serialVersionUID = 1L;

  private final String directoryName;
  private final Long id;

  public DirectoryNotFoundException(String directoryName) {
    this(directoryName, null);
  }

  public DirectoryNotFoundException(String directoryName, Throwable cause) {
    super("Directory <" + directoryName + "> does not exist", cause);
    this.directoryName = directoryName;
    this.id = null;
  }

  public DirectoryNotFoundException(Long id) {
    this(id, null);
  }

  public DirectoryNotFoundException(Long id, Throwable cause) {
    super("Directory " + id + " does not exist", cause);
    this.directoryName = null;
    this.id = id;
  }

  public DirectoryNotFoundException(Throwable cause) {
    super(cause);
    this.directoryName = null;
    this.id = null;
  }

  public String getDirectoryName() {
    return directoryName;
  }

  public Long getId() {
    return id;
  }
}
