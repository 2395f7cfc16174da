package com.atlassian.jira.event.user;

import com.atlassian.jira.user.ApplicationUser;

/** Somebody signed in. */
public final class LoginEvent extends UserEvent {
  LoginEvent(ApplicationUser user) {
    super(user);
  }
}
