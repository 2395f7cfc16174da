package org.oktasync.devkit.host.security;

import com.atlassian.jira.user.ApplicationUser;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;
import org.oktasync.devkit.host.token.PersonalTokens;

/**
 * Tells who sends a request: by the session of the sign-in page, by basic authentication, or, for
 * REST calls alone, by a personal access token.
 */
public final class Authentication {
  private static final String USER_KEY = "seraph_defaultauthenticator_user";
  private static final String BASIC = "Basic ";
  private static final String BEARER = "Bearer ";
  private static final String REST = "/rest/";

  /** The authentication type of a call that came with a personal access token. */
  static final String TOKEN_AUTH = "BEARER";

  private final Accounts accounts;
  private final PersonalTokens tokens;

  /** Names and passwords are those of these accounts. */
  public Authentication(Accounts accounts, PersonalTokens tokens) {
    this.accounts = accounts;
    this.tokens = tokens;
  }

  /** A password or a token came with the request and does not hold. */
  public static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  /** Whether the request itself brought a password or a token, which no other site can do. */
  public static boolean bringsItsOwn(HttpServletRequest request) {
    String type = request.getAuthType();
    return HttpServletRequest.BASIC_AUTH.equals(type) || TOKEN_AUTH.equals(type);
  }

  /**
   * The sender.
   *
   * @return the request with its user, and with {@code BASIC} or {@code BEARER} as its
   *     authentication type where a password or a token came with it; an anonymous request has no
   *     remote user
   * @throws RefusedException when a name and a password came with the request and do not fit, or a
   *     token that is unknown, expired or revoked, or whose owner may not sign in
   */
  public SignedInRequest identify(HttpServletRequest request) throws RefusedException {
    String header = request.getHeader("Authorization");
    if (header != null && header.startsWith(BASIC)) {
      return new SignedInRequest(request, basic(header), HttpServletRequest.BASIC_AUTH);
    }
    if (header != null && header.startsWith(BEARER) && isRest(request)) {
      return new SignedInRequest(request, bearer(header), TOKEN_AUTH);
    }
    HttpSession session = request.getSession(false);
    Object key = session == null ? null : session.getAttribute(USER_KEY);
    ApplicationUser user = key == null ? null : accounts.byKey((String) key);
    boolean usable = user != null && user.isActive();
    return new SignedInRequest(
        request, usable ? user : null, usable ? HttpServletRequest.FORM_AUTH : null);
  }

  private static boolean isRest(HttpServletRequest request) {
    return request.getPathInfo() != null && request.getPathInfo().startsWith(REST);
  }

  private ApplicationUser bearer(String header) throws RefusedException {
    return tokens
        .owner(header.substring(BEARER.length()).trim())
        .map(accounts::byKey)
        .filter(ApplicationUser::isActive)
        .orElseThrow(() -> new RefusedException("The personal access token does not hold"));
  }

  private ApplicationUser basic(String header) throws RefusedException {
    String[] parts;
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(BASIC.length()).trim());
      parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
    } catch (IllegalArgumentException e) {
      throw new RefusedException("Basic authentication failed: the header is unreadable");
    }
    if (parts.length < 2 || !accounts.authenticate(parts[0], parts[1])) {
      throw new RefusedException("Basic authentication failed for " + parts[0]);
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
