package com.atlassian.crowd.event.user;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.model.user.User;

/** A user's record was edited. */
public class UserEditedEvent extends UserUpdatedEvent {
  private final User originalUser;

  public UserEditedEvent(Object source, Directory directory, User user, User originalUser) {
    super(source, directory, user);
    this.originalUser = originalUser;
  }

  public User getOriginalUser() {
    return originalUser;
  }
}
