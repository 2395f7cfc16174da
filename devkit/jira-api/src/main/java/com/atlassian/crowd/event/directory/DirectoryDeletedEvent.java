package com.atlassian.crowd.event.directory;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.event.DirectoryEvent;

/** A directory was removed. */
public class DirectoryDeletedEvent extends DirectoryEvent {
  public DirectoryDeletedEvent(Object source, Directory directory) {
    super(source, directory);
  }
}
