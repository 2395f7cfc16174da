package com.atlassian.jira.event.user;

import com.atlassian.jira.user.ApplicationUser;

/** Something that happened to a user's session or account. */
public class UserEvent {
  private final ApplicationUser user;

  UserEvent(ApplicationUser user) {
    this.user = user;
  }

  public ApplicationUser getUser() {
    return user;
  }
}
