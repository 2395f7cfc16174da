package org.oktasync.devkit.host.security;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.I18nHelper;

/** The account for which the current thread works. */
public final class ThreadCaller implements JiraAuthenticationContext {
  // Two hosts in one test must not share their callers.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<ApplicationUser> caller = new ThreadLocal<>();

  private final I18nHelper texts;

  /** Texts are those of the add-ons and the host. */
  public ThreadCaller(I18nHelper texts) {
    this.texts = texts;
  }

  /** The name of the caller; null when anonymous. */
  public String name() {
    ApplicationUser user = caller.get();
    return user == null ? null : user.getName();
  }

  @Override
  public ApplicationUser getLoggedInUser() {
    return caller.get();
  }

  @Override
  public boolean isLoggedInUser() {
    return caller.get() != null;
  }

  @Override
  public void setLoggedInUser(ApplicationUser user) {
    if (user == null) {
      caller.remove();
    } else {
      caller.set(user);
    }
  }

  @Override
  public ApplicationUser getUser() {
    return getLoggedInUser();
  }

  @Override
  public I18nHelper getI18nHelper() {
    return texts;
  }
}
