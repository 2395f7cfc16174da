package com.atlassian.crowd.event;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.DirectoryType;

/** Something that happened in one directory. */
public abstract class DirectoryEvent extends Event {
  private final Directory directory;

  public DirectoryEvent(Object source, Directory directory) {
    super(source);
    this.directory = directory;
  }

  public Directory getDirectory() {
    return directory;
  }

  public Long getDirectoryId() {
    return directory.getId();
  }

  public DirectoryType getDirectoryType() {
    return directory.getType();
  }

  public String getDirectoryImplementationClass() {
    return directory.getImplementationClass();
  }
}
