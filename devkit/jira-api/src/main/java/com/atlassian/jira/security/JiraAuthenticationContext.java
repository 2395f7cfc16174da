package com.atlassian.jira.security;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.I18nHelper;

/** Who is signed in on this thread. */
public interface JiraAuthenticationContext {
  ApplicationUser getLoggedInUser();

  boolean isLoggedInUser();

  void setLoggedInUser(ApplicationUser user);

  ApplicationUser getUser();

  I18nHelper getI18nHelper();
}
