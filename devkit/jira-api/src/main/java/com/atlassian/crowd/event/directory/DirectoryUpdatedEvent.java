package com.atlassian.crowd.event.directory;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.event.DirectoryEvent;

/** A directory's configuration changed. */
public class DirectoryUpdatedEvent extends DirectoryEvent {
  private final Directory oldDirectory;

  public DirectoryUpdatedEvent(Object source, Directory oldDirectory, Directory newDirectory) {
    super(source, newDirectory);
    this.oldDirectory = oldDirectory;
  }

  public Directory getOldDirectory() {
    return oldDirectory;
  }
}
