package com.atlassian.sal.api.auth;

import com.atlassian.sal.api.page.PageCapability;
import com.atlassian.sal.api.user.UserRole;
import java.net.URI;
import java.util.EnumSet;

/** Where a visitor is sent to sign in before coming back. */
public interface LoginUriProvider {
  URI getLoginUri(URI returnUri);

  URI getLoginUri(URI returnUri, EnumSet<PageCapability> capabilities);

  URI getLoginUriForRole(URI returnUri, UserRole role);

  URI getLoginUriForRole(URI returnUri, UserRole role, EnumSet<PageCapability> capabilities);
}
