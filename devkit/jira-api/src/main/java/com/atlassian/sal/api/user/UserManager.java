package com.atlassian.sal.api.user;

import java.security.Principal;
import javax.servlet.http.HttpServletRequest;

/** Users as every product sees them, with the questions about their rights. */
public interface UserManager {
  @Deprecated
  String getRemoteUsername();

  UserProfile getRemoteUser();

  UserKey getRemoteUserKey();

  @Deprecated
  String getRemoteUsername(HttpServletRequest request);

  UserProfile getRemoteUser(HttpServletRequest request);

  UserKey getRemoteUserKey(HttpServletRequest request);

  UserProfile getUserProfile(String name);

  UserProfile getUserProfile(UserKey userKey);

  @Deprecated
  boolean isUserInGroup(String user, String group);

  boolean isUserInGroup(UserKey user, String group);

  @Deprecated
  boolean isSystemAdmin(String name);

  boolean isSystemAdmin(UserKey userKey);

  @Deprecated
  boolean isAdmin(String name);

  boolean isAdmin(UserKey userKey);

  boolean isLicensed(UserKey userKey);

  default boolean isLimitedUnlicensedUser(UserKey userKey) {
    return false;
  }

  boolean authenticate(String name, String password);

  Principal resolve(String name) throws UserResolutionException;

  Iterable<String> findGroupNamesByPrefix(String prefix, int startIndex, int maxResults);

  boolean isAnonymousAccessEnabled();

  boolean isLimitedUnlicensedAccessEnabled();
}
