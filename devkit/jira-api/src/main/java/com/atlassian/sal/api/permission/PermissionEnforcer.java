package com.atlassian.sal.api.permission;

/** Checks of the current user; the enforcing forms throw. */
public interface PermissionEnforcer {
  void enforceAdmin() throws AuthorisationException;

  void enforceAuthenticated() throws NotAuthenticatedException;

  void enforceSiteAccess() throws AuthorisationException;

  void enforceSystemAdmin() throws AuthorisationException;

  boolean isAdmin();

  boolean isAuthenticated();

  boolean isLicensedOrLimitedUnlicensedUser();

  boolean isLicensed();

  boolean isSystemAdmin();
}
