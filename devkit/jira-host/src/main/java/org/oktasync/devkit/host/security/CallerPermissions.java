package org.oktasync.devkit.host.security;

import com.atlassian.sal.api.permission.AuthorisationException;
import com.atlassian.sal.api.permission.NotAuthenticatedException;
import com.atlassian.sal.api.permission.PermissionEnforcer;

/** Checks of the thread's caller. */
public final class CallerPermissions implements PermissionEnforcer {
  private final Accounts accounts;
  private final ThreadCaller caller;

  /** Judges the caller by these accounts. */
  public CallerPermissions(Accounts accounts, ThreadCaller caller) {
    this.accounts = accounts;
    this.caller = caller;
  }

  @Override
  public void enforceAuthenticated() {
    if (!isAuthenticated()) {
      throw new NotAuthenticatedException("Nobody is signed in");
    }
  }

  @Override
  public void enforceSiteAccess() {
    enforce(isLicensed(), "may not use this site");
  }

  @Override
  public void enforceAdmin() {
    enforce(isAdmin(), "is no administrator");
  }

  @Override
  public void enforceSystemAdmin() {
    enforce(isSystemAdmin(), "is no system administrator");
  }

  private void enforce(boolean allowed, String what) {
    enforceAuthenticated();
    if (!allowed) {
      throw new AuthorisationException(caller.name() + " " + what);
    }
  }

  @Override
  public boolean isAuthenticated() {
    return caller.isLoggedInUser();
  }

  @Override
  public boolean isLicensed() {
    return isAuthenticated() && accounts.isLicensed(caller.name());
  }

  @Override
  public boolean isLicensedOrLimitedUnlicensedUser() {
    return isLicensed();
  }

  @Override
  public boolean isAdmin() {
    return isAuthenticated() && accounts.isAdmin(caller.name());
  }

  @Override
  public boolean isSystemAdmin() {
    return isAuthenticated() && accounts.isSystemAdmin(caller.name());
  }
}
