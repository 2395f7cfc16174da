package org.oktasync.devkit.host.security;

import com.atlassian.jira.user.ApplicationUser;
import java.security.Principal;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;

/** A request with the account that sent it. */
public final class SignedInRequest extends HttpServletRequestWrapper {
  private final ApplicationUser user;
  private final String authType;

  SignedInRequest(HttpServletRequest request, ApplicationUser user, String authType) {
    super(request);
    this.user = user;
    this.authType = authType;
  }

  /** The sender; null when anonymous. */
  public ApplicationUser user() {
    return user;
  }

  @Override
  public String getRemoteUser() {
    return user == null ? null : user.getName();
  }

  @Override
  public Principal getUserPrincipal() {
    return user;
  }

  @Override
  public String getAuthType() {
    return authType;
  }
}
