package org.oktasync.devkit.host.sal;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.user.UserProfile;
import java.net.URI;
import java.security.Principal;
import java.util.function.Predicate;
import javax.servlet.http.HttpServletRequest;
import org.oktasync.devkit.host.security.Accounts;
import org.oktasync.devkit.host.security.ThreadCaller;

/** The cross-product view of accounts: keys are Jira's user keys. */
public final class SalUsers implements UserManager {
  private final Accounts accounts;
  private final ThreadCaller caller;

  /** Answers from Jira's accounts and the thread's caller. */
  public SalUsers(Accounts accounts, ThreadCaller caller) {
    this.accounts = accounts;
    this.caller = caller;
  }

  @Override
  public String getRemoteUsername() {
    return caller.name();
  }

  @Override
  public UserProfile getRemoteUser() {
    return profile(caller.getLoggedInUser());
  }

  @Override
  public UserKey getRemoteUserKey() {
    return caller.isLoggedInUser() ? new UserKey(caller.getLoggedInUser().getKey()) : null;
  }

  @Override
  public String getRemoteUsername(HttpServletRequest request) {
    return request.getRemoteUser();
  }

  @Override
  public UserProfile getRemoteUser(HttpServletRequest request) {
    return request.getRemoteUser() == null ? null : getUserProfile(request.getRemoteUser());
  }

  @Override
  public UserKey getRemoteUserKey(HttpServletRequest request) {
    UserProfile user = getRemoteUser(request);
    return user == null ? null : user.getUserKey();
  }

  @Override
  public UserProfile getUserProfile(String name) {
    return name == null ? null : profile(accounts.byName(name));
  }

  @Override
  public UserProfile getUserProfile(UserKey key) {
    return key == null ? null : profile(accounts.byKey(key.getStringValue()));
  }

  @Override
  public boolean isUserInGroup(String name, String group) {
    return name != null && accounts.isInGroup(name, group);
  }

  @Override
  public boolean isUserInGroup(UserKey key, String group) {
    return test(key, name -> accounts.isInGroup(name, group));
  }

  @Override
  public boolean isSystemAdmin(String name) {
    return name != null && accounts.isSystemAdmin(name);
  }

  @Override
  public boolean isSystemAdmin(UserKey key) {
    return test(key, accounts::isSystemAdmin);
  }

  @Override
  public boolean isAdmin(String name) {
    return name != null && accounts.isAdmin(name);
  }

  @Override
  public boolean isAdmin(UserKey key) {
    return test(key, accounts::isAdmin);
  }

  @Override
  public boolean isLicensed(UserKey key) {
    return test(key, accounts::isLicensed);
  }

  private boolean test(UserKey key, Predicate<String> question) {
    ApplicationUser user = key == null ? null : accounts.byKey(key.getStringValue());
    return user != null && question.test(user.getName());
  }

  @Override
  public boolean authenticate(String name, String password) {
    return accounts.authenticate(name, password);
  }

  @Override
  public Principal resolve(String name) {
    return accounts.byName(name);
  }

  @Override
  public Iterable<String> findGroupNamesByPrefix(String prefix, int start, int limit) {
    throw new UnsupportedOperationException("The stand-in searches no groups by prefix");
  }

  @Override
  public boolean isAnonymousAccessEnabled() {
    return false;
  }

  @Override
  public boolean isLimitedUnlicensedAccessEnabled() {
    return false;
  }

  private static UserProfile profile(ApplicationUser user) {
    return user == null ? null : new Profile(user);
  }

  private record Profile(ApplicationUser user) implements UserProfile {
    @Override
    public UserKey getUserKey() {
      return new UserKey(user.getKey());
    }

    @Override
    public String getUsername() {
      return user.getName();
    }

    @Override
    public String getFullName() {
      return user.getDisplayName();
    }

    @Override
    public String getEmail() {
      return user.getEmailAddress();
    }

    @Override
    public URI getProfilePictureUri(int width, int height) {
      return null;
    }

    @Override
    public URI getProfilePictureUri() {
      return null;
    }

    @Override
    public URI getProfilePageUri() {
      return null;
    }
  }
}
