package com.atlassian.crowd.event.user;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.event.DirectoryEvent;

/** A user was removed. */
@Deprecated
public class UserDeletedEvent extends DirectoryEvent {
  private final String username;

  public UserDeletedEvent(Object source, Directory directory, String username) {
    super(source, directory);
    this.username = username;
  }

  public String getUsername() {
    return username;
  }
}
