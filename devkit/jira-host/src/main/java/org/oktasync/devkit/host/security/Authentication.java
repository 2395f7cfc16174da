package org.oktasync.devkit.host.security;

import com.atlassian.jira.user.ApplicationUser;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;

/** Tells who sends a request: by the session of the sign-in page, or by basic authentication. */
public final class Authentication {
  private static final String USER_KEY = "seraph_defaultauthenticator_user";
  private static final String BASIC = "Basic ";

  private final Accounts accounts;

  /** Names and passwords are those of these accounts. */
  public Authentication(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Basic authentication was tried and failed. */
  public static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String name) {
      super("Basic authentication failed for " + name);
    }
  }

  /**
   * The sender.
   *
   * @return the request with its user, and with {@code BASIC} as its authentication type where a
   *     password came with it; an anonymous request has no remote user
   * @throws RefusedException when a name and a password came with the request and do not fit
   */
  public SignedInRequest identify(HttpServletRequest request) throws RefusedException {
    String header = request.getHeader("Authorization");
    if (header != null && header.startsWith(BASIC)) {
      return new SignedInRequest(request, basic(header), HttpServletRequest.BASIC_AUTH);
    }
    HttpSession session = request.getSession(false);
    Object key = session == null ? null : session.getAttribute(USER_KEY);
    ApplicationUser user = key == null ? null : accounts.byKey((String) key);
    boolean usable = user != null && user.isActive();
    return new SignedInRequest(
        request, usable ? user : null, usable ? HttpServletRequest.FORM_AUTH : null);
  }

  private ApplicationUser basic(String header) throws RefusedException {
    String[] parts;
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(BASIC.length()).trim());
      parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
    } catch (IllegalArgumentException e) {
      throw new RefusedException("an unreadable header");
    }
    if (parts.length < 2 || !accounts.authenticate(parts[0], parts[1])) {
      throw new RefusedException(parts[0]);
    }
    return accounts.byName(parts[0]);
  }

  /**
   * Signs in and begins a new session.
   *
   * @return the account; null when name and password do not fit
   */
  public ApplicationUser signIn(HttpServletRequest request, String name, String password) {
    if (name == null || password == null || !accounts.authenticate(name, password)) {
      return null;
    }
    signOut(request);
    ApplicationUser user = accounts.byName(name);
    request.getSession(true).setAttribute(USER_KEY, user.getKey());
    return user;
  }

  /** Ends the session, if there is one. */
  public void signOut(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
