package com.atlassian.jira.plugin.webfragment.conditions;

import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.user.ApplicationUser;

/** Shown to everybody who is signed in. */
public class UserLoggedInCondition extends AbstractWebCondition {
  public UserLoggedInCondition() {}

  @Override
  public boolean shouldDisplay(ApplicationUser user, JiraHelper helper) {
    return user != null;
  }
}
